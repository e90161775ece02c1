import {
  sampleAssignment,
  sampleDecision,
  sampleEstimate,
  sampleInterview,
  sampleOpening,
  sampleSearch,
} from '#cli/samples/pre-filing-assessment.ts'
import type { ActorRef, InstitutionId, PersonId } from '#domain/actor.ts'
import type { CheckContext, PersonFacts } from '#domain/checks.ts'
import { plainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import { getYardstick } from '#domain/pre-filing-assessment-score.ts'
import type { AssessmentOpening } from '#domain/pre-filing-assessment.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterId, MatterState, Result } from '#domain/state.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { defaults } from '#policy/pre-filing-assessment.ts'

export const inventors = ['ann', 'bo', 'chen'] as PersonId[]

export const yardstick = getYardstick(defaults)

const day = plainDay('2026-03-02')

/** A result as it stands on record; by a person where one is named. */
export function result(outcome: string, data: object = {}, by?: string): Result {
  const actor: ActorRef =
    by === undefined ? { is: 'system', name: 'process' } : { is: 'person', person: by as PersonId, as: 'ipo_officer' as RoleKey }
  return { outcome, data: data as JsonObject, by: actor, at: 0, on: day }
}

/** The mean and the spread of the scores, in points. */
export function weighed(mean: number, spread = 0): Result {
  const summary = {
    criteriaVersion: '2026-1',
    evaluators: [],
    recused: 0,
    mean: mean * 100,
    spread: spread * 100,
    byCriterion: [],
    recommendations: [],
  }
  return result('weighed', { summary })
}

/** An assessment with its evidence gathered, ready to be decided: scores of 73.5 points, no conflict, nothing public. */
export function stateWith(results: { readonly [id: string]: Result } = {}, opening: Partial<AssessmentOpening> = {}): MatterState {
  return {
    seq: 1,
    head: {
      id: 'm-1' as MatterId,
      process: 'pre-filing-assessment',
      institution: 'u-1' as InstitutionId,
      number: 'PG-2026-00001',
      openedBy: { is: 'system', name: 'process' },
      openedOn: day,
      policyVersion: 'test',
    },
    data: sampleOpening(inventors, opening),
    standing: { is: 'open' },
    tasks: {},
    waits: {},
    results: {
      'urgency#1': result('ordinary', { yardstick }),
      'assign#1': result('assigned', sampleAssignment('manager' as PersonId, ['eva', 'edo'] as PersonId[]), 'officer'),
      'novelty-search#1': result('searched', sampleSearch, 'manager'),
      'interview#1': result('held', sampleInterview(inventors.slice(0, 1)), 'manager'),
      'cost-estimate#1': result('estimated', sampleEstimate, 'finance'),
      'weigh#1': weighed(73.5),
      ...results,
    },
    messages: [],
    papers: [],
    docket: {},
    corrections: {},
    clocks: { spent: { office: 0, inventor: 0, outside: 0 }, running: 'office', since: 0 },
  }
}

/** The same, decided: what was chosen and with which type of patent. */
export function decidedState(decision: string, form: object = {}, results: { readonly [id: string]: Result } = {}): MatterState {
  return stateWith({ 'decide#1': result(decision, sampleDecision(form), 'officer'), ...results })
}

const ids = [
  'ann',
  'bo',
  'chen',
  'eva',
  'edo',
  'ewa',
  'manager',
  'officer',
  'head',
  'cai',
  'cui',
  'cen',
  'cao',
  'dai',
  'dong',
  'du',
] as PersonId[]

/** The people of these matters as the register knows them, with what is said otherwise of some. */
export function registered(...otherwise: readonly PersonFacts[]): PersonFacts[] {
  const usual = { isNaturalPerson: true, employer: 'here', relation: 'staff' } as const
  return ids.map((id) => otherwise.find((one) => one.id === id) ?? { id, ...usual })
}

/** What a check is given, on `today`. */
export function contextOf(state: MatterState, more: Partial<CheckContext> = {}): CheckContext {
  return { state, today: day, calendar: [calendar2026], parameters: [], people: registered(), registers: [], ...more }
}
