import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { ProcessDefinition } from '#domain/definition.ts'
import { definition as takeUp, rules as takeUpRules } from '#domain/licence-take-up.ts'
import { rules as conflictRules } from '#domain/open-licence-conflicts.ts'
import { definition as openLicence, rules as openLicenceRules } from '#domain/open-licence.ts'
import { definition as receipt, rules as receiptRules } from '#domain/receipt.ts'
import type { Rule } from '#domain/refusal.ts'
import type { ProcessWords } from '#domain/words.ts'
import { words as takeUpEn } from '#domain/words/licence-take-up.en.ts'
import { words as takeUpZh } from '#domain/words/licence-take-up.zh.ts'
import { words as openLicenceEn } from '#domain/words/open-licence.en.ts'
import { words as openLicenceZh } from '#domain/words/open-licence.zh.ts'
import { words as receiptEn } from '#domain/words/receipt.en.ts'
import { words as receiptZh } from '#domain/words/receipt.zh.ts'
import { forms as takeUpForms } from '#schemas/licence-take-up.ts'
import { forms as openLicenceForms } from '#schemas/open-licence.ts'
import { forms as receiptForms } from '#schemas/receipt.ts'
import { listFormFields } from '../form-fields.ts'

type Room = {
  readonly definition: ProcessDefinition
  readonly forms: { readonly [form: string]: z.ZodType }
  readonly rules: readonly Rule[]
  readonly zh: ProcessWords
  readonly en: ProcessWords
}

const rooms: readonly (readonly [string, Room])[] = [
  [
    'open-licence',
    {
      definition: openLicence,
      forms: openLicenceForms,
      rules: [...openLicenceRules, ...conflictRules],
      zh: openLicenceZh,
      en: openLicenceEn,
    },
  ],
  ['licence-take-up', { definition: takeUp, forms: takeUpForms, rules: takeUpRules, zh: takeUpZh, en: takeUpEn }],
  ['receipt', { definition: receipt, forms: receiptForms, rules: receiptRules, zh: receiptZh, en: receiptEn }],
]

describe.each(rooms)('the words of %s', (_, { definition, forms, rules, zh, en }) => {
  const fields = listFormFields(forms)
  const steps = Object.values(definition.steps)

  it.each([
    ['zh', zh],
    ['en', en],
  ] as const)('in %s name every field, value, step, outcome, ending, message and paper', (_language, words) => {
    for (const { form, paths } of fields)
      expect(Object.keys(words.forms[form] ?? {}).toSorted(), form).toEqual([...new Set(paths)].toSorted())
    expect(fields.flatMap(({ values }) => values).filter((value) => words.values[value] === undefined)).toEqual([])
    expect(steps.filter(({ name }) => words.steps[name] === undefined)).toEqual([])
    expect(Object.keys(words.steps).filter((name) => !steps.some((step) => step.name === name))).toEqual([])
    const outcomes = steps.flatMap((step) => ('outcomes' in step ? step.outcomes.map((outcome) => `${step.name}/${outcome}`) : []))
    expect(outcomes.filter((outcome) => words.outcomes[outcome] === undefined)).toEqual([])
    const heard = steps.flatMap((step) => (step.word === 'wait' ? step.messages : []))
    expect(heard.filter((name) => words.outcomes[name] === undefined || words.messages[name] === undefined)).toEqual([])
    expect([...definition.outcomes, 'withdrawn'].filter((ending) => words.endings[ending] === undefined)).toEqual([])
    expect(Object.keys(words.documents)).toEqual(definition.documents)
  })

  it('say of every rule what is wrong and what to do, and both languages read the same facts', () => {
    const codes = rules.map(({ code }) => code)
    const facts = (words: ProcessWords) =>
      Object.fromEntries(
        Object.entries(words.refusals).map(([code, one]) => [
          code,
          [...`${one.says}${one.remedy}`.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted(),
        ]),
      )
    expect(new Set(codes).size).toBe(codes.length)
    expect(Object.keys(zh.refusals).toSorted()).toEqual(codes.toSorted())
    expect(facts(en)).toEqual(facts(zh))
  })
})
