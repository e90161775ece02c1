import { App, Button } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskRow } from '#schemas/api/task.ts'
import { usePost } from '#web/api/hooks.ts'
import { FaultNote } from './FaultNote.tsx'
import { UnderWay } from './UnderWay.tsx'

/** Takes a task that nobody holds; who comes second reads who was first. */
export function ClaimButton({ task }: { readonly task: Pick<TaskRow, 'id' | 'step' | 'matter'> }): ReactElement {
  const { t } = useTranslation()
  const { message, notification } = App.useApp()
  const claim = usePost<object, unknown>(`/api/tasks/${encodeURIComponent(task.id)}/claim`)
  const take = async (button: HTMLElement) => {
    const next = button.closest('tr')?.nextElementSibling?.querySelector<HTMLElement>('button')
    try {
      await claim.mutateAsync({})
      void message.success(t('common.done'))
      // The row is gone, and with it the place of whoever works with the keyboard.
      ;(next ?? document.getElementById('content'))?.focus({ preventScroll: true })
    } catch (fault) {
      // The row is gone by now: the list was read again. Who was first is told apart from it.
      notification.error({ title: t('common.failed'), description: <FaultNote fault={fault} />, duration: 0 })
    }
  }
  return (
    <>
      <Button
        loading={claim.isPending}
        aria-label={`${t('tasks.claim')} ${task.step.label} ${task.matter.number}`}
        onClick={({ currentTarget }) => void take(currentTarget)}
      >
        {t('tasks.claim')}
      </Button>
      <UnderWay deed={claim} />
    </>
  )
}
