import { Button, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkOutcome } from '#schemas/api/task.ts'
import { usePost } from '#web/api/hooks.ts'
import { FaultNote } from './FaultNote.tsx'
import { PersonSelect } from './form/PersonSelect.tsx'
import { LabelledInput } from './office/LabelledInput.tsx'
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
  const preview = usePost<object, BulkOutcome>('/api/tasks/reassign')
  const move = usePost<object, BulkOutcome>('/api/tasks/reassign')
  const movable = (preview.data?.items ?? []).filter(({ outcome }) => outcome === 'moves').map(({ task }) => task)
  const said = { to, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }
  if (move.data !== undefined) return <Moved outcome={move.data} onDone={onDone} />
  return (
    <div className="stack">
      <div>
        <label htmlFor="bulk-to">{t('tasks.reassignTo')}</label>
        <PersonSelect
          id="bulk-to"
          value={to === undefined ? [] : [to]}
          onChange={([person]) => (setTo(person), preview.reset())}
          most={1}
        />
      </div>
      <LabelledInput label={t('common.reason')} value={reason} onChange={setReason} />
      <FaultNote fault={preview.error ?? move.error} />
      <Button disabled={to === undefined} loading={preview.isPending} onClick={() => preview.mutate({ ...said, tasks, preview: true })}>
        {t('tasks.preview')}
      </Button>
      {preview.data !== undefined && (
        <Promised
          outcome={preview.data}
          count={movable.length}
          isBusy={move.isPending}
          onMove={() => move.mutate({ ...said, tasks: movable, preview: false })}
        />
      )}
    </div>
  )
}

type PromisedProps = { readonly outcome: BulkOutcome; readonly count: number; readonly isBusy: boolean; readonly onMove: () => void }

/** What the preview promises, and the button that does no more than that. */
function Promised({ outcome, count, isBusy, onMove }: PromisedProps): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <p role="status">{t('tasks.previewLead', { moved: count, refused: outcome.counts.refused })}</p>
      <Outcomes outcome={outcome} />
      <Button type="primary" disabled={count === 0} loading={isBusy} onClick={onMove}>
        {t('tasks.doReassign', { count })}
      </Button>
    </>
  )
}

function Moved({ outcome, onDone }: { readonly outcome: BulkOutcome; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <p role="status">{t('tasks.reassigned', outcome.counts)}</p>
      <Outcomes outcome={outcome} />
      <Button onClick={onDone}>{t('common.close')}</Button>
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
