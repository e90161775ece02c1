import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#domain/actor.ts'
import { checks as openLicenceChecks } from '#domain/open-licence-checks.ts'
import { checks as assessmentChecks } from '#domain/pre-filing-assessment-checks.ts'
import type { CheckContext } from '#domain/checks.ts'
import { plainDay } from '#domain/day.ts'
import { fen } from '#domain/money.ts'
import type { Refusal } from '#domain/refusal.ts'
import { registerChange, type RegisterRow } from '#domain/register.ts'
import { foldRegister } from '#domain/register-fold.ts'
import { checkRegisterChange } from '#domain/register-rules.ts'
import { checkMandate, findMandateOf, isMandateInForce, type MandateFacts } from '#domain/signing-mandate.ts'
import { findToSign } from '#domain/signing.ts'
import type { MatterState } from '#domain/state.ts'
import { sampleMandate } from '#cli/samples/registers.ts'
import { sampleGrantRow } from '#cli/samples/title-grant.ts'
import { mandateRow } from '#test/samples/mandates.ts'
import { ask, stateAt } from '#test/samples/title-grant-ask.ts'
import { contextOf, team } from '#test/samples/title-grant-play.ts'

const paper = 'title-grant/agreement'
const asset = 'asset' as PersonId
const today = plainDay('2026-03-02')

function judge(registers: readonly RegisterRow[], changes: Partial<CheckContext> = {}, amount?: number): string[] {
  const context = contextOf(undefined, { today, registers, signer: asset, actor: asset, ...changes })
  return checkMandate(context, amount === undefined ? { paper } : { paper, amountFen: fen(amount) }).map(({ code }) => code)
}

describe('who signs for the house', () => {
  it('has a mandate of his own, in force on the day and covering the paper', () => {
    expect(judge([mandateRow('asset')])).toEqual([])
    expect(judge([])).toEqual(['signing/mandate-missing'])
    expect(judge([mandateRow('legal')])).toEqual(['signing/mandate-missing'])
  })

  it('does not sign before the first day of his mandate, nor after its last', () => {
    const within = { since: plainDay('2026-03-02'), until: plainDay('2026-03-02') }
    expect(judge([mandateRow('asset', within)])).toEqual([])
    expect(judge([mandateRow('asset', within)], { today: plainDay('2026-03-01') })).toEqual(['signing/mandate-not-in-force'])
    expect(judge([mandateRow('asset', within)], { today: plainDay('2026-03-03') })).toEqual(['signing/mandate-not-in-force'])
  })

  it('does not sign from the day on which his mandate was revoked', () => {
    const revoked = mandateRow('asset', { revokedOn: today })
    expect(judge([revoked], { today: plainDay('2026-03-01') })).toEqual([])
    expect(judge([revoked])).toEqual(['signing/mandate-not-in-force'])
  })

  it('does not sign papers, nor sums, that his mandate does not name', () => {
    expect(judge([mandateRow('asset', { papers: ['open-licence/declaration-sheet'] })])).toEqual(['signing/mandate-too-narrow'])
    const limited = mandateRow('asset', { upToFen: fen(100) })
    expect(judge([limited], {}, 100)).toEqual([])
    expect(judge([limited], {}, 101)).toEqual(['signing/mandate-too-narrow'])
  })

  it('signs everything as the legal representative', () => {
    expect(judge([mandateRow('asset', { basis: 'legal-representative', papers: [] })], {}, 99_999_999_999)).toEqual([])
  })

  it('does not sign for an absent colleague under that colleague’s mandate, but under his own', () => {
    const deputy = { signer: 'legal' as PersonId, actor: asset }
    expect(judge([mandateRow('asset')], deputy)).toEqual(['signing/deputy-without-mandate'])
    expect(judge([mandateRow('asset'), mandateRow('legal')], deputy)).toEqual([])
  })

  it('is refused with the articles on agency, read in the version in force', () => {
    const [refusal] = checkMandate(contextOf(undefined, { today, registers: [], signer: asset }), { paper })
    expect(refusal?.citations).toEqual([
      { law: '民法典', article: '171(1)', version: '2020-05-28', sure: 'text' },
      { law: '民法典', article: '165', version: '2020-05-28', sure: 'text' },
    ])
  })

  it('is named by the mandate in force when he signed, also where it was revoked later on that day', () => {
    const rows = [
      mandateRow('asset', { revokedOn: today, number: 'A' }),
      mandateRow('asset', { since: plainDay('2026-03-03'), number: 'B' }),
    ]
    expect(findMandateOf(rows, asset, { paper }, today)?.number).toBe('A')
    expect(findMandateOf(rows, asset, { paper }, plainDay('2026-03-03'))?.number).toBe('B')
    expect(findMandateOf(rows, 'legal' as PersonId, { paper }, today)).toBeUndefined()
  })
})

