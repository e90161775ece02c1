import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvidenceView, NewObjection, NoticeView, ObjectionReceipt } from '#schemas/api/notice.ts'
import { usePost } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { describeDay } from '#web/words/days.ts'
import { Evidence } from './Evidence.tsx'
import { emptyLetter, isSendable, LetterFields, letterOf } from './LetterFields.tsx'

/** Where anybody objects to the notice. */
export function ObjectionForm({ notice }: { readonly notice: NoticeView }): ReactElement {
  const { t } = useTranslation()
  const [letter, setLetter] = useState(emptyLetter)
  const [files, setFiles] = useState<readonly EvidenceView[]>([])
  const object = usePost<NewObjection, ObjectionReceipt>(`/api/notices/${notice.id}/objections`)
  if (object.data !== undefined) return <Received receipt={object.data} />
  const send = () => object.mutate({ ...letterOf(letter), evidence: files.map(({ id }) => id) })
  return (
    <section className="block notice-screen">
      <h2>{t('notice.object')}</h2>
      {notice.closedOn !== undefined && <p className="notice notice-no">{t('notice.lateLead')}</p>}
      <div className="stack">
        <LetterFields letter={letter} onChange={setLetter} />
        <Evidence notice={notice.id} files={files} onFiles={setFiles} />
        <FaultNote fault={object.error} />
        {object.isUnderWay && <p role="status">{t('notice.underWay')}</p>}
        <Button type="primary" disabled={!isSendable(letter)} loading={object.isPending} onClick={send}>
          {t('notice.send')}
        </Button>
      </div>
    </section>
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
