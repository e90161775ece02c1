import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/title-grant.ts'
import type { Action } from '#domain/action.ts'
import { applyAction } from '#domain/apply.ts'
import { plainDay } from '#domain/day.ts'
import { foldRegister } from '#domain/register-fold.ts'
import { checkRegisterChange } from '#domain/register-rules.ts'
import {
  registerChange,
  type Encumbrance,
  type PatentFacts,
  type RegisterChange,
  type RegisterEvent,
  type RegisterEventFacts,
} from '#domain/register.ts'
import type { MatterId, MatterState, TaskId } from '#domain/state.ts'
import { listLocked } from '#domain/subjects.ts'
import { checkSignature } from '#domain/title-grant-agreement.ts'
import { definition } from '#domain/title-grant.ts'
import { agedPatent, ann, bo, chen, contextOf, notices, ofAged, play, team } from '#test/samples/title-grant-play.ts'
import { simulate } from '../simulator/simulate.ts'

const today = plainDay('2027-01-04')
const subject = { register: 'patent', id: sample.grantedNumber } as const
const row = sample.sampleGrantRow(team)
const everybody = [ann, bo, chen]

type Told = { readonly facts: PatentFacts; readonly state: MatterState | undefined }

/** Folds what the actions change in the register, under the locks that the record takes. */
function tell(actions: readonly Action[], { facts, state }: Told = { facts: row.facts as PatentFacts, state: undefined }): Told {
  return actions.reduce<Told>(
    (told, action) => {
      const after = applyAction(told.state, action)
      const changes = definition.effects(told.state, after, action)
      if (changes.length > 0) expect(listLocked(definition, told.state, action)).toContain(`patent/${sample.grantedNumber}`)
      const next = changes.reduce<PatentFacts>((known, change) => {
        expect(checkRegisterChange(known, change, after.head.id)).toEqual([])
        return foldRegister(known, change) as PatentFacts
      }, told.facts)
      return { facts: next, state: after }
    },
    { facts, state },
  )
}

const played = async (answers = {}) => (await simulate(play({ ...ofAged, ...answers }, [notices()], agedPatent))).actions

/** The register as it stands while the grant runs. */
async function granted(): Promise<PatentFacts> {
  const actions = await played()
  const concluded = actions.findIndex(
    ({ kind, facts }) => kind === 'StepDone' && 'step' in facts && String(facts.step).startsWith('conclude'),
  )
  return tell(actions.slice(0, concluded + 1)).facts
}

function entering<Kind extends RegisterEvent>(kind: Kind, facts: RegisterEventFacts[Kind]): RegisterChange {
  return registerChange(subject, kind, facts, { source: '合同登记', on: today })
}

const licence = (kind: 'ordinary-licence' | 'exclusive-licence' | 'sole-licence' | 'pledge', more = {}) =>
  entering('EncumbranceEntered', { id: 'e9', kind, recorded: false, since: today, ...more })
const codes = (facts: PatentFacts, change: RegisterChange) => checkRegisterChange(facts, change).map(({ code }) => code)

describe('a right that was granted, on the register', () => {
  it('says to whom and how they decide from the last signature on, and nothing of a paper of inheritance', async () => {
    const [grant] = (await granted()).encumbrances
    expect(grant?.grantedTo).toMatchObject({ team: { representative: ann, members: [{ person: ann }, { person: bo }, { person: chen }] } })
    expect(JSON.stringify(grant?.grantedTo)).not.toContain('heirProof')
  })

  it('is licensed exclusively, solely, or pledged with the consents that agreement and law ask for (专利法 14)', async () => {
    const facts = await granted()
    for (const kind of ['exclusive-licence', 'sole-licence', 'pledge'] as const) {
      expect(codes(facts, licence(kind)), kind).toEqual(['title-grant/disposal-needs-all'])
      expect(codes(facts, licence(kind, { consents: [ann, bo] })), kind).toEqual(
        kind === 'pledge' ? ['title-grant/disposal-needs-all'] : expect.anything(),
      )
      expect(codes(facts, licence(kind, { consents: everybody })), kind).toEqual([])
    }
    expect(codes(facts, licence('pledge', { consents: ['nobody'] }))).toEqual(['title-grant/disposal-stranger'])
  })

  it('was the university’s alone to license before the grant: an old licence is entered late', async () => {
    expect(codes(await granted(), licence('exclusive-licence', { since: plainDay('2025-01-06') }))).toEqual([])
  })

  it('passes to others by transfer with everybody’s consent, and by succession or decision without', async () => {
    const facts = await granted()
    const owners = [{ name: '（示例）某公司' }]
    const passes = (more = {}) => codes(facts, entering('OwnerChanged', { since: today, owners, ...more }))
    expect(passes()).toEqual(['title-grant/disposal-needs-all'])
    expect(passes({ consents: everybody })).toEqual([])
    expect([passes({ ground: 'succession' }), passes({ ground: 'decision' })]).toEqual([[], []])
    expect(passes({ consents: everybody, since: plainDay('2027-01-05') })).toEqual(['register/day-to-come'])
  })

  it('is released by its own matter and by nobody at the desk', async () => {
    const facts = await granted()
    const [grant] = facts.encumbrances
    const end = entering('EncumbranceEnded', { id: grant?.id ?? '', endedOn: today })
    expect(codes(facts, end)).toEqual(['register/encumbrance-of-a-matter'])
    expect(checkRegisterChange(facts, end, grant?.matter)).toEqual([])
    expect(checkRegisterChange(facts, end, 'another' as MatterId)).toHaveLength(1)
  })

  it('for a dead member waits for all his heirs together', async () => {
    const facts = await granted()
    const [grant] = facts.encumbrances
    if (grant?.grantedTo === undefined) throw new Error('The sample was granted')
    const members = grant.grantedTo.team.members.map((one) =>
      one.person === chen ? { ...one, standing: 'deceased' as const, heirs: ['dan', 'eve'] as never } : one,
    )
    const decision = { ...grant.grantedTo.decision, exclusiveLicence: 'all' as const }
    const left = { ...facts, encumbrances: [{ ...grant, grantedTo: { team: { ...grant.grantedTo.team, members }, decision } }] }
    const asked = (consents: readonly string[]) => codes(left, licence('exclusive-licence', { consents }))
    expect(asked([ann, bo, 'dan'])).toEqual(['title-grant/disposal-needs-all'])
    expect(asked([ann, bo, 'dan', 'eve'])).toEqual([])
    expect(asked([ann, bo, chen])).toEqual(['title-grant/disposal-stranger'])
  })
})

