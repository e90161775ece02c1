import type { PersonId } from '#domain/actor.ts'
import { formatDayEn, formatDayZh, type PlainDay } from '#domain/day.ts'
import type { Owner } from '#domain/disclosure-owner.ts'
import { words as en } from '#domain/words/disclosure.en.ts'
import { words as zh } from '#domain/words/disclosure.zh.ts'
import type { ProcessWords } from '#domain/words.ts'
import type { Language } from '../block.ts'
import type { PaperContext } from '../paper-context.ts'

/** A person as a paper of this process names him; everything beside the name may be unknown. */
export type NamedPerson = {
  readonly name: string
  readonly nameLatin?: string
  readonly unit?: string
  readonly unitEn?: string
  readonly post?: string
  readonly nationality?: string
}

/** The words of the process in the paper's language. */
export function wordsIn(language: Language): ProcessWords {
  return language === 'en' ? en : zh
}

/** A value as people read it; what has no words stands as it is. */
export function valueIn(value: string, language: Language): string {
  return wordsIn(language).values[value] ?? value
}

/** The label of a field of the report. */
export function labelIn(path: string, language: Language): string {
  return wordsIn(language).forms['disclosure/open']?.[path]?.label ?? path
}

/** A day as papers write it. */
export function dayIn(day: PlainDay, language: Language): string {
  return language === 'en' ? formatDayEn(day) : formatDayZh(day)
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
  const { name, nameLatin, department, departmentEn, employer, employerEn, post, nationality } = person
  const unit = `${employer}${department ?? ''}`
  const unitEn = [departmentEn, employerEn].filter((part) => part !== undefined).join(', ')
  return {
    name,
    ...(unit === '' ? {} : { unit }),
    ...(unitEn === '' ? {} : { unitEn }),
    ...(nameLatin === undefined ? {} : { nameLatin }),
    ...(post === undefined ? {} : { post }),
    ...(nationality === undefined ? {} : { nationality }),
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

/** Owners in one line, with their shares where they are stated. */
export function ownersIn(owners: readonly Owner[], university: string, language: Language): string {
  const named = owners.map((owner) => {
    const name = owner.who === 'university' ? university : (owner.name ?? valueIn(owner.who, language))
    return owner.shareBp === undefined ? name : `${name} ${percent(owner.shareBp)}`
  })
  return named.join(language === 'en' ? '; ' : '、')
}

/** The two readings of a sentence. */
export type Both = { readonly zh: string; readonly en: string }

/** The reading in the paper's language. */
export function pick(both: Both, language: Language): string {
  return language === 'en' ? both.en : both.zh
}