describe('a signature', () => {
  let signing: MatterState
  let seen: string
  beforeAll(async () => {
    signing = await stateAt('sign-university')
    seen = findToSign(signing, paper)?.sha256 ?? ''
  })
  const sign = (data: object, more: Partial<CheckContext> = {}) =>
    ask('title-grant/sign-university', { termsRead: true, ...data }, signing, {
      outcome: 'signed',
      signer: 'officer-asset' as PersonId,
      ...more,
    })

  it('is given under the very paper that was shown', () => {
    expect(sign({ sha256: seen })).toEqual([])
    expect(sign({})).toEqual(['signing/other-paper'])
    expect(sign({ sha256: 'f'.repeat(64) })).toEqual(['signing/other-paper'])
  })

  it('refused needs neither paper nor mandate', () => {
    expect(sign({}, { outcome: 'refused', registers: [] })).toEqual([])
  })

  it('of the university rests on a mandate, for the value of what it gives away', () => {
    const right = sampleGrantRow(team)
    expect(sign({ sha256: seen }, { registers: [right] })).toEqual(['signing/mandate-missing'])
    const small = mandateRow('officer-asset', { upToFen: fen(79_999_999) })
    expect(sign({ sha256: seen }, { registers: [right, small] })).toEqual(['signing/mandate-too-narrow'])
    const enough = mandateRow('officer-asset', { upToFen: fen(80_000_000) })
    expect(sign({ sha256: seen }, { registers: [right, enough] })).toEqual([])
  })

  it('of a declaration and a hand-over for the house cannot be given without a mandate either', () => {
    const asked: readonly (readonly [object, string, string])[] = [
      [openLicenceChecks, 'open-licence/sign-declaration', 'signed'],
      [openLicenceChecks, 'open-licence/sign-withdrawal', 'signed'],
      [assessmentChecks, 'pre-filing-assessment/seal-hand-over', 'confirmed'],
    ]
    for (const [checks, form, outcome] of asked) {
      const check = (checks as { readonly [form: string]: (data: object, context: CheckContext) => readonly Refusal[] })[form]
      const state = { ...signing, results: priced(signing), papers: [] }
      const context = contextOf(state, { outcome, registers: [], signer: 'officer' as PersonId })
      expect(check?.({ termsRead: true }, context).map(({ code }) => code)).toContain('signing/mandate-missing')
    }
  })
})

/** As if a fee had been proposed. */
function priced({ results }: MatterState): MatterState['results'] {
  const [first] = Object.values(results)
  if (first === undefined) throw new Error('Nothing was done yet')
  const price = { ...first, outcome: 'proposed', data: { fee: { method: 'lump-sum', fixedFen: 100, paymentDays: 15 } } }
  return { ...results, ['price#1' as never]: price }
}

describe('the register of mandates', () => {
  const subject = { register: 'mandate', id: 'asset~1' } as const
  const known = { source: '授权委托书', on: today }
  const enter = (changes: Partial<MandateFacts>, drop: readonly (keyof MandateFacts)[] = []) => {
    const { revokedOn: _, ...all } = sampleMandate('asset', '负责人', '1', changes)
    const facts = Object.fromEntries(Object.entries(all).filter(([name]) => !drop.some((one) => one === name))) as typeof all
    return checkRegisterChange(undefined, registerChange(subject, 'MandateRegistered', facts, known)).map(({ code }) => code)
  }

  it('takes a letter of authority that names the papers and its last day', () => {
    expect(enter({})).toEqual([])
    expect(enter({ papers: [] })).toEqual(['register/mandate-vague'])
    expect(enter({}, ['until'])).toEqual(['register/mandate-vague'])
    expect(enter({ basis: 'legal-representative', papers: [] }, ['until'])).toEqual([])
  })

  it('takes no letter of a day to come, and none that ends before it begins', () => {
    expect(enter({ givenOn: plainDay('2026-03-03') })).toEqual(['register/day-to-come'])
    expect(enter({ until: plainDay('2025-12-31') })).toEqual(['register/days-reversed'])
  })

  it('ends a mandate on the day of its revocation, once', () => {
    const before = sampleMandate('asset', '负责人', '1')
    const revoked = registerChange(subject, 'MandateRevoked', { reason: '离任' }, known)
    const after = foldRegister(before, revoked) as MandateFacts
    expect([isMandateInForce(before, today), isMandateInForce(after, today)]).toEqual([true, false])
    expect(checkRegisterChange(before, revoked)).toEqual([])
    expect(checkRegisterChange(after, revoked).map(({ code }) => code)).toEqual(['register/mandate-revoked'])
  })
})
