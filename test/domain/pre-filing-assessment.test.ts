import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import { sampleDualFiling, sampleOpening, sampleRecusal } from '#cli/samples/pre-filing-assessment.ts'
import type { PersonId } from '#domain/actor.ts'
import { checks } from '#domain/pre-filing-assessment-checks.ts'
import { listFilingDocket } from '#domain/pre-filing-assessment-docket.ts'
import { definition, rules, steps } from '#domain/pre-filing-assessment.ts'
import { words as en } from '#domain/words/pre-filing-assessment.en.ts'
import { words as zh } from '#domain/words/pre-filing-assessment.zh.ts'
import type { ProcessWords } from '#domain/words.ts'
import { defaults } from '#policy/pre-filing-assessment.ts'
import { forms } from '#schemas/pre-filing-assessment.ts'
import { decidedState, inventors, result, stateWith } from '#test/samples/pre-filing-assessment-state.ts'

type Schema = {
  readonly properties?: { readonly [name: string]: Schema }
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

/** The paths of a form's fields, `*` for the items of a list, as words are kept for them. */
function listPaths(schema: Schema, path = ''): string[] {
  const named = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const own = path === '' ? name : `${path}.${name}`
    return [own, ...listPaths(inner, own)]
  })
  const items = schema.items === undefined ? [] : listPaths(schema.items, `${path}.*`)
  return [...named, ...items, ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) => listPaths(one, path))]
}

const userTasks = Object.values(steps).filter((step) => step.word === 'user-task')

describe('the people of an assessment', () => {
  const state = stateWith({
    'score#1/eva': result('recused', sampleRecusal, 'eva'),
    'convene-appeal#1': result('convened', { members: ['dai'] }, 'officer'),
  })
  const related = (relation: string) => definition.people(state).flatMap((one) => (one.relation === relation ? [one.person] : []))

  it('are its inventors with their shares; whoever recused himself is interested and neither decides nor advises', () => {
    expect(related('inventor')).toEqual(inventors)
    expect(definition.people(state).find((one) => one.relation === 'inventor')?.shareBp).toBe(5000)
    expect(related('interested')).toEqual(['eva'])
    expect(related('participant')).toEqual(['manager', 'eva', 'edo', 'dai'])
  })

  it('include the applicant: who opened it for himself, else the first inventor', () => {
    expect(related('applicant')).toEqual(['ann'])
    const own = { ...state, head: { ...state.head, openedBy: { is: 'person' as const, person: 'bo' as PersonId, as: 'self' as const } } }
    expect(definition.people(own).find((one) => one.relation === 'applicant')?.person).toBe('bo')
  })

  it('are none once the content is erased', () => {
    expect(definition.people({ ...state, data: {}, results: {} })).toEqual([])
    expect(definition.title({ ...state, data: {} })).toBe('')
  })
})

describe('withdrawal', () => {
  it('is open until a decision stands; wanting more data settles nothing', () => {
    expect(definition.mayWithdraw(stateWith())).toBe(true)
    expect(definition.mayWithdraw(decidedState('more-data'))).toBe(true)
    expect(definition.mayWithdraw(decidedState('file-cn'))).toBe(false)
  })
})

describe('an opening', () => {
  it('never carries a state secret: the form knows no such level (9.21)', () => {
    const opening = forms['pre-filing-assessment/open']
    expect(opening.safeParse(sampleOpening(inventors)).success).toBe(true)
    expect(opening.safeParse({ ...sampleOpening(inventors), secrecyLevel: 'state-secret' }).success).toBe(false)
    expect(opening.safeParse({ ...sampleOpening(inventors), idNumber: '（示例）' }).success).toBe(false)
  })
})

describe('separation of duties', () => {
  it('whoever scored or estimated does not decide, whoever decided does not approve, whoever drew up does not seal', () => {
    expect(steps.decide.separateFrom).toEqual(['score', 'cost-estimate'])
    expect(steps.approveFiling.separateFrom).toEqual(['decide', 'cost-estimate'])
    expect(steps.sealHandOver.separateFrom).toEqual(['hand-over-terms'])
    expect(steps.appealVote.separateFrom).toEqual(['decide', 'score', 'panel-vote'])
  })

  it('scores and votes are private until the step ends', () => {
    expect([steps.score, steps.panelVote, steps.appealVote].map((step) => step.private)).toEqual([true, true, true])
  })
})

