import { Button, Input } from 'antd'
import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { objectionGrounds, type ObjectionGround } from '#domain/notice-objection-forms.ts'
import type { EvidenceView, NewObjection, NoticeView, ObjectionReceipt } from '#schemas/api/notice.ts'
import { usePost } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { LabelledInput, LabelledSelect } from '#web/parts/office/LabelledInput.tsx'
import { describeDay } from '#web/words/days.ts'
import { Evidence } from './Evidence.tsx'
import { groundIn } from './labels.ts'

const leastGrounds = 10

/** Where anybody objects to the notice. */
export function ObjectionForm({ notice }: { readonly notice: NoticeView }): ReactElement {
  const { t, i18n } = useTranslation()
  const [about, setAbout] = useState<ObjectionGround>('ownership')
  const [grounds, setGrounds] = useState('')
  const [objector, setObjector] = useState('')
  const [contact, setContact] = useState('')
  const [files, setFiles] = useState<readonly EvidenceView[]>([])
  const object = usePost<NewObjection, ObjectionReceipt>(`/api/notices/${notice.id}/objections`)
  if (object.data !== undefined) return <Received receipt={object.data} />
  const send = () => {
    const named = objector.trim() === '' ? {} : { objector }
    const reached = contact.trim() === '' ? {} : { contactOfObjector: contact }
    object.mutate({ about, grounds, ...named, ...reached, evidence: files.map(({ id }) => id) })
  }
  const options = objectionGrounds.map((one) => ({ value: one, label: groundIn(one, i18n.language) }))
  return (
    <section className="block notice-screen">
      <h2>{t('notice.object')}</h2>
      {notice.closedOn !== undefined && <p className="notice notice-no">{t('notice.lateLead')}</p>}
      <div className="stack">
        <LabelledSelect label={t('notice.about')} value={about} options={options} onChange={(one) => setAbout(one as ObjectionGround)} />
        <Grounds value={grounds} onChange={setGrounds} />
        <LabelledInput label={t('notice.objector')} value={objector} onChange={setObjector} autoComplete="name" />
        <LabelledInput label={t('notice.contactOfObjector')} value={contact} onChange={setContact} help={t('notice.contactHelp')} />
        <Evidence notice={notice.id} files={files} onFiles={setFiles} />
        <FaultNote fault={object.error} />
        {object.isUnderWay && <p role="status">{t('notice.underWay')}</p>}
        <Button type="primary" disabled={grounds.trim().length < leastGrounds} loading={object.isPending} onClick={send}>
          {t('notice.send')}
        </Button>
      </div>
    </section>
  )
}

function Grounds({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{t('notice.grounds')}</label>
      <Input.TextArea id={id} rows={6} maxLength={2000} value={value} onChange={(event) => onChange(event.target.value)} />
      <p className="field-help">{t('notice.groundsHelp')}</p>
    </div>
  )
}

function Received({ receipt }: { readonly receipt: ObjectionReceipt }): ReactElement {
  const { t, i18n } = useTranslation()
  return (
    <section className="notice notice-done" role="status">
      <h2>{t('notice.received')}</h2>
      <p>{t('notice.receivedLead', { number: receipt.number, day: describeDay(receipt.receivedOn, i18n.language) })}</p>
      {receipt.late && <p>{t('notice.receivedLate')}</p>}
    </section>
  )
}
