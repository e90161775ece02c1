import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { wordsEn } from './words.en.ts'
import { wordsZh } from './words.zh.ts'

/** The languages of the pages; the first is the one of the house. */
export const languages = ['zh-CN', 'en'] as const

export type Language = (typeof languages)[number]

const place = 'conveyance.language'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof wordsZh }
  }
}

function isLanguage(value: unknown): value is Language {
  return languages.some((one) => one === value)
}

/** What the reader chose last, else the house's. */
function firstLanguage(): Language {
  const chosen = window.localStorage.getItem(place)
  return isLanguage(chosen) ? chosen : languages[0]
}

/** Loads the words; to be awaited before anything is drawn. */
export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: wordsZh }, en: { translation: wordsEn } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = language()
}

/** The language the pages speak now. */
export function language(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'zh-CN'
}

/** Speaks another language from now on, and remembers it. */
export async function chooseLanguage(next: Language): Promise<void> {
  window.localStorage.setItem(place, next)
  await i18next.changeLanguage(next)
  document.documentElement.lang = next
}

/** A sentence outside of a component. */
export const say = i18next.t.bind(i18next)
