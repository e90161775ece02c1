import { useState, type SubmitEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo, withQuery } from '#web/location.ts'

/** Words of a title, part of a number, a name. */
export function SearchBox({ onGo }: { readonly onGo?: () => void }): ReactElement {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const search = (event: SubmitEvent) => {
    event.preventDefault()
    if (words.trim() === '') return
    goTo(withQuery('/search', { q: words.trim() }))
    onGo?.()
  }
  return (
    <form className="search-box" role="search" onSubmit={search}>
      <input
        type="search"
        aria-label={t('nav.search')}
        placeholder={t('nav.search')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </form>
  )
}
