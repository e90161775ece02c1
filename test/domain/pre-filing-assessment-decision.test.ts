import { describe, expect, it } from 'vitest'
import {
  sampleDecision,
  sampleEstimate,
  samplePublicationReview,
  sampleRefusal,
  sampleSearch,
  sampleSecrecyPlan,
} from '#cli/samples/pre-filing-assessment.ts'
import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import { checkDecision, costOf, explainChoices, findPanelFacts, listPanelGrounds } from '#domain/pre-filing-assessment-decision.ts'
import { recordDiligence } from '#domain/pre-filing-assessment-diligence.ts'
import type { AssessmentDecision, DecisionForm } from '#domain/pre-filing-assessment-forms.ts'
import { contextOf, decidedState, result, stateWith, weighed } from '#test/samples/pre-filing-assessment-state.ts'

const panel = ['cai', 'cui', 'cen'] as PersonId[]
const plan = sampleSecrecyPlan('manager' as PersonId)

function decide(outcome: AssessmentDecision, form: Partial<DecisionForm> = {}, state = stateWith()) {
  return checkDecision(sampleDecision(form), contextOf(state, { outcome })).map(({ code }) => code)
}

describe('a decision', () => {
  it('3: gives reasons of at least 50 characters', () => {
    expect(decide('file-cn')).toEqual([])
    expect(decide('file-cn', { reasons: '具'.repeat(50) })).toEqual([])
    expect(decide('file-cn', { reasons: ` ${'具'.repeat(49)} ` })).toEqual(['assessment/reasons-too-short'])
  })

  it('is made by somebody who declares to gain nothing unlawful by it', () => {
    expect(decide('file-cn', { noUnlawfulGain: false })).toEqual(['assessment/gain-undeclared'])
  })

  it('costs what its parts of the estimate cost, in fen', () => {
    expect(costOf('file-cn', sampleEstimate)).toBe(652_500)
    expect(costOf('same-day-dual', sampleEstimate)).toBe(902_500)
    expect(costOf('file-cn-pct', sampleEstimate)).toBe(6_702_500)
    expect(costOf('not-file', sampleEstimate)).toBe(0)
  })

  it('explains to whoever decides what each choice costs and needs', () => {
    const facts = findPanelFacts(stateWith(), contextOf(stateWith()))
    if (facts === undefined) throw new Error('The evidence is there')
    const choices = explainChoices(facts)
    expect(choices['file-cn']).toEqual({ costFen: 652_500, grounds: [] })
    expect(choices['not-file']).toEqual({ costFen: 0, grounds: ['score-above-threshold'] })
    expect(choices['more-data'].grounds).toEqual([])
  })
})

describe('the type of patent', () => {
  it('is named, and fits the kind of result', () => {
    const { patentType: _, ...without } = sampleDecision()
    expect(checkDecision(without, contextOf(stateWith(), { outcome: 'file-cn' })).map(({ code }) => code)).toEqual([
      'assessment/patent-type-missing',
    ])
    expect(decide('file-cn', { patentType: 'utility-model' })).toEqual([])
    expect(decide('file-cn', { patentType: 'design' })).toEqual(['assessment/not-patentable-kind'])
    const design = stateWith({}, { resultType: 'design' })
    expect(decide('file-cn', { patentType: 'design' }, design)).toEqual([])
    expect(decide('file-cn-pct', { patentType: 'design' }, design)).toEqual(['assessment/not-patentable-kind'])
  })

  it('twice on one day is for no design, whatever its shape: neither an invention nor a utility model protects looks', () => {
    const design = stateWith({}, { resultType: 'design' })
    const dual = { shapeOrStructure: true, warningRead: true }
    expect(decide('same-day-dual', { dual }, design)).toEqual(['assessment/not-patentable-kind'])
  })

  it('twice on one day needs a product’s shape or structure and the warning of 2026 read (9.25)', () => {
    expect(decide('same-day-dual')).toEqual(['assessment/dual-needs-product'])
    expect(decide('same-day-dual', { dual: { shapeOrStructure: true, warningRead: false } })).toEqual(['assessment/dual-warning-unread'])
    expect(decide('same-day-dual', { dual: { shapeOrStructure: true, warningRead: true } })).toEqual([])
    const [unread] = checkDecision(
      sampleDecision({ dual: { shapeOrStructure: true, warningRead: false } }),
      contextOf(stateWith(), { outcome: 'same-day-dual' }),
    )
    expect(unread?.citations.map(({ law, article }) => `${law} ${article}`)).toEqual([
      '专利法实施细则 47',
      '专利法 9(1)',
      '专利审查指南 第二部分第三章6.2.2',
      '专利法实施细则 78(4)',
    ])
  })
})

