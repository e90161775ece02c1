import type { CheckContext } from './checks.ts'
import { findParameter, type ParameterRow } from './parameter.ts'
import { refuse, type Citation, type Refusal } from './refusal.ts'
import type { GrantedResult, GrantMode } from './title-grant-forms.ts'
import { authorityRules } from './title-grant-rules.ts'

/** What empowers this university to grant: a rule of its province, or the pilot list or its own rule as the university entered it. */
export type GrantAuthority = {
  readonly document: string
  readonly modes: readonly GrantMode[]
  readonly kind: 'province' | 'pilot' | 'ministry' | 'unit-rule'
  readonly citations: readonly Citation[]
  readonly note?: string
}

type Dated = Pick<CheckContext, 'parameters' | 'today' | 'province'>

function authorityOf(row: ParameterRow): GrantAuthority {
  const { document, modes, kind } = row.value as unknown as Pick<GrantAuthority, 'document' | 'modes' | 'kind'>
  return { document, modes, kind, citations: row.citations, ...(row.note === undefined ? {} : { note: row.note }) }
}

/**
 * Every authority in force today: `GRANT_AUTHORITY` is the province's law, `GRANT_AUTHORITY_UNIT` what the university has entered
 * of itself. The state's "exploring" gives no power by itself (科学技术进步法 33).
 */
export function listAuthorities({ parameters, today, province }: Dated): GrantAuthority[] {
  const rows = [
    province === undefined ? undefined : findParameter(parameters, 'GRANT_AUTHORITY', today, province),
    findParameter(parameters, 'GRANT_AUTHORITY_UNIT', today, province),
  ]
  return rows.flatMap((row) => (row === undefined ? [] : [authorityOf(row)]))
}

/** The authority that the office named, if it is in force. */
export function findAuthority(context: Dated, document: string): GrantAuthority | undefined {
  return listAuthorities(context).find((one) => one.document === document)
}

/** The gate at the door: without any authority the process is not available. */
export function checkGate(context: Dated): Refusal[] {
  if (listAuthorities(context).length > 0) return []
  return [refuse(authorityRules.authorityMissing, { province: context.province ?? '—', today: context.today })]
}

/** Whether some authority covers what is asked for; Zhejiang's rule speaks of a share of the title alone. */
export function checkMode(mode: GrantMode, context: Dated): Refusal[] {
  const authorities = listAuthorities(context)
  if (authorities.length === 0) return checkGate(context)
  if (authorities.some(({ modes }) => modes.includes(mode))) return []
  return [refuse(authorityRules.modeUncovered, { mode, documents: authorities.map(({ document }) => document) })]
}

/** Whether what the office names empowers it to grant what was asked for. */
export function checkNamedAuthority(document: string, mode: GrantMode, context: Dated): Refusal[] {
  const named = findAuthority(context, document)
  const inForce = listAuthorities(context).map((one) => one.document)
  if (named === undefined) return [refuse(authorityRules.authorityUnknown, { document, inForce }, '/authority')]
  return named.modes.includes(mode) ? [] : [refuse(authorityRules.modeUncovered, { mode, documents: [document] }, '/authority')]
}

/** Kinds of results that only some provinces know, e.g. Yunnan's authorisations of drugs. */
const provincialTypes: readonly string[] = ['drug-authorisation', 'clinical-approval', 'patent-application', 'unpatented-technology']

/** Whether the kinds of results are those of the pilot, or the province adds them. */
export function checkTypes(results: readonly GrantedResult[], { parameters, today, province }: Dated): Refusal[] {
  const row = findParameter(parameters, 'GRANT_EXTRA_TYPES', today, province)
  const extra = (row?.value ?? []) as readonly string[]
  return results.flatMap(({ type, number }, index) =>
    provincialTypes.includes(type) && !extra.includes(type)
      ? [refuse(authorityRules.typeUncovered, { type, number, province: province ?? '—' }, `/results/${index}/type`)]
      : [],
  )
}
