import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { describeDay, describeInstant } from '#web/words/days.ts'

/** A day, as the reader's language writes it. */
export function DayText({ day }: { readonly day: string }): ReactElement {
  const { i18n } = useTranslation()
  return <time dateTime={day}>{describeDay(day, i18n.language)}</time>
}

/** An instant in the office's zone. */
export function InstantText({ at }: { readonly at: string }): ReactElement {
  const { i18n } = useTranslation()
  return <time dateTime={at}>{describeInstant(at, i18n.language)}</time>
}
