import { dayOfInstant, formatDayEn, formatDayZh, isPlainDay, type PlainDay } from '#domain/day.ts'
import type { Json } from '#domain/json.ts'
import { isUnverified, type Citation, type Refusal } from '#domain/refusal.ts'
import { roles } from '#domain/role.ts'
import { fillWords } from '#domain/words.ts'
import type { RefusalView } from '#schemas/api/refusal.ts'
import type { Words } from './words.ts'

/** Names of people by id. */
export type Names = ReadonlyMap<string, string>

/** Everything in a refusal's fact that may be somebody's id. */
export function peopleInFacts(refusals: readonly Refusal[]): string[] {
  const strings = (value: Json): string[] =>
    Array.isArray(value) ? value.flatMap(strings) : typeof value === 'string' && value.length <= 100 ? [value] : []
  return [...new Set(refusals.flatMap((one) => Object.values(one.fact).flatMap(strings)))]
}

/** A refusal as people read it, in `words`; `stem` is the process whose steps and outcomes it names. */
export function viewRefusal(refusal: Refusal, words: Words, names: Names, stem = ''): RefusalView {
  const { code, fact, field } = refusal
  const texts = words.refusal(code)
  const told = Object.entries(fact).map(([key, value]): [string, Json] => [key, describe(key, value, words, names, stem)])
  const said = listed(Object.fromEntries(told), words)
  const fill = (text: string) => fillWords(text, said)
  const unverified = isUnverified(refusal)
  return {
    code,
    says: texts === undefined ? code : fill(texts.says),
    remedy: texts === undefined ? '' : fill(texts.remedy),
    ...(texts?.flips === undefined ? {} : { flips: fill(texts.flips) }),
    citations: [...refusal.citations],
    verified: !unverified,
    ...(unverified ? { note: words.desk('note/unverified') } : {}),
    fact: { ...fact },
    ...(field === undefined ? {} : { field }),
  }
}

/** A citation list that rests on memory alone is said to. */
export function noteOf(citations: readonly Citation[], words: Words): string | undefined {
  return isUnverified({ citations }) ? words.desk('note/unverified') : undefined
}

/** Facts that name roles: a person may bear a role's name as his id. */
const roleKeys: ReadonlySet<string> = new Set(['role', 'roles'])

/** Several of a kind as a sentence lists them; people follow the roles that are named before them. */
function listed(told: { readonly [fact: string]: Json }, words: Words): { readonly [fact: string]: Json } {
  const comma = words.language === 'en' ? ', ' : '、'
  const texts = Object.entries(told).map(([key, value]): [string, Json] => [key, Array.isArray(value) ? value.join(comma) : value])
  const said = Object.fromEntries(texts)
  const { roles: before, people } = said
  return typeof people === 'string' && people !== '' && typeof before === 'string' && before !== ''
    ? { ...said, people: `${comma}${people}` }
    : said
}

/** A fact in people's words: ids as names, roles, steps, outcomes and instants as they are called. */
function describe(key: string, value: Json, words: Words, names: Names, stem: string): Json {
  if (Array.isArray(value)) return value.map((one: Json) => describe(key, one, words, names, stem))
  if (typeof value === 'number' && (key === 'since' || key === 'at')) return formatDay(dayOfInstant(value), words)
  if (typeof value !== 'string') return value
  if (isPlainDay(value)) return formatDay(value, words)
  if (roleKeys.has(key) && (roles as readonly string[]).includes(value.split('@')[0] ?? '')) return words.role(value)
  const known = names.get(value)
  if (known !== undefined) return known
  if (key === 'step' || key === 'task') return words.step(stem, value.split('#')[0] ?? value)
  if (key === 'paper') return words.document(value)
  if (key === 'outcome' || key === 'outcomes') return describeOutcome(value, words, stem)
  if (key === 'message' || key === 'awaited') return words.message(stem, value)
  return value
}

function formatDay(day: PlainDay, { language }: Words): string {
  return language === 'en' ? formatDayEn(day) : formatDayZh(day)
}

/** An outcome of a step, or how a matter ended. */
function describeOutcome(outcome: string, words: Words, stem: string): string {
  const told = words.outcome(stem, '', outcome)
  return told === outcome ? words.ending(stem, outcome) : told
}