describe('the forms', () => {
  const keys = [
    definition.opens.form,
    ...userTasks.map((step) => step.form),
    ...Object.values(definition.messages).map((message) => message.form),
  ]

  it('have a schema each, and no schema is without a form', () => {
    expect(Object.keys(forms).toSorted()).toEqual([...new Set(keys)].toSorted())
    expect(Object.keys(checks).filter((key) => !keys.includes(key))).toEqual([])
  })

  it.each(Object.entries(forms))('%s: every field has its label in both languages', (key, schema) => {
    const paths = new Set(listPaths(z.toJSONSchema(schema, { io: 'input' }) as Schema))
    for (const words of [zh, en]) expect([...paths].filter((path) => words.forms[key]?.[path] === undefined)).toEqual([])
    expect(Object.keys(zh.forms[key] ?? {}).filter((path) => !paths.has(path))).toEqual([])
  })

  it('every choice has its words in both languages', () => {
    const choices = JSON.stringify(Object.values(forms).map((schema) => z.toJSONSchema(schema))).matchAll(
      /"(?:enum":\[([^\]]*)\]|const":"([^"]*)")/g,
    )
    const values = [...choices].flatMap(([, list, single]) => (single === undefined ? (JSON.parse(`[${list}]`) as string[]) : [single]))
    for (const words of [zh, en]) expect(values.filter((value) => words.values[value] === undefined)).toEqual([])
  })
})

describe.each([
  ['zh-CN', zh],
  ['en', en],
])('the words in %s', (_, words: ProcessWords) => {
  it('name every step, outcome, ending, paper and message, and nothing else', () => {
    expect(Object.keys(words.steps).toSorted()).toEqual(
      Object.values(steps)
        .map((step) => step.name)
        .toSorted(),
    )
    const outcomes = userTasks.flatMap((step) => step.outcomes.map((outcome: string) => [`${step.name}/${outcome}`, outcome] as const))
    expect(outcomes.filter(([own, common]) => (words.outcomes[own] ?? words.outcomes[common]) === undefined)).toEqual([])
    expect(Object.keys(words.endings).toSorted()).toEqual([...definition.outcomes, 'withdrawn'].toSorted())
    expect(Object.keys(words.documents)).toEqual(definition.documents)
    expect(Object.keys(words.messages)).toEqual(Object.keys(definition.messages))
  })

  it('say of every refusal what was wrong and what to do', () => {
    expect(Object.keys(words.refusals).toSorted()).toEqual(rules.map(({ code }) => code).toSorted())
    for (const { says, remedy } of Object.values(words.refusals)) expect(says.length * remedy.length).toBeGreaterThan(0)
  })

  it('name every deadline of a filing', () => {
    const state = decidedState('same-day-dual', {}, { 'record-filing#1': result('filed', sampleDualFiling('2026-04-15'), 'officer') })
    const codes = listFilingDocket(state).map(({ code }) => code)
    expect(codes.filter((code) => words.deadlines[code] === undefined)).toEqual([])
  })
})

describe('the policy', () => {
  it('sets a due rule for steps that there are, and fits into the 32 kB that a matter pins', () => {
    const names: readonly string[] = userTasks.map((step) => step.name)
    expect(Object.keys(defaults.due ?? {}).filter((name) => !names.includes(name))).toEqual([])
    expect(JSON.stringify(defaults).length).toBeLessThan(32_000)
  })

  it('has an approval chain for every cost, and no decider in it', () => {
    const last = defaults.matrix?.at(-1)
    expect(last?.upToFen).toBeUndefined()
    expect(defaults.matrix?.every(({ chain }) => chain.length > 0 && !chain.includes('ipo_officer'))).toBe(true)
  })
})
