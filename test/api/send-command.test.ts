import { expect, it } from 'vitest'
import { requestName } from '#api/send-command.ts'
import type { Order } from '#domain/command.ts'
import type { MatterId, TaskId } from '#domain/state.ts'

const matter = 'a-matter' as MatterId

it('the same key for another task, another message or another order is another request', () => {
  const orders: readonly Order[] = [
    { name: 'claim-task', task: 'score#1/a' as TaskId },
    { name: 'claim-task', task: 'score#1/b' as TaskId },
    { name: 'release-task', task: 'score#1/a' as TaskId },
    { name: 'send-message', message: 'withdraw', data: {} },
    { name: 'send-message', message: 'extend', data: {} },
    { name: 'resume-matter' },
  ]
  const names = orders.flatMap((order) => [requestName(order, matter), requestName(order, 'another' as MatterId)])
  expect(new Set(names).size).toBe(names.length)
})
