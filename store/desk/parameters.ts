import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { checkParameterRow, datedRules } from '#domain/dated-rows.ts'
import type { PlainDay } from '#domain/day.ts'
import { deskRules } from '#domain/desk-rules.ts'
import type { Json, JsonObject } from '#domain/json.ts'
import type { ParameterRow } from '#domain/parameter.ts'
import { refuse, type Citation } from '#domain/refusal.ts'
import { asViewer, type Store, type Tx, type Viewer } from '../db.ts'
import type { Deed } from '../deed.ts'
import { changeRegister, deny, requireNone } from './register.ts'

/** A dated row as it is stored: under an id that follows from what it says. */
export type StoredParameter = ParameterRow & { readonly id: string }

type Row = NonNullable<Awaited<ReturnType<Tx['parameter']['findUnique']>>>

/**
 * Enters dated rows; a row entered before is left as it is. No two rows of a name may be in force at once for one place: close the
 * old one first. All or none are entered. Throws RegisterRefusal.
 */
export async function addParameters(store: Store, deed: Deed, rows: readonly ParameterRow[]): Promise<{ entered: number }> {
  const facts = await changeRegister(store, deed, 'parameters', async (tx) => {
    const { institution } = deed
    const known = (await tx.parameter.findMany({ where: { institutionId: institution } })).map(parameterOf)
    const fresh = rows.map((row) => ({ ...row, id: idOfRow(row) })).filter((row) => !known.some((one) => one.id === row.id))
    fresh.forEach((row, index) => requireNone(checkParameterRow(row, [...known, ...fresh.slice(0, index)])))
    await tx.parameter.createMany({ data: fresh.map((row) => ({ institutionId: institution, ...columnsOf(row) })) })
    return { kind: 'ParametersAdded', facts: { rows: fresh.map(({ id, name, from, value }) => ({ id, name, from: from ?? null, value })) } }
  })
  return { entered: (facts['rows'] as readonly Json[]).length }
}

/** Lets a row end with `to`, so that another may follow it. Throws RegisterRefusal. */
export async function closeParameter(store: Store, deed: Deed, id: string, to: PlainDay): Promise<void> {
  await changeRegister(store, deed, 'parameters', async (tx) => {
    const where = { institutionId_id: { institutionId: deed.institution, id } }
    const row = (await tx.parameter.findUnique({ where })) ?? deny(refuse(datedRules.parameterUnknown, { id }))
    if (row.fromDay !== null && to < row.fromDay) deny(refuse(deskRules.parameterPeriod, { from: row.fromDay, to }, '/to'))
    await tx.parameter.update({ where, data: { toDay: to } })
    return { kind: 'ParameterClosed', facts: { id, name: row.name, to } }
  })
}

/** Dated rows by name and first day: all, those of a name, those in force on a day. */
export async function listParameters(
  store: Store,
  viewer: Viewer,
  query: { name?: string; asOf?: PlainDay } = {},
): Promise<StoredParameter[]> {
  const { name, asOf } = query
  const where = {
    institutionId: viewer.institution,
    ...(name === undefined ? {} : { name }),
    ...(asOf === undefined
      ? {}
      : { AND: [{ OR: [{ fromDay: null }, { fromDay: { lte: asOf } }] }, { OR: [{ toDay: null }, { toDay: { gte: asOf } }] }] }),
  }
  const orderBy = [{ name: 'asc' as const }, { province: 'asc' as const }, { fromDay: 'asc' as const }, { id: 'asc' as const }]
  return (await asViewer(store, viewer, (tx) => tx.parameter.findMany({ where, orderBy }))).map(parameterOf)
}

function idOfRow({ name, value, from, province }: ParameterRow): string {
  const text = canonicalize({ name, value, from: from ?? null, province: province ?? null }) ?? ''
  return `parameter-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
}

function columnsOf({ id, name, value, from, to, province, citations, note }: StoredParameter) {
  const period = { fromDay: from ?? null, toDay: to ?? null, province: province ?? null }
  return { id, name, ...period, value: value as JsonObject, citations: citations as unknown as JsonObject[], note: note ?? null }
}

function parameterOf(row: Row): StoredParameter {
  const [first, ...others] = row.citations as unknown as readonly Citation[]
  if (first === undefined) throw new Error(`Parameter ${row.id} has no citation`)
  return {
    id: row.id,
    name: row.name,
    value: row.value as Json,
    citations: [first, ...others],
    ...(row.fromDay === null ? {} : { from: row.fromDay as PlainDay }),
    ...(row.toDay === null ? {} : { to: row.toDay as PlainDay }),
    ...(row.province === null ? {} : { province: row.province }),
    ...(row.note === null ? {} : { note: row.note }),
  }
}
