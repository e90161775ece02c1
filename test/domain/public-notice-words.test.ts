import { describe, expect, it } from 'vitest'
import type { StepDefinition } from '#domain/definition.ts'
import { definition as objection, rules as objectionRules } from '#domain/notice-objection.ts'
import { definition as notice, rules as noticeRules } from '#domain/public-notice.ts'
import { words as objectionEn } from '#domain/words/notice-objection.en.ts'
import { words as objectionZh } from '#domain/words/notice-objection.zh.ts'
import { words as noticeEn } from '#domain/words/public-notice.en.ts'
import { words as noticeZh } from '#domain/words/public-notice.zh.ts'
import { forms as objectionForms } from '#schemas/notice-objection.ts'
import { forms as noticeForms } from '#schemas/public-notice.ts'
import { listFormFields } from '../form-fields.ts'

const cases = [
  { name: 'the notice in Chinese', words: noticeZh, definition: notice, rules: noticeRules, forms: noticeForms },
  { name: 'the notice in English', words: noticeEn, definition: notice, rules: noticeRules, forms: noticeForms },
  { name: 'the objection in Chinese', words: objectionZh, definition: objection, rules: objectionRules, forms: objectionForms },
  { name: 'the objection in English', words: objectionEn, definition: objection, rules: objectionRules, forms: objectionForms },
]

describe.each(cases)('$name', ({ words, definition, rules, forms }) => {
  const fields = listFormFields(forms)

  it('every field of every form has a label, and no label lacks a field', () => {
    for (const { form, paths } of fields) expect(Object.keys(words.forms[form] ?? {}).toSorted(), form).toEqual(paths.toSorted())
  })

  it('every value to choose has a label', () => {
    const values = [...new Set(fields.flatMap((one) => one.values))]
    expect(values.filter((value) => words.values[value] === undefined)).toEqual([])
  })

  it('every step, outcome, ending, message and paper is named', () => {
    const steps: readonly StepDefinition[] = Object.values(definition.steps)
    const outcomes = steps.flatMap((step) => ('outcomes' in step ? step.outcomes.map((outcome) => `${step.name}/${outcome}`) : []))
    expect(steps.filter((step) => words.steps[step.name] === undefined)).toEqual([])
    expect(outcomes.filter((outcome) => words.outcomes[outcome] === undefined)).toEqual([])
    expect([...definition.outcomes, 'withdrawn'].filter((ending) => words.endings[ending] === undefined)).toEqual([])
    expect(Object.keys(words.messages)).toEqual(Object.keys(definition.messages))
    expect(Object.keys(words.documents)).toEqual(definition.documents)
  })

  it('every rule has its sentence and its remedy, and no sentence lacks a rule', () => {
    expect(Object.keys(words.refusals).toSorted()).toEqual(rules.map((rule) => rule.code).toSorted())
  })
})
