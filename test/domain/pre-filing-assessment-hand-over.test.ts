import { describe, expect, it } from 'vitest'
import {
  sampleAppeal,
  sampleConsents,
  sampleRefusal,
  sampleReply,
  sampleScore,
  sampleTaxReview,
  sampleTerms,
} from '#cli/samples/pre-filing-assessment.ts'
import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import { fen } from '#domain/money.ts'
import type { HandOverTerms } from '#domain/pre-filing-assessment-forms.ts'
import {
  checkAppealPanel,
  checkConfirmation,
  checkConsents,
  checkHandOverTerms,
  checkReply,
  checkTaxReview,
  isTaxReviewNeeded,
  listTakers,
  mayHandOver,
} from '#domain/pre-filing-assessment-hand-over.ts'
import { contextOf, decidedState, inventors, result, stateWith } from '#test/samples/pre-filing-assessment-state.ts'

const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)
const [ann, bo, chen] = inventors as [PersonId, PersonId, PersonId]
const today = '2026-03-02'

describe('the team’s answer', () => {
  const refused = decidedState('not-file')
  const answered = (outcome: string) => stateWith({ 'reply#1': result(outcome, sampleReply, 'ann') })

  it('3: is reply and appeal each once', () => {
    expect(checkReply(sampleReply, contextOf(refused, { outcome: 'reply' }))).toEqual([])
    expect(codes(checkReply(sampleReply, contextOf(answered('reply'), { outcome: 'reply' })))).toEqual(['assessment/reply-used'])
    expect(checkReply(sampleAppeal, contextOf(answered('reply'), { outcome: 'appeal' }))).toEqual([])
    expect(codes(checkReply(sampleAppeal, contextOf(answered('appeal'), { outcome: 'appeal' })))).toEqual(['assessment/appeal-used'])
  })

  it('says something, or gives grounds, or accepts', () => {
    expect(codes(checkReply({}, contextOf(refused, { outcome: 'reply' })))).toEqual(['assessment/reply-empty'])
    expect(codes(checkReply({}, contextOf(refused, { outcome: 'appeal' })))).toEqual(['assessment/appeal-grounds-missing'])
    expect(checkReply({}, contextOf(refused, { outcome: 'accept' }))).toEqual([])
  })
})

describe('the appeal', () => {
  it('is heard by nobody who scored, decided or voted before, nor by an inventor', () => {
    const state = decidedState(
      'not-file',
      {},
      {
        'score#1/eva': result('scored', sampleScore(40), 'eva'),
        'panel-vote#1': result('carried'),
        'panel-vote#1/cai': result('for', {}, 'cai'),
      },
    )
    const hear = (...members: string[]) => checkAppealPanel({ members: members as PersonId[] }, contextOf(state))
    expect(hear('dai', 'dong', 'du')).toEqual([])
    const wrong = hear('eva', 'officer', 'cai', 'ann')
    expect(wrong.map(({ fact, field }) => [field, fact['because']])).toEqual([
      ['/members/3', 'inventor'],
      ['/members/0', 'first-instance'],
      ['/members/1', 'first-instance'],
      ['/members/2', 'first-instance'],
    ])
    expect(codes(hear('dai', 'dong'))).toEqual(['assessment/panel-too-small'])
  })
})

describe('co-owners', () => {
  const owned = stateWith({}, { coOwners: [{ name: '（示例）江南农业科学研究院' }, { name: '（示例）云溪农业科技股份有限公司' }] })
  const consent = (outcome: string, form = sampleConsents) => checkConsents(form, contextOf(owned, { outcome }))

  it('9.9: consent in writing each; silence is no consent', () => {
    const [refusal] = consent('consented')
    expect(refusal).toMatchObject({ code: 'assessment/consent-missing', fact: { coOwners: ['（示例）云溪农业科技股份有限公司'] } })
    const both = { consents: [...sampleConsents.consents, { ...sampleConsents.consents[0]!, coOwner: '（示例）云溪农业科技股份有限公司' }] }
    expect(consent('consented', both)).toEqual([])
  })

  it('who object block, with what the others said on record', () => {
    expect(consent('objected')).toEqual([])
    expect(
      codes(consent('objected', { consents: [{ coOwner: '（无此单位）', consentedOn: plainDay(today), letter: '（示例）' }] })),
    ).toEqual(['assessment/consent-stranger'])
  })

  it('did not consent in the future', () => {
    const late = { consents: sampleConsents.consents.map((one) => ({ ...one, consentedOn: plainDay('2026-03-03') })) }
    expect(codes(consent('objected', late))).toEqual(['assessment/consent-in-future'])
  })
})

