import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, languages, type Language } from '#web/words/language.ts'

const names: { readonly [language in Language]: string } = { 'zh-CN': '中文', en: 'English' }

/** Chinese or English; what the program says is read again in the other language. */
export function LanguageSwitch(): ReactElement {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  const choose = async (next: Language) => {
    await chooseLanguage(next)
    await client.invalidateQueries()
  }
  return (
    <div className="languages" role="group" aria-label={t('nav.language')}>
      {languages.map((one) => (
        <button key={one} type="button" lang={one} aria-pressed={i18n.language === one} onClick={() => void choose(one)}>
          {names[one]}
        </button>
      ))}
    </div>
  )
}
