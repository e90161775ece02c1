import { describe, expect, it } from 'vitest'
import {
  sampleAssignment,
  sampleEstimate,
  sampleInterview,
  sampleOpening,
  sampleRecusal,
  sampleScore,
  sampleSearch,
} from '#cli/samples/pre-filing-assessment.ts'
import type { PersonId } from '#domain/actor.ts'
import type { PersonFacts } from '#domain/checks.ts'
import { plainDay } from '#domain/day.ts'
import { checkPanel } from '#domain/pre-filing-assessment-decision.ts'
import {
  checkAssignment,
  checkCostEstimate,
  checkInterview,
  checkNoveltySearch,
  checkOpening,
  checkScore,
} from '#domain/pre-filing-assessment-evidence.ts'
import type { RegisterRow } from '#domain/register.ts'
import { contextOf, inventors, registered, result, stateWith } from '#test/samples/pre-filing-assessment-state.ts'

const context = contextOf(stateWith())
const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)
const person = (id: string, more: Partial<PersonFacts> = {}): PersonFacts => ({
  id: id as PersonId,
  isNaturalPerson: true,
  employer: 'here',
  relation: 'staff',
  ...more,
})

describe('an assessment', () => {
  it('opens on inventors who are people, each once, whose shares make a whole', () => {
    expect(checkOpening(sampleOpening(inventors), context)).toEqual([])
    const [first] = sampleOpening(inventors).inventors
    if (first === undefined) throw new Error('The sample has inventors')
    const twice = sampleOpening(inventors, { inventors: [first, first] })
    expect(codes(checkOpening(twice, context))).toEqual(['assessment/inventor-twice'])
    const short = sampleOpening(inventors, { inventors: [{ ...first, shareBp: 9999 }] })
    expect(checkOpening(short, context)[0]?.fact).toEqual({ sum: 9999 })
    const company = { ...context, people: registered(person('ann', { isNaturalPerson: false })) }
    expect(codes(checkOpening(sampleOpening(inventors), company))).toEqual(['assessment/not-natural-person'])
  })

  it('knows nothing public that lies in the future', () => {
    const publicDisclosures = [{ kind: 'paper', standing: 'made', on: plainDay('2026-03-03'), where: '（示例）' }] as const
    expect(codes(checkOpening(sampleOpening(inventors, { publicDisclosures }), context))).toEqual(['assessment/publication-in-future'])
  })
})

describe('evaluators', () => {
  const named = (...evaluators: string[]) => sampleAssignment('manager' as PersonId, evaluators as PersonId[])

  it('are at least two, each once', () => {
    expect(checkAssignment(named('eva', 'edo'), context)).toEqual([])
    expect(codes(checkAssignment(named('eva'), context))).toEqual(['assessment/too-few-evaluators'])
    expect(codes(checkAssignment(named('eva', 'eva'), context))).toEqual(['assessment/evaluator-twice'])
  })

  it('are no inventors, nor their supervisors, nor whom they supervise', () => {
    const people = registered(person('ann', { supervisor: 'head' as PersonId }), person('edo', { supervisor: 'bo' as PersonId }))
    const tied = { ...context, people }
    const because = (refusals: ReturnType<typeof checkAssignment>) => refusals.map(({ fact, field }) => [fact['because'], field])
    expect(because(checkAssignment(named('eva', 'chen'), tied))).toEqual([['inventor', '/evaluators/1']])
    expect(because(checkAssignment(named('head', 'eva'), tied))).toEqual([['supervises-an-inventor', '/evaluators/0']])
    expect(because(checkAssignment(named('edo', 'eva'), tied))).toEqual([['supervised-by-an-inventor', '/evaluators/0']])
    expect(because(checkAssignment(sampleAssignment('bo' as PersonId, ['eva', 'ewa'] as PersonId[]), tied))).toEqual([
      ['inventor', '/techManager'],
    ])
  })

  it('are of no inventor’s own team: one supervisor over both', () => {
    const head = 'head' as PersonId
    const people = registered(person('ann', { supervisor: head }), person('edo', { supervisor: head }))
    expect(checkAssignment(named('eva', 'edo'), { ...context, people })).toMatchObject([
      { code: 'assessment/assessor-conflicted', field: '/evaluators/1', fact: { person: 'edo', because: 'same-supervisor' } },
    ])
  })

  it('have by the register no interest in a firm in which an inventor has one, while both last', () => {
    const tie = (who: string, more: object = {}) => ({
      register: 'interest' as const,
      id: `${who}~firm`,
      facts: { person: who as PersonId, party: 'firm', relation: 'shareholder' as const, since: plainDay('2024-01-01'), ...more },
    })
    const told = (...registers: readonly RegisterRow[]) =>
      checkAssignment(named('eva', 'edo'), { ...context, registers }).map(({ fact, field }) => [fact['because'], field])
    expect(told(tie('bo'), tie('eva'))).toEqual([['shared-interest', '/evaluators/0']])
    expect(told(tie('bo'), tie('manager', { relation: 'relative' }))).toEqual([['shared-interest', '/techManager']])
    expect(told(tie('eva'), tie('edo'))).toEqual([])
    expect(told(tie('bo'), tie('eva', { until: plainDay('2026-03-01') }))).toEqual([])
  })

  it('and inventors and panel are people whom the register knows: a task of anybody else would wait for nobody', () => {
    const asked = checkAssignment(sampleAssignment('nobody' as PersonId, ['eva', 'noone'] as PersonId[]), context)
    expect(asked.map(({ code, field }) => [code, field])).toEqual([
      ['assessment/person-not-in-register', '/techManager'],
      ['assessment/person-not-in-register', '/evaluators/1'],
    ])
    const opened = sampleOpening(['ann', 'noone'] as PersonId[])
    expect(checkOpening(opened, context)).toMatchObject([{ code: 'assessment/person-not-in-register', field: '/inventors/1/person' }])
    const panel = checkPanel(['cai', 'cui', 'noone'] as PersonId[], '/panel', stateWith(), context)
    expect(panel).toMatchObject([{ code: 'assessment/person-not-in-register', field: '/panel/2' }])
  })

  it('who recused themselves are not named again', () => {
    const state = stateWith({ 'score#1/eva': result('recused', sampleRecusal, 'eva') })
    expect(codes(checkAssignment(named('eva', 'edo'), contextOf(state)))).toEqual(['assessment/assessor-conflicted'])
  })
})

