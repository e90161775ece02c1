import type { ActionDraft } from '#domain/action.ts'
import type { FormChecks } from '#domain/checks.ts'
import { dayOfInstant, plainDay } from '#domain/day.ts'
import { userTaskStep, type ProcessDefinition } from '#domain/definition.ts'
import { byDesign, refuse, type Rule } from '#domain/refusal.ts'
import { findPatent, listEncumbrances, registerChange, type EncumbranceKind, type PatentFacts } from '#domain/register.ts'
import type { MatterId, Task, TaskId } from '#domain/state.ts'
import { approvalTask, draft, lin, monday, office } from './loan.ts'

type Deal = { readonly patent: string; readonly kind: EncumbranceKind; readonly tell?: string }

/** A small process of the tests' own: a licence of a patent, which the office approves; open and exclusive exclude each other. */
export const deal: ProcessDefinition = {
  stem: 'deal',
  code: 'DL',
  opens: { roles: ['inventor'], form: 'deal/open' },
  steps: {
    approval: userTaskStep<{ remark: string }>()({
      name: 'approval',
      party: 'office',
      act: 'decides',
      roles: ['ipo_officer'],
      form: 'deal/approval',
      outcomes: ['approved', 'refused'],
    }),
    answer: { name: 'answer', word: 'wait', party: 'outside', messages: ['deal-made'] },
  },
  outcomes: ['made', 'refused'],
  messages: { 'deal-made': { name: 'deal-made', act: 'declares', roles: [], form: 'deal/deal-made' } },
  mayWithdraw: () => true,
  title: () => '许可',
  people: () => [],
  documents: [],
  subjects: (state, data) => [`patent/${String((state?.data ?? data)['patent'])}`],
  locks: ['open', 'approval'],
  effects: (_, state, action) => {
    if (action.kind !== 'TaskCompleted' || action.facts.outcome !== 'approved') return []
    const { patent, kind } = state.data as Deal
    const entered = { id: state.head.number, kind, recorded: false, since: action.on, matter: state.head.id }
    const known = { source: state.head.number, on: action.on }
    return [registerChange({ register: 'patent', id: patent }, 'EncumbranceEntered', entered, known)]
  },
  tells: (_, state, action) => {
    const { tell } = state.data as Deal
    const isMade = action.kind === 'TaskCompleted' && action.facts.outcome === 'approved'
    return isMade && tell !== undefined ? [{ matter: tell as MatterId, message: 'deal-made', data: { number: state.head.number } }] : []
  },
  published: (state) =>
    state.results['approval#1']?.outcome === 'approved' && state.standing.is !== 'closed'
      ? { number: state.head.number, patent: String(state.data['patent']) }
      : undefined,
}

/** An exclusive licence and an open one cannot stand beside each other (专利法 51(3)). */
export const contradicts: Rule = { code: 'deal/contradicts', citations: [byDesign] }
export const unknownPatent: Rule = { code: 'deal/patent-unknown', citations: [byDesign] }

/** Asked at the door as advice, and under the lock of the patent's chain, where they decide. */
export const checks: FormChecks = {
  'deal/open': (data: Deal, { registers }) =>
    findPatent(registers, data.patent) === undefined ? [refuse(unknownPatent, { patent: data.patent })] : [],
  'deal/approval': (_: unknown, { registers, state, today, outcome }) => {
    const { patent, kind } = (state?.data ?? {}) as Deal
    const facts = findPatent(registers, patent)
    if (facts === undefined || outcome !== 'approved') return []
    const against: EncumbranceKind[] = kind === 'open-licence' ? ['exclusive-licence', 'sole-licence'] : ['open-licence']
    return listEncumbrances(facts, today, against).map((one) => refuse(contradicts, { encumbrance: one.id }))
  },
}

/** The opening of a deal by Lin. */
export function openingOf(matter: string, data: Deal): ActionDraft {
  const openedBy = { is: 'person', person: lin, as: 'self' } as const
  const number = ''
  const at = monday
  const head = {
    id: matter as MatterId,
    process: 'deal',
    institution: office,
    number,
    openedBy,
    openedOn: dayOfInstant(at),
    policyVersion: 'v1',
  }
  return draft({ kind: 'MatterOpened', commandId: `${matter}/open`, actor: openedBy, facts: { head, data: { ...data } } })
}

/** Its approval, waiting for the office. */
export function approvalOf(): Task {
  return approvalTask({ form: 'deal/approval' })
}

/** The office's approval. */
export function approve(): ActionDraft {
  const facts = { task: 'approval#1' as TaskId, outcome: 'approved', data: { remark: '' } }
  return draft({ kind: 'TaskCompleted', commandId: 'approve', facts })
}

/** A patent in force since 2023, made up; the house's own. */
export function patentOf(number: string, more: Partial<PatentFacts> = {}): PatentFacts {
  return {
    number,
    title: '一种示例装置',
    kind: 'invention',
    filedOn: plainDay('2021-03-01'),
    grantedOn: plainDay('2023-06-02'),
    status: 'granted',
    owners: [{ name: '示例大学', isHouse: true, since: plainDay('2021-03-01') }],
    annuities: [],
    inventors: [lin],
    encumbrances: [],
    ...more,
  }
}
