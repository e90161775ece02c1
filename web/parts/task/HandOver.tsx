import { Button, Input, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskView } from '#schemas/api/task.ts'
import { usePost } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { PersonSelect } from '#web/parts/form/PersonSelect.tsx'
import { UnderWay } from '#web/parts/UnderWay.tsx'

type HandOverProps = { readonly task: TaskView; readonly verb: 'delegate' | 'reassign'; readonly onClose: () => void }

/** Gives a task to somebody else, for a while or for good. */
export function HandOver({ task, verb, onClose }: HandOverProps): ReactElement {
  const { t } = useTranslation()
  const [to, setTo] = useState<string>()
  const [reason, setReason] = useState('')
  const deed = usePost<object, unknown>(`/api/tasks/${encodeURIComponent(task.id)}/${verb}`)
  const send = async () => {
    await deed.mutateAsync({ to, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) })
    onClose()
  }
  return (
    <Modal open title={t(`task.verbs.${verb}`)} footer={null} onCancel={onClose}>
      <div className="stack">
        <div>
          <label htmlFor="hand-over-to">{t(verb === 'delegate' ? 'task.delegateTo' : 'tasks.reassignTo')}</label>
          <PersonSelect id="hand-over-to" value={to === undefined ? [] : [to]} onChange={([person]) => setTo(person)} most={1} />
        </div>
        <div>
          <label htmlFor="hand-over-why">{t('common.reason')}</label>
          <Input.TextArea id="hand-over-why" value={reason} onChange={(event) => setReason(event.target.value)} />
        </div>
        <FaultNote fault={deed.error} />
        <UnderWay deed={deed} />
        <Button type="primary" disabled={to === undefined} loading={deed.isPending} onClick={() => void send().catch(() => undefined)}>
          {t(`task.verbs.${verb}`)}
        </Button>
      </div>
    </Modal>
  )
}
