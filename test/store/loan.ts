import type { ActionDraft, ActionFacts, ActionKind } from '#domain/action.ts'
import { processActor, type ActorRef, type DepartmentId, type InstitutionId, type PersonId } from '#domain/actor.ts'
import { dayOfInstant, instantOfDayStart, plainDay } from '#domain/day.ts'
import { userTaskStep, type ProcessDefinition } from '#domain/definition.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterId, Task, TaskId } from '#domain/state.ts'

/** A small process of the tests' own: an instrument is lent, and the office approves. */
export const loan: ProcessDefinition = {
  stem: 'loan',
  code: 'LN',
  opens: { roles: ['inventor'], form: 'loan/open' },
  steps: {
    approval: userTaskStep<{ remark: string }>()({
      name: 'approval',
      party: 'office',
      act: 'decides',
      roles: ['ipo_officer'],
      form: 'loan/approval',
      outcomes: ['approved', 'refused'],
    }),
  },
  outcomes: ['lent', 'refused'],
  messages: {},
  mayWithdraw: () => true,
  title: (state) => (state.erased === undefined ? String(state.data['title'] ?? '') : ''),
  people: ({ head, data }) => {
    const inventors = (data['inventors'] ?? []) as string[]
    const applicant = head.openedBy.is === 'person' ? [{ person: head.openedBy.person, relation: 'applicant' as const }] : []
    return [...applicant, ...inventors.map((one) => ({ person: one as PersonId, relation: 'inventor' as const, shareBp: 5000 }))]
  },
  documents: [],
}

export const office = 'uni-a' as InstitutionId
export const lin = 'lin' as PersonId
export const officer = { is: 'person', person: 'ou' as PersonId, as: 'ipo_officer' as RoleKey } as const
export const monday = instantOfDayStart(plainDay('2026-03-02')) + 9 * 3_600_000

type Draft<Kind extends ActionKind> = { readonly kind: Kind; readonly facts: ActionFacts[Kind]; readonly commandId: string }

/** An action on the first Monday of March 2026, by the process unless said otherwise. */
export function draft<Kind extends ActionKind>(given: Draft<Kind> & { readonly actor?: ActorRef; readonly at?: number }): ActionDraft {
  const at = given.at ?? monday
  return { actor: processActor, at, on: dayOfInstant(at), ...given } as unknown as ActionDraft
}

export type Opening = {
  readonly institution?: InstitutionId
  readonly by?: PersonId
  readonly department?: DepartmentId
  readonly at?: number
}

/** The opening of a loan, by Lin unless said otherwise. */
export function opening(matter: string, data: { title: string; inventors?: readonly string[] }, how: Opening = {}): ActionDraft {
  const { institution = office, by = lin, department, at = monday } = how
  const openedBy = { is: 'person', person: by, as: 'self' } as const
  const head = {
    id: matter as MatterId,
    process: 'loan',
    institution,
    number: '',
    openedBy,
    openedOn: dayOfInstant(at),
    policyVersion: 'v1',
    ...(department === undefined ? {} : { department }),
  }
  return draft({ kind: 'MatterOpened', commandId: `${matter}/open`, actor: openedBy, at, facts: { head, data } })
}

/** An open approval, for the office. */
export function approvalTask(more: Partial<Task> = {}): Task {
  return {
    id: 'approval#1' as TaskId,
    step: 'approval',
    act: 'decides',
    party: 'office',
    roles: ['ipo_officer' as RoleKey],
    people: [],
    barred: [],
    form: 'loan/approval',
    outcomes: ['approved', 'refused'],
    openedOn: plainDay('2026-03-02'),
    reminders: [],
    escalatedTo: [],
    ...more,
  }
}
