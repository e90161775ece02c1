import { describe, expect, it } from 'vitest'
import { definition, rules } from '#domain/title-grant.ts'
import type { ProcessWords } from '#domain/words.ts'
import { words as en } from '#domain/words/title-grant.en.ts'
import { words as zh } from '#domain/words/title-grant.zh.ts'
import { forms } from '#schemas/title-grant.ts'
import { listFormFields } from '../form-fields.ts'

const fields = listFormFields(forms)
const languages: [string, ProcessWords][] = [
  ['Chinese', zh],
  ['English', en],
]

describe.each(languages)('in %s', (_, words) => {
  it('every field of every form has a label, and no label lacks a field', () => {
    for (const { form, paths } of fields) expect(Object.keys(words.forms[form] ?? {}).toSorted(), form).toEqual(paths.toSorted())
  })

  it('every value to choose has a label', () => {
    const values = [...new Set(fields.flatMap((one) => one.values))]
    expect(values.filter((value) => words.values[value] === undefined)).toEqual([])
  })

  it('every step, outcome, ending and paper is named', () => {
    const steps = Object.values(definition.steps)
    const outcomes = steps.flatMap((step) => ('outcomes' in step ? step.outcomes.map((outcome) => `${step.name}/${outcome}`) : []))
    expect(steps.filter((step) => words.steps[step.name] === undefined)).toEqual([])
    // Votes are called alike in every committee.
    expect(outcomes.filter((outcome) => (words.outcomes[outcome] ?? words.outcomes[outcome.split('/')[1] ?? '']) === undefined)).toEqual([])
    expect([...definition.outcomes, 'withdrawn'].filter((ending) => words.endings[ending] === undefined)).toEqual([])
    expect(Object.keys(words.documents)).toEqual(definition.documents)
  })

  it('every rule has its sentence and its remedy, and no sentence lacks a rule', () => {
    expect(Object.keys(words.refusals).toSorted()).toEqual(rules.map((rule) => rule.code).toSorted())
  })
})

it('both languages read the same facts', () => {
  const facts = (words: ProcessWords) =>
    Object.fromEntries(
      Object.entries(words.refusals).map(([code, one]) => [
        code,
        [...`${one.says}${one.remedy}`.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted(),
      ]),
    )
  expect(facts(en)).toEqual(facts(zh))
})

it('no rule has the code of another', () => {
  expect(new Set(rules.map((rule) => rule.code)).size).toBe(rules.length)
})
