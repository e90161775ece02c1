import type { MatterPerson, ProcessDefinition } from './definition.ts'
import type { Rule } from './refusal.ts'
import type { MatterState } from './state.ts'
import { listResults } from './state.ts'
import { effects, listSubjects, locks, tells } from './title-grant-effects.ts'
import { isConcluded, listForms, listSigners, readOpening, readTeam } from './title-grant-facts.ts'
import type { TitleGrantOpening } from './title-grant-forms.ts'
import {
  agreementRules,
  applicationRules,
  authorityRules,
  barRules,
  decisionRules,
  monitoringRules,
  teamRules,
} from './title-grant-rules.ts'
import { agreementSteps } from './title-grant-steps-agreement.ts'
import { monitoringSteps } from './title-grant-steps-monitoring.ts'
import { reviewSteps } from './title-grant-steps-review.ts'
import { teamSteps } from './title-grant-steps-team.ts'

const stem = 'title-grant'

/** Every stop of a title grant, from the team's own agreement to the last year. */
export const steps = { ...teamSteps, ...reviewSteps, ...agreementSteps, ...monitoringSteps } as const satisfies ProcessDefinition['steps']

/**
 * The representative alone takes it back until somebody has signed the split; afterwards with the consent of every member on
 * record, and never once the agreement is signed.
 */
function mayWithdraw(state: MatterState): boolean {
  if (isConcluded(state)) return false
  if (!listResults(state, steps.agreeSplit.name).some(({ outcome }) => outcome === 'signed')) return true
  const consents = lastRound(state)
  const signers = listSigners(readTeam(state))
  return signers.every((person) => consents.get(person) === 'consented')
}

/** What each signer last answered to the withdrawal that was proposed last. */
function lastRound(state: MatterState): ReadonlyMap<string, string> {
  const visits = Object.keys(state.results).flatMap((id) =>
    id.startsWith(`${steps.consentWithdrawal.name}#`) ? (id.split('/')[0] ?? []) : [],
  )
  const last = visits.at(-1)
  const answers = Object.entries(state.results).filter(([id]) => last !== undefined && id.startsWith(`${last}/`))
  return new Map(answers.map(([id, { outcome }]) => [id.slice(id.indexOf('/') + 1), outcome]))
}

function listTeam(state: MatterState): MatterPerson[] {
  const team = readTeam(state)
  const members = team.members.map(({ person, shareBp }): MatterPerson => ({ person, relation: 'inventor', shareBp }))
  const heirs = listSigners(team).filter((person) => !team.members.some((member) => member.person === person))
  return [
    { person: team.representative, relation: 'applicant' },
    ...members,
    ...heirs.map((person): MatterPerson => ({ person, relation: 'interested' })),
  ]
}

/** Whoever was on a team that was put forward before keeps his interest in the matter. */
function listFormerMembers(state: MatterState): MatterPerson[] {
  const now = readTeam(state).members.map(({ person }) => person)
  const before = [readOpening(state), ...listForms(state, steps.reviseTeam).map(({ data }) => data)]
  const former = new Set(before.flatMap(({ members }) => members.map(({ person }) => person)))
  return [...former].filter((person) => !now.includes(person)).map((person) => ({ person, relation: 'interested' }))
}

function listPanels(state: MatterState): MatterPerson[] {
  const panels = [...listForms(state, steps.conveneReview), ...listForms(state, steps.conveneAppeal)]
  const named = panels.flatMap(({ data: { members, observer } }) => [...members, ...(observer === undefined ? [] : [observer])])
  return [...new Set(named)].map((person) => ({ person, relation: 'participant' }))
}

/** Experts who declared an interest: from then on they neither decide nor advise here. */
function listRecused(state: MatterState): MatterPerson[] {
  return [steps.reviewVote, steps.appealVote]
    .flatMap((step) => listResults(state, step.name))
    .flatMap(({ outcome, by }): MatterPerson[] =>
      outcome === 'recuse' && by.is === 'person' ? [{ person: by.person, relation: 'interested' }] : [],
    )
}

/** 职务科技成果赋权: gives the contributors a share of the title or a long-term use right, and watches what they make of it. */
export const definition = {
  stem,
  code: 'FQ',
  opens: { roles: ['inventor', 'ipo_officer'], form: `${stem}/open` },
  steps,
  outcomes: [
    'team-not-agreed',
    'rejected',
    'negative-list',
    'handed-to-secrecy-office',
    'not-agreed',
    'term-ended',
    'recovered',
    'terminated',
    'right-ended',
  ],
  messages: {
    'propose-withdrawal': {
      name: 'propose-withdrawal',
      act: 'declares',
      roles: [],
      relations: ['applicant'],
      form: `${stem}/propose-withdrawal`,
    },
    'notice-closed': { name: 'notice-closed', act: 'declares', roles: [], form: `${stem}/notice-closed` },
    'notice-overturned': { name: 'notice-overturned', act: 'declares', roles: [], form: `${stem}/notice-overturned` },
    terminate: { name: 'terminate', act: 'declares', roles: ['legal'], form: `${stem}/terminate` },
    'fact-changed': { name: 'fact-changed', act: 'declares', roles: [], form: `${stem}/fact-changed` },
  },
  mayWithdraw,
  title: (state) => (state.data as Partial<TitleGrantOpening>).title ?? '',
  people: (state) =>
    state.erased === undefined ? [...listTeam(state), ...listFormerMembers(state), ...listRecused(state), ...listPanels(state)] : [],
  documents: [
    `${stem}/split-agreement`,
    `${stem}/application-form`,
    `${stem}/transformation-plan`,
    `${stem}/review-minutes`,
    `${stem}/approval-form`,
    `${stem}/diligence-pack`,
    `${stem}/refusal-letter`,
    `${stem}/appeal-minutes`,
    `${stem}/agreement`,
    `${stem}/change-sheet`,
    `${stem}/annual-report`,
    `${stem}/recovery-decision`,
    `${stem}/extension-decision`,
  ],
  subjects: listSubjects,
  locks,
  effects,
  tells,
} as const satisfies ProcessDefinition

/** Every rule of this process. */
export const rules: readonly Rule[] = [
  authorityRules,
  teamRules,
  applicationRules,
  barRules,
  decisionRules,
  agreementRules,
  monitoringRules,
].flatMap((group): Rule[] => Object.values(group))
