import { Input } from 'antd'
import type { TFunction } from 'i18next'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { parameterRow } from '#schemas/api/policy.ts'
import { useList, usePost } from '#web/api/hooks.ts'
import { Citations } from '#web/parts/Citations.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { JsonInput, readJson } from '#web/parts/office/JsonInput.tsx'
import { LabelledInput } from '#web/parts/office/LabelledInput.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Period } from '#web/parts/Period.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'
import { SaveButton } from '#web/parts/SaveButton.tsx'

type Parameter = z.infer<typeof parameterRow>

/** Values of the law and of fee tables, each with its days and its source. */
export function ParametersPage(): ReactElement {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const list = useList<{ items: readonly Parameter[] }>('/api/parameters')
  const rows = (list.data?.items ?? []).filter(({ name, note = '' }) =>
    `${name} ${note}`.toLowerCase().includes(words.trim().toLowerCase()),
  )
  return (
    <Page title={t('office.parameters.title')} lead={t('office.parameters.lead')}>
      <div className="filters">
        <div>
          <label htmlFor="parameters-words">{t('common.search')}</label>
          <Input id="parameters-words" value={words} onChange={(event) => setWords(event.target.value)} />
        </div>
      </div>
      <FaultNote fault={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Waiting />}
      {list.data !== undefined && <ParameterSheet rows={rows} />}
      <NewParameter />
    </Page>
  )
}

function ParameterSheet({ rows }: { readonly rows: readonly Parameter[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <Sheet<Parameter>
      caption={t('office.parameters.title')}
      rows={rows}
      keyOf={(row) => `${row.name} ${row.from ?? ''} ${row.province ?? ''}`}
      empty={<p>{t('office.parameters.empty')}</p>}
      columns={[
        {
          key: 'name',
          title: t('office.parameters.name'),
          isMain: true,
          cell: (row) => (
            <>
              <code>{row.name}</code>
              <div className="under">{row.note}</div>
            </>
          ),
        },
        { key: 'value', title: t('office.parameters.value'), cell: (row) => <code className="value">{JSON.stringify(row.value)}</code> },
        { key: 'province', title: t('office.parameters.province'), cell: (row) => nameProvince(row.province, t) },
        { key: 'force', title: t('office.parameters.inForce'), cell: ({ from, to }) => <Period from={from} to={to} /> },
        { key: 'rests', title: t('refusal.rests'), cell: (row) => <Citations citations={row.citations} /> },
      ]}
    />
  )
}

/** A province as people call it; one entered under another name stands as it was entered. */
function nameProvince(province: string | undefined, t: TFunction): string {
  return province === undefined
    ? ''
    : t(`office.parameters.provinces.${province}` as 'office.parameters.provinces.Beijing', { defaultValue: province })
}

const empty = { name: '', value: '', from: '', to: '', province: '', law: '', article: '', note: '' }

function NewParameter(): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(empty)
  const add = usePost<object, Parameter>('/api/parameters')
  const said = readJson(draft.value)
  const save = async () => {
    if ('fault' in said) return
    const { name, law, article, from, to, province, note } = draft
    const rest = Object.fromEntries(Object.entries({ from, to, province, note }).filter(([, value]) => value !== ''))
    // Whoever types a value has its source before him.
    await add.mutateAsync({
      name,
      value: said.value,
      ...rest,
      citations: [{ law, ...(article === '' ? {} : { article }), sure: 'verified' }],
    })
    setDraft(empty)
  }
  const isReady = draft.name !== '' && draft.law !== '' && !('fault' in said)
  return (
    <details className="block">
      <summary>
        <h2>{t('office.parameters.new')}</h2>
      </summary>
      <ParameterFields draft={draft} onChange={setDraft} />
      <SaveButton deed={add} isReady={isReady} save={save} />
    </details>
  )
}

type ParameterFieldsProps = { readonly draft: typeof empty; readonly onChange: (draft: typeof empty) => void }

function ParameterFields({ draft, onChange }: ParameterFieldsProps): ReactElement {
  const { t } = useTranslation()
  const put = (name: keyof typeof empty) => (value: string) => onChange({ ...draft, [name]: value })
  return (
    <div className="columns">
      <LabelledInput label={t('office.parameters.name')} value={draft.name} onChange={put('name')} />
      <JsonInput label={t('office.parameters.value')} help={t('office.parameters.valueHelp')} value={draft.value} onChange={put('value')} />
      <LabelledInput label={t('common.from')} type="date" value={draft.from} onChange={put('from')} />
      <LabelledInput label={t('common.to')} type="date" value={draft.to} onChange={put('to')} />
      <LabelledInput label={t('office.parameters.province')} value={draft.province} onChange={put('province')} />
      <LabelledInput label={t('office.parameters.law')} value={draft.law} onChange={put('law')} />
      <LabelledInput label={t('office.parameters.article')} value={draft.article} onChange={put('article')} />
      <LabelledInput label={t('common.note')} value={draft.note} onChange={put('note')} />
    </div>
  )
}
