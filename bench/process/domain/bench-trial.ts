import { userTaskStep, type ProcessDefinition, type ServiceStep } from '#domain/definition.ts'

/** What a trial is opened with; `papers` asks for that many papers instead of the three decisions. */
export type Trial = { readonly title: string; readonly papers: number }

/** What each decision writes down. */
export type TrialDecision = { readonly score: number }

function decision(name: 'first' | 'second' | 'third') {
  return userTaskStep<TrialDecision>()({
    name,
    party: 'office',
    act: 'decides',
    roles: ['ipo_officer'],
    form: `bench-trial/${name}`,
    outcomes: ['agreed', 'refused'],
    due: { workingDays: 5, class: 'service' },
  })
}

/** Three user tasks and one service step, as the bare workflow has them; the paper stands apart. */
export const steps = {
  first: decision('first'),
  second: decision('second'),
  third: decision('third'),
  finding: { word: 'service', name: 'finding', party: 'office' } satisfies ServiceStep,
  report: { word: 'document', name: 'report', party: 'office' } satisfies ServiceStep,
} as const

export const definition: ProcessDefinition = {
  stem: 'bench-trial',
  code: 'BT',
  opens: { roles: ['ipo_officer'], form: 'bench-trial/open' },
  steps,
  outcomes: ['done'],
  messages: {},
  mayWithdraw: () => false,
  title: (state) => String(state.data['title']),
  people: ({ head: { openedBy } }) => (openedBy.is === 'person' ? [{ person: openedBy.person, relation: 'applicant' }] : []),
  documents: ['bench-trial/report'],
}