describe('the hand-over', () => {
  const elected = stateWith({
    'hand-over-election#1/chen': result('accept', {}, 'chen'),
    'hand-over-election#1/ann': result('accept', {}, 'ann'),
    'hand-over-election#1/bo': result('decline'),
  })
  const terms = (changes: Partial<HandOverTerms> = {}) => ({ ...sampleTerms([ann, chen], today), ...changes })
  const check = (form: HandOverTerms, outcome = 'free') => codes(checkHandOverTerms(form, contextOf(elected, { outcome })))

  it('is offered unless the right is another’s or used up', () => {
    expect(mayHandOver(sampleRefusal)).toBe(true)
    expect(mayHandOver({ rejectionGround: 'excluded-subject' })).toBe(true)
    expect(mayHandOver({ rejectionGround: 'not-service-invention' })).toBe(false)
    expect(mayHandOver({ rejectionGround: 'already-filed' })).toBe(false)
  })

  it('goes to the inventors who want it, in the order of the record, and to nobody else', () => {
    expect(listTakers(elected)).toEqual([ann, chen])
    expect(check(terms())).toEqual([])
    expect(check(terms({ takers: [{ person: ann, shareBp: 10_000 }] }))).toEqual(['assessment/takers-not-elected'])
    const stranger = { takers: [ann, bo, chen].map((person, place) => ({ person, shareBp: place === 0 ? 3334 : 3333 })) }
    expect(check(terms(stranger))).toEqual(['assessment/takers-not-elected'])
    expect(check(terms({ takers: terms().takers.map((one) => ({ ...one, shareBp: 4999 })) }))).toEqual([
      'assessment/taker-shares-do-not-sum',
    ])
    expect(check(terms({ representative: bo }))).toEqual(['assessment/representative-not-taker'])
  })

  it('takes effect today or later, leaves the university no more than its rule allows', () => {
    expect(check(terms({ effectiveOn: plainDay('2026-03-01') }))).toEqual(['assessment/effective-too-early'])
    expect(check(terms({ universityShareBp: 5000 }))).toEqual([])
    expect(check(terms({ universityShareBp: 5001 }))).toEqual(['assessment/university-share-too-high'])
  })

  it('to a foreign national needs the export formalities', () => {
    expect(check(terms({ foreignTaker: true }))).toEqual(['assessment/foreign-taker-unlicensed'])
    expect(check(terms({ foreignTaker: true, exportLicence: '（示例）技术出口合同登记证' }))).toEqual([])
  })

  it('3: for nothing is a deemed sale at market price and goes past finance', () => {
    expect(isTaxReviewNeeded(terms())).toBe(true)
    expect(isTaxReviewNeeded(terms({ priceFen: fen(1) }))).toBe(false)
    expect(check(terms(), 'priced')).toEqual(['assessment/price-not-as-named'])
    expect(check(terms({ priceFen: fen(100) }), 'free')).toEqual(['assessment/price-not-as-named'])
    expect(checkTaxReview(sampleTaxReview)).toEqual([])
    const [refusal] = checkTaxReview({ ...sampleTaxReview, marketPriceFen: fen(0) })
    expect(refusal?.citations.map(({ law, article }) => `${law} ${article}`)).toEqual(['增值税法 5(iii)', '增值税法 19'])
    expect(checkTaxReview({ ...sampleTaxReview, marketPriceFen: fen(0), exemption: '（示例）免税依据' })).toEqual([])
  })

  it('is confirmed by nobody who has not read it, and as no other paper than the one that is shown', () => {
    expect(codes(checkConfirmation({ termsRead: false }, contextOf(elected, { outcome: 'confirmed' })))).toEqual([
      'assessment/terms-unread',
      'signing/other-paper',
    ])
    expect(checkConfirmation({ termsRead: false }, contextOf(elected, { outcome: 'refused' }))).toEqual([])
  })
})
