import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePost } from '#web/api/hooks.ts'
import { goTo } from '#web/location.ts'
import { PersonSelect } from '#web/parts/form/PersonSelect.tsx'
import { LabelledInput, LabelledSelect } from '#web/parts/office/LabelledInput.tsx'
import { SaveButton } from '#web/parts/SaveButton.tsx'

const kinds = ['invention', 'utility-model', 'design'] as const
const statuses = ['pending', 'granted', 'lapsed', 'invalidated', 'expired'] as const

const empty = { number: '', title: '', titleEn: '', filedOn: '', priorityOn: '', grantedOn: '', owner: '', source: '' }
type Draft = typeof empty & { readonly kind: string; readonly status: string }

/** A form for a patent that is not on the register; more owners and the annuities are entered on its own page. */
export function NewPatent(): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<Draft>({ ...empty, kind: 'invention', status: 'granted' })
  const [inventors, setInventors] = useState<readonly string[]>([])
  const register = usePost<object, { number: string }>('/api/patents')
  const save = async () => {
    const { owner, ...said } = draft
    const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''))
    const { number } = await register.mutateAsync({ ...given, owners: [{ name: owner, since: draft.filedOn }], inventors })
    goTo(`/patents/${encodeURIComponent(number)}`)
  }
  const isReady = [draft.number, draft.title, draft.filedOn, draft.owner, draft.source].every((one) => one !== '') && inventors.length > 0
  return (
    <div className="stack">
      <PatentFields draft={draft} onChange={setDraft} />
      <div>
        <label htmlFor="new-patent-inventors">{t('registers.patents.inventors')}</label>
        <PersonSelect id="new-patent-inventors" value={inventors} onChange={setInventors} most={50} />
      </div>
      <SaveButton deed={register} isReady={isReady} save={save} />
    </div>
  )
}

function PatentFields({ draft, onChange }: { readonly draft: Draft; readonly onChange: (draft: Draft) => void }): ReactElement {
  const { t } = useTranslation()
  const put = (name: keyof Draft) => (value: string) => onChange({ ...draft, [name]: value })
  const option = <Name extends string>(value: Name, label: string) => ({ value, label })
  return (
    <div className="columns">
      <LabelledInput label={t('registers.patents.number')} value={draft.number} onChange={put('number')} />
      <LabelledInput label={t('registers.patents.name')} value={draft.title} onChange={put('title')} />
      <LabelledInput label={t('registers.patents.nameEn')} value={draft.titleEn} onChange={put('titleEn')} />
      <LabelledSelect
        label={t('registers.patents.kind')}
        value={draft.kind}
        options={kinds.map((one) => option(one, t(`registers.kinds.${one}`)))}
        onChange={put('kind')}
      />
      <LabelledSelect
        label={t('common.status')}
        value={draft.status}
        options={statuses.map((one) => option(one, t(`registers.statuses.${one}`)))}
        onChange={put('status')}
      />
      <LabelledInput label={t('registers.patents.filedOn')} type="date" value={draft.filedOn} onChange={put('filedOn')} />
      <LabelledInput label={t('registers.patents.priorityOn')} type="date" value={draft.priorityOn} onChange={put('priorityOn')} />
      <LabelledInput label={t('registers.patents.grantedOn')} type="date" value={draft.grantedOn} onChange={put('grantedOn')} />
      <LabelledInput label={t('registers.patents.owners')} value={draft.owner} onChange={put('owner')} />
      <LabelledInput label={t('registers.source')} help={t('registers.sourceHelp')} value={draft.source} onChange={put('source')} />
    </div>
  )
}
