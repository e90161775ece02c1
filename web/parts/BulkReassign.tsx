import { Button, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkOutcome, TaskRow } from '#schemas/api/task.ts'
import { usePost } from '#web/api/hooks.ts'
import { BulkRefused } from './BulkRefused.tsx'
import { FaultNote } from './FaultNote.tsx'
import { PersonSelect } from './form/PersonSelect.tsx'
import { LabelledInput } from './office/LabelledInput.tsx'

/** Tasks chosen in a list, by id. */
export type Chosen = ReadonlyMap<string, TaskRow>

/** So many does the program take at once. */
const mostAtOnce = 200

type BulkReassignProps = { readonly chosen: Chosen; readonly onUnselect: () => void }

/** Hands several tasks to somebody else: first what would happen to each, then only what the preview promised. */
export function BulkReassign({ chosen, onUnselect }: BulkReassignProps): ReactElement | null {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const [hasMoved, setMoved] = useState(false)
  if (chosen.size === 0) return null
  // What was moved is no longer to be chosen, whichever way the window is closed.
  const close = () => {
    setOpen(false)
    if (hasMoved) onUnselect()
    setMoved(false)
  }
  return (
    <div className="bulk" role="region" aria-label={t('tasks.reassignTitle')}>
      <span role="status">{t('tasks.selected', { count: chosen.size })}</span>
      <Button disabled={chosen.size > mostAtOnce} onClick={() => setOpen(true)}>
        {t('tasks.reassign')}
      </Button>
      {chosen.size > mostAtOnce && <span className="warn">{t('tasks.tooMany', { most: mostAtOnce })}</span>}
      <Button type="link" onClick={onUnselect}>
        {t('tasks.unselect')}
      </Button>
      <Modal open={isOpen} title={t('tasks.reassignTitle')} footer={null} onCancel={close} destroyOnHidden>
        <Steps chosen={chosen} onMoved={() => setMoved(true)} onClose={close} />
      </Modal>
    </div>
  )
}

type StepsProps = { readonly chosen: Chosen; readonly onMoved: () => void; readonly onClose: () => void }

function Steps({ chosen, onMoved, onClose }: StepsProps): ReactElement {
  const { t } = useTranslation()
  const [to, setTo] = useState<string>()
  const [reason, setReason] = useState('')
  const preview = usePost<object, BulkOutcome>('/api/tasks/reassign')
  const move = usePost<object, BulkOutcome>('/api/tasks/reassign')
  const movable = (preview.data?.items ?? []).filter(({ outcome }) => outcome === 'moves').map(({ task }) => task)
  const said = { to, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }
  if (move.data !== undefined) return <Moved outcome={move.data} chosen={chosen} onClose={onClose} />
  return (
    <div className="stack">
      <Receiver to={to} onChange={(person) => (setTo(person), preview.reset())} />
      <LabelledInput label={t('common.reason')} value={reason} onChange={setReason} />
      <FaultNote fault={preview.error ?? move.error} />
      <Button
        disabled={to === undefined}
        loading={preview.isPending}
        onClick={() => preview.mutate({ ...said, tasks: [...chosen.keys()], preview: true })}
      >
        {t('tasks.preview')}
      </Button>
      {preview.data !== undefined && (
        <Promised
          outcome={preview.data}
          chosen={chosen}
          count={movable.length}
          isBusy={move.isPending}
          onMove={() => move.mutate({ ...said, tasks: movable, preview: false }, { onSuccess: onMoved })}
        />
      )}
    </div>
  )
}

type ReceiverProps = { readonly to: string | undefined; readonly onChange: (person: string | undefined) => void }

function Receiver({ to, onChange }: ReceiverProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div>
      <label htmlFor="bulk-to">{t('tasks.reassignTo')}</label>
      <PersonSelect id="bulk-to" value={to === undefined ? [] : [to]} onChange={([person]) => onChange(person)} most={1} />
    </div>
  )
}

type PromisedProps = {
  readonly outcome: BulkOutcome
  readonly chosen: Chosen
  readonly count: number
  readonly isBusy: boolean
  readonly onMove: () => void
}

/** What the preview promises, and the button that does no more than that; the button before the reasons, however long they are. */
function Promised({ outcome, chosen, count, isBusy, onMove }: PromisedProps): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <p role="status">{t('tasks.previewLead', { moved: count, refused: outcome.counts.refused })}</p>
      <Button type="primary" disabled={count === 0} loading={isBusy} onClick={onMove}>
        {t('tasks.doReassign', { count })}
      </Button>
      <BulkRefused outcome={outcome} chosen={chosen} />
    </>
  )
}

type MovedProps = { readonly outcome: BulkOutcome; readonly chosen: Chosen; readonly onClose: () => void }

function Moved({ outcome, chosen, onClose }: MovedProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <p role="status">{t('tasks.reassigned', outcome.counts)}</p>
      <Button onClick={onClose}>{t('common.close')}</Button>
      <BulkRefused outcome={outcome} chosen={chosen} />
    </div>
  )
}
