import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { resultTypes } from '#domain/disclosure-form.ts'
import { usePost } from '#web/api/hooks.ts'
import { goTo } from '#web/location.ts'
import { PersonSelect } from '#web/parts/form/PersonSelect.tsx'
import { LabelledInput, LabelledSelect } from '#web/parts/office/LabelledInput.tsx'
import { SaveButton } from '#web/parts/SaveButton.tsx'

const empty = { title: '', titleEn: '', type: 'software', owner: '', since: '', source: '' }

/** A form for a result that is not on the register; more owners are entered on its own page. */
export function NewResult(): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(empty)
  const [inventors, setInventors] = useState<readonly string[]>([])
  const register = usePost<object, { id: string }>('/api/results')
  const save = async () => {
    const { title, titleEn, type, owner, since, source } = draft
    const said = { title, ...(titleEn === '' ? {} : { titleEn }), type, source }
    const { id } = await register.mutateAsync({ ...said, owners: [{ name: owner, since }], inventors })
    goTo(`/results/${encodeURIComponent(id)}`)
  }
  const isReady = [draft.title, draft.owner, draft.since, draft.source].every((one) => one !== '') && inventors.length > 0
  return (
    <div className="stack">
      <ResultFields draft={draft} onChange={setDraft} />
      <div>
        <label htmlFor="new-result-inventors">{t('registers.results.contributors')}</label>
        <PersonSelect id="new-result-inventors" value={inventors} onChange={setInventors} most={50} />
      </div>
      <SaveButton deed={register} isReady={isReady} save={save} />
    </div>
  )
}

type FieldsProps = { readonly draft: typeof empty; readonly onChange: (draft: typeof empty) => void }

function ResultFields({ draft, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation()
  const put = (name: keyof typeof empty) => (value: string) => onChange({ ...draft, [name]: value })
  return (
    <div className="columns">
      <LabelledInput label={t('registers.patents.name')} value={draft.title} onChange={put('title')} />
      <LabelledInput label={t('registers.patents.nameEn')} value={draft.titleEn} onChange={put('titleEn')} />
      <LabelledSelect
        label={t('registers.patents.kind')}
        value={draft.type}
        options={resultTypes.map((value) => ({ value, label: t(`registers.results.types.${value}`) }))}
        onChange={put('type')}
      />
      <LabelledInput label={t('registers.patents.owners')} value={draft.owner} onChange={put('owner')} />
      <LabelledInput label={t('registers.results.ownedSince')} type="date" value={draft.since} onChange={put('since')} />
      <LabelledInput label={t('registers.source')} help={t('registers.sourceHelp')} value={draft.source} onChange={put('source')} />
    </div>
  )
}
