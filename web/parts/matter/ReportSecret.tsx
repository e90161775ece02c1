import { Button, Popconfirm } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { secretLevels, type SecretReport } from '#domain/secret-report.ts'
import type { MatterView } from '#schemas/api/matter.ts'
import type { SecretReportedView } from '#schemas/api/secret-report.ts'
import { usePost } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Link } from '#web/parts/Link.tsx'
import { LabelledInput, LabelledSelect } from '#web/parts/office/LabelledInput.tsx'
import { UnderWay } from '#web/parts/UnderWay.tsx'

/** The secrecy office takes the content of a matter out of the system; no field takes a sentence. */
export function ReportSecret({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const { t } = useTranslation()
  const [report, setReport] = useState<SecretReport>({ level: 'to-be-fixed', reference: '', contact: '' })
  const deed = usePost<SecretReport, SecretReportedView>(`/api/matters/${encodeURIComponent(matter.id)}/report-secret`)
  if (deed.data !== undefined) return <StillToReport related={deed.data.related} />
  if (!matter.may.reportSecret.may) return null
  return (
    <section className="block">
      <h2>{t('matter.reportSecret')}</h2>
      <p>{t('matter.reportSecretLead')}</p>
      <div className="stack">
        <ReportFields report={report} onChange={setReport} />
        <FaultNote fault={deed.error} />
        <UnderWay deed={deed} />
        <Popconfirm
          title={t('matter.reportSecretAsk')}
          okText={t('matter.reportSecret')}
          cancelText={t('common.cancel')}
          onConfirm={() => deed.mutate(report)}
        >
          <Button danger disabled={report.reference === '' || report.contact === ''} loading={deed.isPending}>
            {t('matter.reportSecret')}
          </Button>
        </Popconfirm>
      </div>
    </section>
  )
}

type ReportFieldsProps = { readonly report: SecretReport; readonly onChange: (report: SecretReport) => void }

function ReportFields({ report, onChange }: ReportFieldsProps): ReactElement {
  const { t } = useTranslation()
  const change = (part: Partial<SecretReport>) => onChange({ ...report, ...part })
  return (
    <>
      <LabelledSelect
        label={t('matter.secretLevel')}
        value={report.level}
        options={secretLevels.map((level) => ({ value: level, label: t(`matter.secretLevels.${level}`) }))}
        onChange={(value) => change({ level: secretLevels.find((one) => one === value) ?? report.level })}
      />
      <LabelledInput
        label={t('matter.secretReference')}
        help={t('matter.secretReferenceHelp')}
        value={report.reference}
        onChange={(reference) => change({ reference })}
      />
      <LabelledInput label={t('matter.secretContact')} value={report.contact} onChange={(contact) => change({ contact })} />
    </>
  )
}

/** What hangs together with a matter that was just erased, and may hold the same. */
function StillToReport({ related }: Partial<Pick<SecretReportedView, 'related'>>): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="block">
      <h2>{t('matter.stillToReport')}</h2>
      {(related ?? []).length === 0 && <p>{t('matter.nothingToReport')}</p>}
      <ul>
        {(related ?? []).map((one) => (
          <li key={one.id}>
            <Link to={`/matters/${encodeURIComponent(one.id)}`}>{one.number}</Link> {one.process.label}
          </li>
        ))}
      </ul>
    </section>
  )
}
