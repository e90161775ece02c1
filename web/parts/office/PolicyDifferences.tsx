import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Sheet } from '#web/parts/Sheet.tsx'
import type { PolicyChange } from './policy-changes.ts'

/** What one policy has otherwise than another. */
export function PolicyDifferences({ changes }: { readonly changes: readonly PolicyChange[] }): ReactElement {
  const { t } = useTranslation()
  const text = (value: unknown) => (value === undefined ? '–' : JSON.stringify(value))
  return (
    <Sheet<PolicyChange>
      caption={t('office.policies.changes')}
      rows={changes}
      keyOf={(row) => row.path}
      empty={<p>{t('office.policies.noChanges')}</p>}
      columns={[
        { key: 'path', title: t('office.parameters.name'), isMain: true, cell: (row) => <code>{row.path}</code> },
        { key: 'before', title: t('task.before'), cell: (row) => <code className="value">{text(row.before)}</code> },
        { key: 'after', title: t('task.now'), cell: (row) => <code className="value">{text(row.after)}</code> },
      ]}
    />
  )
}
