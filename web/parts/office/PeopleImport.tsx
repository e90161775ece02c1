import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { importOutcome } from '#schemas/api/person.ts'
import { useDeed } from '#web/api/hooks.ts'
import { sendContent } from '#web/api/request.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { RefusalNote } from '#web/parts/RefusalNote.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'
import { Tag } from '#web/parts/Tag.tsx'

type ImportOutcome = z.infer<typeof importOutcome>
type Asked = { readonly file: File; readonly dryRun: boolean }

const tones = { created: 'green', changed: 'ink', unchanged: 'plain', faulty: 'red' } as const

/** Reads people from CSV: first a dry run with the faults of each line, then in earnest. */
export function PeopleImport(): ReactElement {
  const { t } = useTranslation()
  const [file, setFile] = useState<File>()
  const run = useDeed<Asked, ImportOutcome>(async (asked, press) =>
    sendContent('POST', `/api/people/import?dryRun=${asked.dryRun}`, { type: 'text/csv', body: asked.file }, press),
  )
  const choose = (next: File | undefined) => {
    setFile(next)
    run.reset()
  }
  const { data: outcome } = run
  const isReady = outcome?.dryRun === true && outcome.counts.faulty === 0
  return (
    <div className="stack">
      <p>{t('office.people.importLead')}</p>
      <label className="upload">
        <input type="file" accept=".csv,text/csv" onChange={(event) => choose(event.target.files?.[0])} />
        {file?.name ?? t('form.upload')}
      </label>
      <FaultNote fault={run.error} />
      {file !== undefined && (
        <div className="buttons">
          <Button loading={run.isPending} onClick={() => run.mutate({ file, dryRun: true })}>
            {t('office.people.dryRun')}
          </Button>
          <Button type="primary" disabled={!isReady || run.isPending} onClick={() => run.mutate({ file, dryRun: false })}>
            {t('office.people.doImport')}
          </Button>
        </div>
      )}
      {outcome !== undefined && <Outcome outcome={outcome} />}
    </div>
  )
}

function Outcome({ outcome }: { readonly outcome: ImportOutcome }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <p role="status">
        <strong>{outcome.dryRun ? t('office.people.dryRun') : t('office.people.doImport')}</strong>{' '}
        {t('office.people.importCounts', outcome.counts)}
      </p>
      <Sheet<ImportOutcome['rows'][number]>
        caption={t('office.people.import')}
        rows={outcome.rows.filter((row) => row.outcome !== 'unchanged')}
        keyOf={(row) => String(row.line)}
        empty={<p>{t('common.none')}</p>}
        columns={[
          { key: 'line', title: '#', cell: (row) => t('office.people.line', { n: row.line }) },
          { key: 'id', title: t('office.people.id'), cell: (row) => row.id ?? '' },
          {
            key: 'outcome',
            title: t('tasks.outcome'),
            cell: (row) => <Tag tone={tones[row.outcome]}>{t(`office.people.outcomes.${row.outcome}`)}</Tag>,
          },
          {
            key: 'faults',
            title: t('common.note'),
            isMain: true,
            cell: (row) =>
              (row.refusals ?? []).map((refusal) => <RefusalNote key={`${refusal.code} ${refusal.field ?? ''}`} refusal={refusal} />),
          },
        ]}
      />
    </>
  )
}
