import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { describeInstant } from '#web/words/days.ts'
import type { DraftState } from './draft.ts'

/** When and by whom the draft was saved, or why it is not. */
export function DraftNote({ draft }: { readonly draft: DraftState }): ReactElement {
  return (
    <p className={draft.fault === undefined ? 'draft-note' : 'draft-note draft-note-failed'} role="status">
      <DraftText draft={draft} />
    </p>
  )
}

function DraftText({ draft }: { readonly draft: DraftState }): ReactElement {
  const { t, i18n } = useTranslation()
  const { saved, isSaving, fault } = draft
  if (fault !== undefined) return <>{t('task.draftFailed', { why: fault instanceof Error ? fault.message : '' })}</>
  if (isSaving) return <>{t('task.draftSaving')}</>
  if (saved === undefined) return <>{t('task.draftNone')}</>
  return <>{t('task.draftSaved', { time: describeInstant(saved.savedAt, i18n.language), name: saved.by.name })}</>
}
