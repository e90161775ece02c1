import { Button, Input, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkOutcome } from '#schemas/api/task.ts'
import { useDeed, usePost } from '#web/api/hooks.ts'
import { send } from '#web/api/request.ts'
import { FaultNote } from './FaultNote.tsx'
import { PersonSelect } from './form/PersonSelect.tsx'
import { RefusalNote } from './RefusalNote.tsx'

type BulkReassignProps = { readonly selected: readonly string[]; readonly onDone: () => void }

/** Hands several tasks to somebody else: first what would happen to each, then only what the preview promised. */
export function BulkReassign({ selected, onDone }: BulkReassignProps): ReactElement | null {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  if (selected.length === 0 && !isOpen) return null
  const close = () => {
    setOpen(false)
    onDone()
  }
  return (
    <div className="bulk" role="region" aria-label={t('tasks.reassignTitle')}>
      <span>{t('tasks.selected', { count: selected.length })}</span>
      <Button onClick={() => setOpen(true)}>{t('tasks.reassign')}</Button>
      <Modal open={isOpen} title={t('tasks.reassignTitle')} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Steps tasks={selected} onDone={close} />
      </Modal>
    </div>
  )
}

function Steps({ tasks, onDone }: { readonly tasks: readonly string[]; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation()
  const [to, setTo] = useState<string>()
  const [reason, setReason] = useState('')
  const body = (preview: boolean, which: readonly string[]) => ({ tasks: which, to, preview, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) })
  const preview = useDeed<object, BulkOutcome>((input, press) => send('POST', '/api/tasks/reassign', input, press))
  const move = usePost<object, BulkOutcome>('/api/tasks/reassign')
  const movable = (preview.data?.items ?? []).filter(({ outcome }) => outcome === 'moves').map(({ task }) => task)
  if (move.data !== undefined) {
    return (
      <div className="stack">
        <p role="status">{t('tasks.reassigned', move.data.counts)}</p>
        <Outcomes outcome={move.data} />
        <Button onClick={onDone}>{t('common.close')}</Button>
      </div>
    )
  }
  return (
    <div className="stack">
      <div>
        <label htmlFor="bulk-to">{t('tasks.reassignTo')}</label>
        <PersonSelect id="bulk-to" value={to === undefined ? [] : [to]} onChange={([person]) => (setTo(person), preview.reset())} most={1} />
      </div>
      <div>
        <label htmlFor="bulk-reason">{t('common.reason')}</label>
        <Input.TextArea id="bulk-reason" value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <FaultNote fault={preview.error ?? move.error} />
      <Button disabled={to === undefined} loading={preview.isPending} onClick={() => preview.mutate(body(true, tasks))}>
        {t('tasks.preview')}
      </Button>
      {preview.data !== undefined && (
        <>
          <p role="status">{t('tasks.previewLead', { moved: movable.length, refused: preview.data.counts.refused })}</p>
          <Outcomes outcome={preview.data} />
          <Button type="primary" disabled={movable.length === 0} loading={move.isPending} onClick={() => move.mutate(body(false, movable))}>
            {t('tasks.doReassign', { count: movable.length })}
          </Button>
        </>
      )}
    </div>
  )
}

function Outcomes({ outcome }: { readonly outcome: BulkOutcome }): ReactElement {
  const refused = outcome.items.filter((item) => item.outcome === 'refused')
  return (
    <ul className="outcomes">
      {refused.map((item) => (
        <li key={item.task}>
          <code>{item.task}</code>
          {(item.refusals ?? []).map((refusal) => (
            <RefusalNote key={refusal.code} refusal={refusal} />
          ))}
        </li>
      ))}
    </ul>
  )
}
