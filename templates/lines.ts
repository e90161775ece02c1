import type { PersonId } from '#domain/actor.ts'
import { formatDayEn, formatDayZh, type PlainDay } from '#domain/day.ts'
import { formatYuan, type Fen } from '#domain/money.ts'
import type { Language } from './block.ts'
import type { PaperContext } from './paper-context.ts'

/** A person as a paper names him; everything beside the name may be unknown. */
export type NamedPerson = {
  readonly name: string
  readonly nameLatin?: string
  readonly unit?: string
  readonly unitEn?: string
  readonly post?: string
  readonly nationality?: string
  readonly idType?: string
  readonly idNumberMasked?: string
}

// No line ends within a day.
const unbroken = '\u00a0'

/** A day as papers write it. */
export function dayIn(day: PlainDay, language: Language): string {
  return language === 'en' ? formatDayEn(day).replaceAll(' ', unbroken) : formatDayZh(day)
}

/** Yes or no. */
export function yesIn(value: boolean, language: Language): string {
  if (language === 'en') return value ? 'Yes' : 'No'
  return value ? '是' : '否'
}

/** Basis points as per cent with two decimals: `33.34%`. */
export function percent(basisPoints: number): string {
  const digits = String(basisPoints).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}%`
}

/** Joins the person named by `id` from the register; an unknown id stands for itself, so that a reader sees it. */
export function personOf(people: PaperContext['people'], id: PersonId): NamedPerson {
  const person = people[id]
  if (person === undefined) return { name: id }
  const { name, nameLatin, department, departmentEn, employer, employerEn, post, nationality, idType, idNumberMasked } = person
  const unit = `${employer}${department ?? ''}`
  const unitEn = [departmentEn, employerEn].filter((part) => part !== undefined).join(', ')
  return {
    name,
    ...(unit === '' ? {} : { unit }),
    ...(unitEn === '' ? {} : { unitEn }),
    ...(nameLatin === undefined ? {} : { nameLatin }),
    ...(post === undefined ? {} : { post }),
    ...(nationality === undefined ? {} : { nationality }),
    ...(idType === undefined ? {} : { idType }),
    ...(idNumberMasked === undefined ? {} : { idNumberMasked }),
  }
}

/** A person's name as the language writes it. */
export function nameIn(person: NamedPerson, language: Language): string {
  return language === 'en' ? (person.nameLatin ?? person.name) : person.name
}

/** A person's unit as the language writes it; a dash where it is unknown. */
export function unitIn(person: NamedPerson, language: Language): string {
  return (language === 'en' ? (person.unitEn ?? person.unit) : person.unit) ?? '—'
}

/** The two readings of a sentence. */
export type Both = { readonly zh: string; readonly en: string }

/** The reading in the paper's language. */
export function pick(both: Both, language: Language): string {
  return language === 'en' ? both.en : both.zh
}

// What stands in an office's place of a country code and is none.
const offices: { readonly [code: string]: Both } = {
  WO: { zh: '国际申请（PCT）', en: 'International (PCT)' },
  PCT: { zh: '国际申请（PCT）', en: 'International (PCT)' },
  EP: { zh: '欧洲专利局', en: 'European Patent Office' },
}

/** A country or region by its name; what is no code of two letters stands as it was written. */
export function countryIn(code: string, language: Language): string {
  const office = offices[code]
  if (office !== undefined) return pick(office, language)
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
}

const identityPapers: { readonly [kind: string]: Both } = {
  'resident-id': { zh: '居民身份证', en: 'Resident identity card' },
  passport: { zh: '护照', en: 'Passport' },
  'hk-macau-permit': { zh: '港澳居民来往内地通行证', en: 'Permit for Hong Kong and Macao residents' },
  'taiwan-permit': { zh: '台湾居民来往大陆通行证', en: 'Permit for Taiwan residents' },
  'unified-social-credit-code': { zh: '统一社会信用代码', en: 'Unified social credit code' },
}

/** The kind of identity paper and its number, masked; a dash where the register holds none. */
export function identityIn({ idType, idNumberMasked }: NamedPerson, language: Language): string {
  const kind = idType === undefined ? undefined : identityPapers[idType]
  const parts = [kind === undefined ? idType : pick(kind, language), idNumberMasked].filter((part) => part !== undefined)
  return parts.length === 0 ? '—' : parts.join(' ')
}

/** A list in one line, with the marks of the language. */
export function listed(items: readonly string[], language: Language): string {
  return items.join(language === 'en' ? ', ' : '、')
}

/** A remark in brackets behind a text, with the marks of the language. */
export function withRemark(text: string, remark: string, language: Language): string {
  return language === 'en' ? `${text} (${remark})` : `${text}（${remark}）`
}

/** A result's name: always the Chinese one, and the English one where its inventors gave it. */
export type ResultTitle = { readonly title: string; readonly titleEn?: string }

/** The result's name in the paper's language; in English the Chinese one where there is no other. */
export function titleIn({ title, titleEn }: ResultTitle, language: Language): string {
  return language === 'en' ? (titleEn ?? title) : title
}

/** An amount as papers write it: `人民币1,234.56元`, `CNY 1,234.56`. */
export function amountIn(amount: Fen, language: Language): string {
  return language === 'en' ? `CNY ${formatYuan(amount)}` : `人民币${formatYuan(amount)}元`
}

/** What somebody wrote, as a sentence among others: with a stop where he set none. */
export function asSentence(text: string, language: Language): string {
  return /[。！？；.!?;](?:[”’）)])?$/u.test(text) || text === '' ? text : `${text}${language === 'en' ? '.' : '。'}`
}

/** A text with its first letter as a capital. */
export function asEntry(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
