import { describe, expect, it } from 'vitest'
import type { JsonObject } from '#domain/json.ts'
import { formSchema } from '#schemas/form-schema.ts'
import { allForms } from '#schemas/registry.gen.ts'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'
import { asJson } from '#cli/demo/story.ts'
import type { PersonId } from '#domain/actor.ts'
import { kindOf, mayBeOutside } from '#web/parts/form/field-kind.ts'
import { listChoices, listFields, readFormSchema, resolveSchema, type FormSchema } from '#web/parts/form/json-schema.ts'
import { firstValues, listLeftOver, prepareForm } from '#web/parts/form/prepare.ts'

const opening = readFormSchema(formSchema(allForms['disclosure/open'] ?? neverHere()))

function neverHere(): never {
  throw new Error('There is a start form for a disclosure')
}

const sample = asJson(sampleDisclosure(['inventor1', 'inventor2'] as PersonId[]))

/** Every field of a form at every depth, with its kind. */
function listKinds(schema: FormSchema, root: FormSchema): { name: string; kind: string; schema: FormSchema }[] {
  return listFields(schema, root, undefined).flatMap(({ name, schema: one }) => {
    const inner = one.type === 'array' ? resolveSchema(one.items ?? {}, root) : one
    return [{ name, kind: kindOf(name, one, root), schema: one }, ...(inner.properties === undefined ? [] : listKinds(inner, root))]
  })
}

describe('every form of every process', () => {
  it.each(Object.keys(allForms))('%s can be drawn: no field without a kind, no share as a bare number', (key) => {
    const root = readFormSchema(formSchema(allForms[key] ?? neverHere()))
    const kinds = listKinds(root, root)
    expect(kinds.filter(({ name, kind }) => name.endsWith('Bp') && kind !== 'share')).toEqual([])
    expect(kinds.filter(({ name, kind }) => name.endsWith('Fen') && kind !== 'amount')).toEqual([])
    expect(kinds.filter(({ name, kind }) => name === 'person' && kind !== 'person')).toEqual([])
    expect(kinds.filter(({ kind, schema }) => kind === 'choice' && listChoices(schema).length === 0)).toEqual([])
  })
})

describe('a form with alternatives', () => {
  it('offers the choice of all of them and the fields of the chosen one', () => {
    const secrecy = listFields(opening, opening, {}).find(({ name }) => name === 'secrecyLevel')
    expect(listChoices(secrecy?.schema)).toEqual(['none', 'trade-secret', 'state-secret'])
    expect(listFields(opening, opening, { secrecyLevel: 'state-secret' }).map(({ name }) => name)).toEqual(['secrecyLevel'])
  })

  it('leaves no place for content once somebody says state secret', () => {
    const typed: JsonObject = { ...sample, secrecyLevel: 'state-secret' }
    expect(listLeftOver(typed, opening)).toContain('abstract')
    expect(prepareForm(typed, opening)).toEqual({ secrecyLevel: 'state-secret' })
  })
})

describe('what is sent', () => {
  it('is a whole form as it was typed', () => {
    expect(prepareForm(sample, opening)).toEqual(sample)
  })

  it('leaves out what is empty and keeps the lists that must be there', () => {
    const sent = prepareForm({ ...sample, titleEn: '  ', funding: [], attachments: [] }, opening)
    expect(sent).not.toHaveProperty('titleEn')
    expect(sent).not.toHaveProperty('attachments')
    expect(sent['funding']).toEqual([])
  })

  it('keeps what cannot be read, for the program to say so', () => {
    const wrong = prepareForm({ ...sample, inventors: [{ person: 'inventor1', contributionBp: 'half' }] }, opening)
    expect(wrong['inventors']).toMatchObject([{ person: 'inventor1', contributionBp: 'half' }])
  })
})

describe('what a form opens with', () => {
  const confirm = readFormSchema(formSchema(allForms['disclosure/confirm-share'] ?? neverHere()))

  it('is what was given and asked for, and nothing else', () => {
    expect(firstValues(confirm, { shareBp: 3000, shares: [] }, undefined, undefined)).toEqual({ shareBp: 3000 })
  })

  it('is the draft, where there is one', () => {
    expect(firstValues(confirm, { shareBp: 3000 }, undefined, { feature: 'x' })).toEqual({ feature: 'x' })
  })
})

describe('a field for a person', () => {
  it('offers to register somebody of another employer for inventors and contacts, not for the office’s own work', () => {
    expect(['person', 'inventors', 'contact'].every(mayBeOutside)).toBe(true)
    expect(['techManager', 'evaluators', 'panel', 'members', 'custodian', 'heard'].some(mayBeOutside)).toBe(false)
  })
})

describe('a field that names another matter', () => {
  it('is chosen by number, not typed as an id', () => {
    expect(kindOf('matter', { type: 'string', unit: 'matter' }, {})).toBe('matter')
  })
})

describe('entries a form opens with', () => {
  const check = readFormSchema(formSchema(allForms['disclosure/formal-check'] ?? neverHere()))
  const given = {
    similar: [
      { matter: 'one', number: 'CP-2026-00009', scoreBp: 9487 },
      { matter: 'two', number: 'CP-2026-00010', scoreBp: 6000 },
    ],
  }
  const first = firstValues(check, given, undefined, undefined)

  it('are no answer while nobody has answered them, so that a report can be sent back without judging each', () => {
    expect(prepareForm(first, check, given)).toEqual({})
  })

  it('are sent as far as they were answered', () => {
    const [one, two] = given.similar
    const answered = { similar: [{ ...one, decision: 'different' }, two] } as unknown as JsonObject
    expect(prepareForm(answered, check, given)).toEqual({ similar: [{ matter: 'one', decision: 'different' }] })
  })

  it('are sent half filled in where somebody began to fill them in', () => {
    const begun = { similar: [{ ...given.similar[0], note: '同一课题组' }] } as unknown as JsonObject
    expect(prepareForm(begun, check, given)).toEqual({ similar: [{ matter: 'one', note: '同一课题组' }] })
  })
})
