import type { RefusalWords, FieldWords, ProcessWords } from '#domain/words.ts'
import { allWords } from '#domain/words/registry.gen.ts'
import { roleOfKey, type RoleKey } from '#domain/role.ts'
import type { Labelled } from '#schemas/api/common.ts'

export type Language = 'zh-CN' | 'en'

/** What people read, in one language; a word that is missing is looked for in the other, and at last stands for itself. */
export type Words = {
  readonly language: Language
  process(stem: string): string
  purpose(stem: string): string
  step(stem: string, step: string): string
  outcome(stem: string, step: string, outcome: string): string
  ending(stem: string, ending: string): string
  message(stem: string, message: string): string
  document(template: string): string
  deadline(stem: string, code: string): string
  fields(stem: string, form: string): { readonly [path: string]: FieldWords }
  values(stem: string): { readonly [value: string]: string }
  /** Why a matter ended, or what somebody gave as his reason: a code is told in words, words stand as they are. */
  reason(stem: string, reason: string): string
  role(key: string): string
  refusal(code: string): RefusalWords | undefined
  /** A word of the front office, e.g. `problem/404`, `relation/inventor`, `action/TaskClaimed`. */
  desk(key: string): string
}

type Part = keyof ProcessWords

const languages: readonly Language[] = ['zh-CN', 'en']

function listPlaces(language: Language, stem: string): Partial<ProcessWords>[] {
  const order = [language, ...languages.filter((one) => one !== language)]
  return order.flatMap((one) => [allWords[one][stem], allWords[one]['engine'], allWords[one]['desk']]).filter((one) => one !== undefined)
}

function find<Word>(language: Language, stem: string, part: Part, key: string): Word | undefined {
  for (const place of listPlaces(language, stem)) {
    const table = place[part] as { readonly [key: string]: Word } | undefined
    if (table !== undefined && Object.hasOwn(table, key)) return table[key]
  }
  return undefined
}

function findAnywhere<Word>(language: Language, part: Part, key: string): Word | undefined {
  for (const one of [language, ...languages]) {
    for (const words of Object.values(allWords[one])) {
      const table = words[part] as { readonly [key: string]: Word } | undefined
      if (table !== undefined && Object.hasOwn(table, key)) return table[key]
    }
  }
  return undefined
}

/** The words of one language. */
export function createWords(language: Language): Words {
  const word = (stem: string, part: Part, key: string) => find<string>(language, stem, part, key)
  const whole = (stem: string, part: 'process' | 'purpose') => listPlaces(language, stem).find((place) => place[part] !== undefined)?.[part]
  return {
    language,
    process: (stem) => whole(stem, 'process') ?? stem,
    purpose: (stem) => whole(stem, 'purpose') ?? '',
    step: (stem, step) => word(stem, 'steps', step) ?? step,
    outcome: (stem, step, outcome) => word(stem, 'outcomes', `${step}/${outcome}`) ?? word(stem, 'outcomes', outcome) ?? outcome,
    ending: (stem, ending) => word(stem, 'endings', ending) ?? word(stem, 'values', `ending/${ending}`) ?? ending,
    message: (stem, message) => word(stem, 'messages', message) ?? message,
    document: (template) => findAnywhere<string>(language, 'documents', template) ?? template,
    deadline: (stem, code) => word(stem, 'deadlines', code) ?? code,
    fields: (stem, form) => find<{ readonly [path: string]: FieldWords }>(language, stem, 'forms', form) ?? {},
    values: (stem) =>
      Object.assign(
        {},
        ...listPlaces(language, stem)
          .toReversed()
          .map((place) => processValues(place)),
      ) as { [value: string]: string },
    reason: (stem, reason) => word(stem, 'outcomes', reason) ?? word(stem, 'values', reason) ?? reason,
    role: (key) => word('desk', 'values', `role/${roleOfKey(key as RoleKey)}`) ?? key,
    refusal: (code) => findAnywhere<RefusalWords>(language, 'refusals', code),
    desk: (key) => word('desk', 'values', key) ?? findAnywhere<string>(language, 'values', key) ?? key,
  }
}

/** Labels of form values; the front office's own words, which have a slash, are none. */
function processValues(place: Partial<ProcessWords>): { [value: string]: string } {
  return Object.fromEntries(Object.entries(place.values ?? {}).filter(([value]) => !value.includes('/')))
}

const byLanguage: { readonly [language in Language]: Words } = { 'zh-CN': createWords('zh-CN'), en: createWords('en') }

/** The words of `language`, made once. */
export function wordsOf(language: Language): Words {
  return byLanguage[language]
}

/** A name with its label. */
export function labelled(name: string, label: string): Labelled {
  return { name, label }
}
