import { Button, Checkbox } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { encumbranceKinds } from '#domain/register.ts'
import type { EncumbranceView } from '#schemas/api/encumbrance.ts'
import { usePost } from '#web/api/hooks.ts'
import { DayText } from '#web/parts/DayText.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { LabelledInput, LabelledSelect } from '#web/parts/office/LabelledInput.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'
import { Tag } from '#web/parts/Tag.tsx'
import { SaveButton } from '#web/parts/SaveButton.tsx'

type Subject = { readonly register: 'patent' | 'result'; readonly id: string }
type EncumbrancesProps = { readonly subject: Subject; readonly rows: readonly EncumbranceView[]; readonly mayChange: boolean }

/** What binds a patent or a result, over time; whoever keeps the registers enters more of it, and its end. */
export function Encumbrances({ subject, rows, mayChange }: EncumbrancesProps): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="block">
      <h2>{t('registers.encumbrances.title')}</h2>
      <Sheet<EncumbranceView>
        caption={t('registers.encumbrances.title')}
        rows={rows}
        keyOf={(row) => row.id}
        empty={<p>{t('registers.encumbrances.empty')}</p>}
        columns={[
          { key: 'kind', title: t('registers.encumbrances.kind'), isMain: true, cell: (row) => <What row={row} /> },
          { key: 'holder', title: t('registers.encumbrances.holder'), cell: (row) => row.holder ?? '' },
          {
            key: 'recorded',
            title: t('registers.encumbrances.recorded'),
            cell: (row) => (row.recorded ? t('registers.encumbrances.recordedYes') : t('registers.encumbrances.recordedNo')),
          },
          { key: 'since', title: t('common.from'), cell: (row) => <DayText day={row.since} /> },
          { key: 'until', title: t('common.to'), cell: (row) => <Until row={row} /> },
          { key: 'source', title: t('registers.source'), cell: (row) => row.source },
          ...(mayChange
            ? [
                {
                  key: 'verbs',
                  title: <span className="unseen">{t('common.verbs')}</span>,
                  cell: (row: EncumbranceView) => (row.endedOn === undefined ? <End subject={subject} row={row} /> : null),
                },
              ]
            : []),
        ]}
      />
      {mayChange && <Add subject={subject} />}
    </section>
  )
}

function What({ row }: { readonly row: EncumbranceView }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      {row.kind.label}{' '}
      <Tag tone={row.inForce ? 'amber' : 'plain'}>
        {row.inForce ? t('registers.encumbrances.inForce') : t('registers.encumbrances.over')}
      </Tag>
      {row.note !== undefined && <div className="under">{row.note}</div>}
    </>
  )
}

function Until({ row }: { readonly row: EncumbranceView }): ReactElement | null {
  const day = row.endedOn ?? row.until
  return day === undefined ? null : <DayText day={day} />
}

function End({ subject, row }: { readonly subject: Subject; readonly row: EncumbranceView }): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState({ endedOn: '', source: '' })
  const end = usePost<object, EncumbranceView>(`/api/encumbrances/${encodeURIComponent(row.id)}/end`)
  return (
    <details>
      <summary aria-label={`${t('registers.encumbrances.end')} ${row.kind.label}`}>{t('registers.encumbrances.end')}</summary>
      <div className="stack">
        <LabelledInput
          label={t('registers.encumbrances.endedOn')}
          type="date"
          value={draft.endedOn}
          onChange={(endedOn) => setDraft({ ...draft, endedOn })}
        />
        <LabelledInput label={t('registers.source')} value={draft.source} onChange={(source) => setDraft({ ...draft, source })} />
        <FaultNote fault={end.error} />
        <Button
          disabled={draft.endedOn === '' || draft.source === ''}
          loading={end.isPending}
          onClick={() => end.mutate({ subject, ...draft })}
        >
          {t('common.save')}
        </Button>
      </div>
    </details>
  )
}

const empty = { kind: 'exclusive-licence', since: '', until: '', holder: '', source: '', note: '' }

function Add({ subject }: { readonly subject: Subject }): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(empty)
  const [recorded, setRecorded] = useState(false)
  const add = usePost<object, EncumbranceView>('/api/encumbrances')
  const save = async () => {
    const given = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== ''))
    await add.mutateAsync({ subject, ...given, recorded })
    setDraft(empty)
  }
  return (
    <details>
      <summary>{t('registers.encumbrances.add')}</summary>
      <EncumbranceFields draft={draft} onChange={setDraft} />
      <Checkbox checked={recorded} onChange={(event) => setRecorded(event.target.checked)}>
        {t('registers.encumbrances.recordedYes')}
      </Checkbox>
      <SaveButton deed={add} isReady={draft.since !== '' && draft.source !== ''} save={save} />
    </details>
  )
}

type FieldsProps = { readonly draft: typeof empty; readonly onChange: (draft: typeof empty) => void }

function EncumbranceFields({ draft, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation()
  const put = (name: keyof typeof empty) => (value: string) => onChange({ ...draft, [name]: value })
  return (
    <div className="columns">
      <LabelledSelect
        label={t('registers.encumbrances.kind')}
        value={draft.kind}
        options={encumbranceKinds.map((value) => ({ value, label: t(`registers.encumbrances.kinds.${value}`) }))}
        onChange={put('kind')}
      />
      <LabelledInput label={t('common.from')} type="date" value={draft.since} onChange={put('since')} />
      <LabelledInput label={t('registers.encumbrances.until')} type="date" value={draft.until} onChange={put('until')} />
      <LabelledInput label={t('registers.encumbrances.holder')} value={draft.holder} onChange={put('holder')} />
      <LabelledInput label={t('registers.source')} help={t('registers.sourceHelp')} value={draft.source} onChange={put('source')} />
      <LabelledInput label={t('common.note')} value={draft.note} onChange={put('note')} />
    </div>
  )
}
