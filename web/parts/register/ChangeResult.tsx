import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { resultStatuses } from '#domain/register.ts'
import type { ResultView } from '#schemas/api/register.ts'
import { usePost } from '#web/api/hooks.ts'
import { LabelledInput, LabelledSelect } from '#web/parts/office/LabelledInput.tsx'
import { SaveButton } from '#web/parts/SaveButton.tsx'

/** Enters what has changed of a result: its status, or a name that was written wrongly; each is an entry of its own. */
export function ChangeResult({ result, path }: { readonly result: ResultView; readonly path: string }): ReactElement {
  const { t } = useTranslation()
  const before = { status: result.status.name, title: result.title, titleEn: result.titleEn ?? '', source: '' }
  const [draft, setDraft] = useState(before)
  const change = usePost<object, ResultView>(`${path}/changes`)
  const put = (name: keyof typeof before) => (value: string) => setDraft({ ...draft, [name]: value })
  const { status, title, titleEn, source } = draft
  const isStatus = status !== before.status
  const isName = (title !== before.title && title !== '') || (titleEn !== before.titleEn && titleEn !== '')
  const save = async () => {
    const names = { title, ...(titleEn === '' ? {} : { titleEn }) }
    if (isName) await change.mutateAsync({ kind: 'ResultCorrected', facts: names, source })
    if (isStatus) await change.mutateAsync({ kind: 'StatusChanged', facts: { status }, source })
    setDraft({ ...draft, source: '' })
  }
  const options = resultStatuses.map((value) => ({ value, label: t(`registers.results.statuses.${value}`) }))
  return (
    <details className="block">
      <summary>{t('registers.results.change')}</summary>
      <div className="columns">
        <LabelledSelect label={t('common.status')} value={status} options={options} onChange={put('status')} />
        <LabelledInput label={t('registers.patents.name')} value={title} onChange={put('title')} />
        <LabelledInput label={t('registers.patents.nameEn')} value={titleEn} onChange={put('titleEn')} />
        <LabelledInput label={t('registers.source')} help={t('registers.sourceHelp')} value={source} onChange={put('source')} />
      </div>
      <SaveButton deed={change} isReady={source !== '' && (isStatus || isName)} save={save} />
    </details>
  )
}
