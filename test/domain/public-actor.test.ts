import { expect, it } from 'vitest'
import { publicActor, relayActor, type InstitutionId, type PersonId } from '#domain/actor.ts'
import { applyAction } from '#domain/apply.ts'
import type { Order } from '#domain/command.ts'
import { plainDay } from '#domain/day.ts'
import { decide } from '#domain/decide.ts'
import { userTaskStep, type ProcessDefinition } from '#domain/definition.ts'
import type { MatterId, MatterState, TaskId } from '#domain/state.ts'

const on = plainDay('2026-03-02')
const said = { act: 'declares', roles: [], form: 'hatch/said' } as const

const hatch: ProcessDefinition = {
  stem: 'hatch',
  code: 'HA',
  opens: { roles: ['ipo_officer'], form: 'hatch/open', public: true },
  steps: {
    check: userTaskStep<Record<string, never>>()({
      name: 'check',
      party: 'office',
      act: 'decides',
      roles: ['ipo_officer'],
      form: 'hatch/check',
      outcomes: ['done'],
    }),
    listen: { name: 'listen', word: 'wait', party: 'outside', messages: ['knock', 'whisper'] },
  },
  outcomes: ['done'],
  messages: { knock: { ...said, name: 'knock', public: true }, whisper: { ...said, name: 'whisper' } },
  mayWithdraw: () => true,
  title: () => '',
  people: () => [{ person: 'ann' as PersonId, relation: 'applicant' }],
  documents: [],
}

const waiting: MatterState = [
  {
    kind: 'MatterOpened',
    facts: {
      head: {
        id: 'm' as MatterId,
        process: 'hatch',
        institution: 'u' as InstitutionId,
        number: 'HA-2026-00001',
        openedBy: publicActor,
        openedOn: on,
        policyVersion: 'v',
      },
      data: {},
    },
  } as const,
  {
    kind: 'TaskOpened',
    facts: {
      task: {
        id: 'check#1' as TaskId,
        step: 'check',
        act: 'decides',
        party: 'office',
        roles: [],
        people: [],
        barred: [],
        form: 'hatch/check',
        outcomes: ['done'],
        openedOn: on,
        reminders: [],
        escalatedTo: [],
      },
    },
  } as const,
  { kind: 'WaitStarted', facts: { step: 'listen#1' as TaskId, messages: ['knock', 'whisper'] } } as const,
].reduce<MatterState | undefined>(
  (state, { kind, facts }, index) =>
    applyAction(state, { kind, facts, seq: index + 1, commandId: String(index), actor: relayActor, at: 0, on } as Parameters<
      typeof applyAction
    >[1]),
  undefined,
) as MatterState

const asked = (order: Order, actor: typeof publicActor | typeof relayActor = publicActor) => {
  const decision = decide(hatch, waiting, { id: 'c', actor, order }, on)
  return decision.ok ? decision.kind : decision.refusals.map(({ code }) => code)
}

it('whoever comes without a session says what has a public door', () => {
  expect(asked({ name: 'send-message', message: 'knock', data: {} })).toBe('MessageReceived')
  expect(asked({ name: 'send-message', message: 'whisper', data: {} })).toEqual(['matter/message-not-yours'])
  expect(asked({ name: 'send-message', message: 'whisper', data: {} }, relayActor)).toBe('MessageReceived')
})

it('and does nothing else, whatever it is', () => {
  const task = 'check#1' as TaskId
  const orders: readonly Order[] = [
    { name: 'claim-task', task },
    { name: 'complete-task', task, outcome: 'done', data: {} },
    { name: 'withdraw-matter', reason: '?' },
    { name: 'suspend-matter', reason: '?' },
    { name: 'resume-matter' },
    { name: 'report-secret', level: 'secret', reference: 'BM-1', contact: '0000' },
    { name: 'recompute-due-days', cause: '?' },
    { name: 'propose-correction', correction: 'k', step: task, data: {}, reason: '?' },
  ]
  for (const order of orders) expect(asked(order), order.name).toEqual(['matter/message-not-yours'])
})