describe('each other decision says what it needs', () => {
  it('keeping secret: a custodian, measures, and nothing public yet', () => {
    expect(decide('keep-secret', plan)).toEqual([])
    expect(decide('keep-secret')).toEqual(['assessment/secrecy-plan-missing'])
    const publicDisclosures = [{ kind: 'conference', standing: 'made', on: plainDay('2026-02-01'), where: '（示例）年会' }] as const
    expect(decide('keep-secret', plan, stateWith({}, { publicDisclosures }))).toEqual(['assessment/secret-already-public'])
  })

  it('publishing: a review for secrecy that has been made', () => {
    const low = stateWith({ 'weigh#1': weighed(40) })
    expect(decide('publish', samplePublicationReview, low)).toEqual([])
    expect(decide('publish', {}, low)).toEqual(['assessment/publication-unreviewed'])
    const later = { publicationReview: { reviewedOn: plainDay('2026-03-03'), opinion: '同意公开' } }
    expect(decide('publish', later, low)).toEqual(['assessment/publication-unreviewed'])
  })

  it('rejecting: its ground; wanting more data: which', () => {
    const low = stateWith({ 'weigh#1': weighed(40) })
    expect(decide('reject', {}, low)).toEqual(['assessment/rejection-ground-missing'])
    expect(decide('reject', { rejectionGround: 'excluded-subject' }, low)).toEqual([])
    expect(decide('more-data')).toEqual(['assessment/data-unnamed'])
    expect(decide('more-data', { dataWanted: '补充对比检索' })).toEqual([])
  })
})

describe('an exception goes to the committee', () => {
  const facts = (mean: number, more: object = {}) => {
    const found = findPanelFacts(stateWith({ 'weigh#1': weighed(mean) }), contextOf(stateWith()))
    if (found === undefined) throw new Error('The evidence is there')
    return { ...found, ...more }
  }

  it('when a filing scores below the line, and when a dropped result reaches it', () => {
    expect(listPanelGrounds('file-cn', facts(59.99))).toEqual(['score-below-threshold'])
    expect(listPanelGrounds('file-cn', facts(60))).toEqual([])
    expect(listPanelGrounds('not-file', facts(60))).toEqual(['score-above-threshold'])
    expect(listPanelGrounds('keep-secret', facts(90))).toEqual([])
    expect(listPanelGrounds('more-data', facts(0, { novelty: 'noveltyLost' }))).toEqual([])
  })

  it('when evaluators lie far apart, cost passes the limit, novelty is lost, or the search found it anticipated', () => {
    const state = stateWith({
      'weigh#1': weighed(80, 30),
      'novelty-search#1': result('searched', { ...sampleSearch, finding: 'anticipated' }),
    })
    const found = findPanelFacts(state, contextOf(state))
    if (found === undefined) throw new Error('The evidence is there')
    const dear = { ...found, yardstick: { ...found.yardstick, panelAboveFen: 652_499 }, novelty: 'noveltyLost' as const }
    expect(listPanelGrounds('file-cn', dear)).toEqual(['evaluators-far-apart', 'cost-above-limit', 'novelty-lost', 'anticipated'])
  })

  it('with members named: enough, each once, none an inventor; without them it is refused with the numbers', () => {
    const low = stateWith({ 'weigh#1': weighed(40) })
    expect(decide('file-cn', { panel }, low)).toEqual([])
    expect(decide('file-cn', { panel: panel.slice(1) }, low)).toEqual(['assessment/panel-too-small'])
    expect(decide('file-cn', { panel: ['cai', 'cai', 'ann'] as PersonId[] }, low)).toEqual([
      'assessment/panel-member-twice',
      'assessment/panel-conflicted',
    ])
    const own = checkDecision(
      sampleDecision({ panel: ['cai', 'cui', 'officer'] as PersonId[] }),
      contextOf(low, { outcome: 'file-cn', actor: 'officer' as PersonId }),
    )
    expect(own).toMatchObject([{ code: 'assessment/panel-conflicted', field: '/panel/2', fact: { because: 'decides' } }])
    const [refusal] = checkDecision(sampleDecision(), contextOf(low, { outcome: 'file-cn' }))
    expect(refusal).toMatchObject({ code: 'assessment/score-below-threshold', field: '/panel', fact: { mean: '40.00', least: 60 } })
  })

  it('a result published in a paper is fileable only with the committee', () => {
    const publicDisclosures = [{ kind: 'paper', standing: 'made', on: plainDay('2026-02-01'), where: '（示例）学报' }] as const
    expect(decide('file-cn', {}, stateWith({}, { publicDisclosures }))).toEqual(['assessment/novelty-lost'])
  })
})

describe('after an appeal was upheld', () => {
  const overturned = stateWith({ 'appeal-vote#1': result('carried'), 'weigh#1': weighed(40) })

  it('not filing cannot be decided again, and filing needs no second committee', () => {
    expect(checkDecision(sampleRefusal, contextOf(overturned, { outcome: 'not-file' })).map(({ code }) => code)).toEqual([
      'assessment/overturned',
    ])
    expect(decide('file-cn', {}, overturned)).toEqual([])
  })
})

describe('the record of due diligence', () => {
  it('keeps who decided on which facts, how it was searched and scored, and that nothing unlawful was gained', () => {
    const record = recordDiligence(
      decidedState('not-file', {}, { 'panel-vote#1': result('carried'), 'panel-vote#1/cai': result('for', {}, 'cai') }),
    )
    expect(record).toMatchObject({
      decision: 'not-file',
      decidedBy: 'officer',
      noUnlawfulGain: true,
      search: { on: '2026-03-02', databases: 3, documents: 2 },
      interviewedInventors: 1,
      panel: { outcome: 'carried' },
    })
    expect(record.citations[0]).toMatchObject({ law: '科学技术进步法', article: '97', sure: 'text' })
  })
})
