import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { incentives } from '#domain/register.ts'
import type { PatentView } from '#schemas/api/register.ts'
import { usePost } from '#web/api/hooks.ts'
import { DayText } from '#web/parts/DayText.tsx'
import { Link } from '#web/parts/Link.tsx'
import { LabelledInput, LabelledSelect } from '#web/parts/office/LabelledInput.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'
import { SaveButton } from '#web/parts/SaveButton.tsx'

type Transformation = PatentView['transformations'][number]
type TransformationsProps = { readonly path: string; readonly rows: readonly Transformation[]; readonly mayChange: boolean }

/** What came of a patent or a result, and how it was rewarded; whoever keeps the registers enters more of it. */
export function Transformations({ path, rows, mayChange }: TransformationsProps): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="block">
      <h2>{t('registers.transformations.title')}</h2>
      <Sheet<Transformation>
        caption={t('registers.transformations.title')}
        rows={rows}
        keyOf={(row) => `${row.kind.name} ${row.on} ${row.reference ?? ''} ${(row.incentives ?? []).map(({ name }) => name).join(' ')}`}
        empty={<p>{t('registers.transformations.empty')}</p>}
        columns={[
          { key: 'what', title: t('registers.transformations.kind'), isMain: true, cell: (row) => row.kind.label },
          { key: 'name', title: t('registers.transformations.reference'), cell: (row) => row.reference ?? '' },
          {
            key: 'incentive',
            title: t('registers.transformations.incentive'),
            cell: (row) => (row.incentives ?? []).map(({ label }) => label).join(t('common.comma')),
          },
          { key: 'on', title: t('registers.transformations.on'), cell: (row) => <DayText day={row.on} /> },
          {
            key: 'matter',
            title: t('registers.history.matter'),
            cell: ({ matter }) =>
              matter === undefined ? '' : <Link to={`/matters/${encodeURIComponent(matter)}`}>{t('common.open')}</Link>,
          },
        ]}
      />
      {mayChange && <Add path={path} />}
    </section>
  )
}

const kinds = ['licence', 'open-licence', 'transfer', 'equity', 'self', 'cooperation'] as const
const empty = { kind: 'licence', on: '', reference: '', incentive: '', source: '' }

function Add({ path }: { readonly path: string }): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(empty)
  const add = usePost<object, object>(`${path}/changes`)
  const save = async () => {
    const { kind, on, reference, incentive, source } = draft
    const named = { ...(reference === '' ? {} : { reference }), ...(incentive === '' ? {} : { incentives: [incentive] }) }
    await add.mutateAsync({ kind: 'TransformationEntered', facts: { kind, on, ...named }, source })
    setDraft(empty)
  }
  return (
    <details>
      <summary>{t('registers.transformations.add')}</summary>
      <TransformationFields draft={draft} onChange={setDraft} />
      <SaveButton deed={add} isReady={draft.on !== '' && draft.source !== ''} save={save} />
    </details>
  )
}

type FieldsProps = { readonly draft: typeof empty; readonly onChange: (draft: typeof empty) => void }

function TransformationFields({ draft, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation()
  const put = (name: keyof typeof empty) => (value: string) => onChange({ ...draft, [name]: value })
  return (
    <div className="columns">
      <LabelledSelect
        label={t('registers.transformations.kind')}
        value={draft.kind}
        options={kinds.map((value) => ({ value, label: t(`registers.transformations.kinds.${value}`) }))}
        onChange={put('kind')}
      />
      <LabelledInput label={t('registers.transformations.on')} type="date" value={draft.on} onChange={put('on')} />
      <LabelledInput label={t('registers.transformations.reference')} value={draft.reference} onChange={put('reference')} />
      <LabelledSelect
        label={t('registers.transformations.incentive')}
        value={draft.incentive}
        empty={t('common.none')}
        options={incentives.map((value) => ({ value, label: t(`registers.transformations.incentives.${value}`) }))}
        onChange={put('incentive')}
      />
      <LabelledInput label={t('registers.source')} help={t('registers.sourceHelp')} value={draft.source} onChange={put('source')} />
    </div>
  )
}
