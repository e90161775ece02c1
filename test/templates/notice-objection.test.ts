import { describe, expect, it } from 'vitest'
import type { PersonId } from '#domain/actor.ts'
import { template as receipt } from '#templates/notice-objection/receipt.ts'
import { noticeFixtures } from '#test/samples/notice-papers.ts'
import { spaceless } from './read-pdf.ts'
import { contextOf, read } from './title-grant-reading.ts'

const { 'notice-objection/receipt': objected } = noticeFixtures(['ann'] as PersonId[], '（示例）一种育苗基质')

describe('whoever objects to a notice', () => {
  it('is told the days of the decision that the university had set when the objection came', async () => {
    if (objected === undefined) throw new Error('There is no objection')
    const { state } = await objected()
    expect(await read(receipt, contextOf(state))).toContain('受理后15个工作日内作出书面决定')
    const context = { ...contextOf(state), policy: { due: { decide: { days: 30 } } } }
    expect(await read(receipt, context)).toContain('受理后30日内作出书面决定，情况复杂的可延长一次，延长不超过30日')
    expect(await read(receipt, context, 'en')).toContain(spaceless('within 30 days, which may be extended once by 30 days more'))
  })
})
