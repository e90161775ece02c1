import { z } from 'zod'
import { encumbranceKinds } from '#domain/register.ts'
import { day, labelled, matterId, personId } from './common.ts'

/** Words of a register's entry. */
export const text = (most: number) => z.string().trim().min(1).max(most)

/** Whence a fact is known. */
export const source = text(500).meta({
  description: 'Whence it is known: a certificate, a copy of the register, a contract',
  examples: ['专利登记簿副本'],
})

/** Of a patent: the number with `ZL` and the check digit. Of another result: an id of the house. */
export const subjectId = z.string().regex(/^[\w.@-]{1,60}$/)

/** The written consents that a disposal of a granted right rests on. */
export const consents = z
  .array(personId)
  .max(50)
  .exactOptional()
  .meta({ description: 'Who of a team with a granted right consents in writing; heirs for the dead' })

const encumbranceFields = {
  kind: z.enum(encumbranceKinds),
  recorded: z.boolean(),
  since: day,
  until: day.exactOptional(),
  holder: text(200).exactOptional().meta({ description: 'Code of a party on the register, or a name' }),
  note: text(1000).exactOptional(),
  consents,
}

/** What is bound: a patent by its number, or another result by its id. */
const bound = z.strictObject({ register: z.enum(['patent', 'result']), id: subjectId })

export const newEncumbrance = z.strictObject({ subject: bound, ...encumbranceFields, source }).meta({
  id: 'NewEncumbrance',
  examples: [
    {
      subject: { register: 'patent', id: 'ZL202110000001.7' },
      kind: 'pledge',
      recorded: true,
      since: '2026-03-02',
      source: '质押登记通知书',
    },
  ],
})

export const encumbranceEnd = z.strictObject({ subject: bound, endedOn: day, source }).meta({ id: 'EncumbranceEnd' })
export const encumbranceRecordal = z.strictObject({ subject: bound, source }).meta({ id: 'EncumbranceRecordal' })
export const encumbranceQuery = z.object({ register: bound.shape.register, id: subjectId, inForceOn: day.optional() })

/** A fact with whence and since when it is known. */
export const sourced = { source: z.string(), since: day }

export const encumbranceView = z
  .object({
    id: z.string(),
    kind: labelled,
    recorded: z.boolean(),
    ...sourced,
    until: day.optional(),
    endedOn: day.optional(),
    holder: z.string().optional(),
    matter: matterId.optional(),
    note: z.string().optional(),
    inForce: z.boolean().meta({ description: 'On the day asked about' }),
  })
  .meta({ id: 'Encumbrance' })

export const encumbranceList = z.object({ items: z.array(encumbranceView) }).meta({ id: 'EncumbranceList' })

export type EncumbranceView = z.infer<typeof encumbranceView>
