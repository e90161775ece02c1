import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Verification } from '#schemas/api/operation.ts'
import { usePost } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'

/** Whether the record still holds together: every entry's hash, and each chain from its beginning. */
export function Verify(): ReactElement {
  const { t } = useTranslation()
  const verify = usePost<object, Verification>('/api/verify')
  return (
    <section className="block verify">
      <h2>{t('office.verify.title')}</h2>
      <p className="quiet">{t('office.verify.lead')}</p>
      <Button loading={verify.isPending} onClick={() => verify.mutate({})}>
        {t('office.verify.go')}
      </Button>
      <FaultNote fault={verify.error} />
      {verify.data !== undefined && <Found {...verify.data} />}
    </section>
  )
}

function Found({ ok, chains, actions, faults }: Verification): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <p role="status" className={ok ? 'good' : 'warn'}>
        {t(ok ? 'office.verify.holds' : 'office.verify.broken', { chains, actions })}
      </p>
      {faults.length > 0 && (
        <ul>
          {faults.map(({ chain, seq, what }) => (
            <li key={`${chain} ${seq ?? ''} ${what}`}>
              <code>{chain}</code> {seq} {what}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