describe('the novelty search', () => {
  it('is made before it is handed in, and finds only what was public by then', () => {
    expect(checkNoveltySearch(sampleSearch, context)).toEqual([])
    const late = { ...sampleSearch, searchedOn: plainDay('2026-03-03') }
    expect(codes(checkNoveltySearch(late, context))).toEqual(['assessment/search-in-future'])
    const [document] = sampleSearch.documents
    if (document === undefined) throw new Error('The sample has documents')
    const after = { ...sampleSearch, documents: [{ ...document, publishedOn: plainDay('2026-03-03') }] }
    expect(codes(checkNoveltySearch(after, context))).toEqual(['assessment/document-in-future'])
  })

  it('that finds an X document says at length why the result is novel all the same', () => {
    const [document] = sampleSearch.documents
    if (document === undefined) throw new Error('The sample has documents')
    const x = { ...sampleSearch, documents: [{ ...document, category: 'X' as const }] }
    expect(checkNoveltySearch(x, context)).toEqual([])
    expect(codes(checkNoveltySearch({ ...x, distinction: '不同。' }, context))).toEqual(['assessment/document-contradicts'])
    expect(checkNoveltySearch({ ...x, distinction: '不同。', finding: 'doubtful' }, context)).toEqual([])
  })

  it('that finds the result anticipated names the document', () => {
    const none = { ...sampleSearch, finding: 'anticipated' as const, documents: [] }
    expect(codes(checkNoveltySearch(none, context))).toEqual(['assessment/anticipation-unproved'])
  })
})

describe('the interview', () => {
  it('was held, with inventors of this result', () => {
    expect(checkInterview(sampleInterview(inventors), context)).toEqual([])
    const wrong = { ...sampleInterview(['eva'] as PersonId[]), heldOn: plainDay('2026-03-03') }
    expect(codes(checkInterview(wrong, context))).toEqual(['assessment/interview-in-future', 'assessment/not-an-inventor'])
  })
})

describe('a score', () => {
  it('covers every criterion once, with evidence and a recommendation', () => {
    expect(checkScore(sampleScore(70), context)).toEqual([])
    const score = sampleScore(70)
    const short = { ...score, scores: score.scores.slice(1).map((one, index) => (index === 0 ? { ...one, evidence: '有。' } : one)) }
    expect(codes(checkScore(short, context))).toEqual(['assessment/scores-incomplete', 'assessment/evidence-missing'])
    const evidence = (text: string) =>
      codes(checkScore({ ...score, scores: score.scores.map((one) => ({ ...one, evidence: text })) }, context))
    expect(evidence('𠮷'.repeat(9))).toEqual(score.scores.map(() => 'assessment/evidence-missing'))
    expect(evidence('𠮷'.repeat(10))).toEqual([])
    const { recommendation: _, ...silent } = score
    expect(codes(checkScore(silent, context))).toEqual(['assessment/recommendation-missing'])
  })

  it('comes from nobody with an interest; he recuses himself and scores nothing', () => {
    expect(codes(checkScore({ ...sampleScore(70), interest: 'family' }, context))).toEqual(['assessment/interest-undeclared'])
    expect(checkScore(sampleRecusal, { ...context, outcome: 'recused' })).toEqual([])
  })
})

describe('the estimate', () => {
  it('covers filing at home, and abroad where that is planned', () => {
    const abroad = contextOf(stateWith({}, { foreignPlan: true }))
    expect(checkCostEstimate(sampleEstimate, abroad)).toEqual([])
    const home = { ...sampleEstimate, items: sampleEstimate.items.filter(({ part }) => part === 'domestic') }
    expect(checkCostEstimate(home, context)).toEqual([])
    expect(codes(checkCostEstimate(home, abroad))).toEqual(['assessment/cost-abroad-missing'])
    expect(codes(checkCostEstimate({ ...sampleEstimate, items: [] }, abroad))).toEqual(['assessment/cost-missing'])
  })
})