describe('a yearly report that was corrected', () => {
  const [one] = sample.sampleReport.transformations
  const report = (reference: string, kind = 'licence') => ({ transformations: [{ ...one, reference, kind }] })
  const correction = (state: MatterState, data: object): Action[] => {
    const common = { at: 0, on: today, commandId: 'c' }
    const id = 'k-1'
    const step = 'annual-report#1' as TaskId
    const by = (person: string) => ({ is: 'person', person, as: 'ipo_officer' }) as never
    return [
      { ...common, seq: state.seq + 1, kind: 'CorrectionProposed', actor: by('x'), facts: { id, step, data, reason: '笔误' } },
      { ...common, seq: state.seq + 2, kind: 'CorrectionDecided', actor: by('y'), facts: { id, approved: true } },
    ] as unknown as Action[]
  }

  it('changes what the register has from it, and leaves what others entered', async () => {
    const actions = await played({ 'annual-report#1': { outcome: 'reported', data: report('甲项目') } })
    const until = actions.findIndex(({ kind, facts }) => kind === 'TaskCompleted' && 'task' in facts && facts.task === 'annual-report#1')
    const told = tell(actions.slice(0, until + 1))
    const other = { kind: 'self', on: plainDay('2026-09-01'), reference: '丙项目' } as const
    const known = { ...told, facts: foldRegister(told.facts, entering('TransformationEntered', other)) as PatentFacts }
    if (known.state === undefined) throw new Error('The sample was opened')
    const { facts } = tell(correction(known.state, report('乙项目', 'equity')), known)
    expect(facts.transformations).toMatchObject([other, { kind: 'equity', reference: '乙项目', matter: 'm-1', on: '2027-03-02' }])
    expect(tell(correction(known.state, report('甲项目')), known).facts.transformations).toEqual(known.facts.transformations)
  })
})

describe('what comes to bind a right between approval and signature', () => {
  const signing = async (encumbrance: Pick<Encumbrance, 'kind' | 'holder'>) => {
    const actions = await played()
    const asked = actions.findIndex(
      ({ kind, facts }) => kind === 'TaskOpened' && 'task' in facts && Object(facts.task).step === 'sign-university',
    )
    const state = actions.slice(0, asked + 1).reduce<MatterState | undefined>(applyAction, undefined)
    if (state === undefined) throw new Error('The sample was opened')
    const { facts } = sample.sampleGrantRow(team, { filedOn: plainDay('2008-05-01') })
    const bound = {
      ...(facts as PatentFacts),
      encumbrances: [{ id: 'e7', recorded: true, since: plainDay('2026-03-02'), source: '通知书', ...encumbrance }],
    }
    const context = { ...contextOf(state, { registers: [{ ...subject, facts: bound }] }), outcome: 'signed' }
    const given = state.tasks['sign-university#1' as TaskId]?.given
    return checkSignature({ termsRead: true, sha256: String(given?.['sha256']) }, context).map(({ code }) => code)
  }

  it('keeps everybody from signing: a court’s preservation, a dispute, a pledge whose holder was not asked', async () => {
    expect(await signing({ kind: 'ordinary-licence' })).toEqual([])
    expect(await signing({ kind: 'preservation' })).toEqual(['title-grant/preserved'])
    expect(await signing({ kind: 'ownership-dispute' })).toEqual(['title-grant/ownership-disputed'])
    expect(await signing({ kind: 'pledge', holder: '（示例）某银行' })).toEqual(['title-grant/pledgee-consent-missing'])
  })
})
