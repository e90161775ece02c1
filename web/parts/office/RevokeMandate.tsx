import { Button, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MandateView } from '#schemas/api/mandate.ts'
import { usePost } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { LabelledInput } from './LabelledInput.tsx'

/** Revokes a mandate from today on, with the reason and whence it is known. */
export function RevokeMandate({ mandate }: { readonly mandate: MandateView }): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const [draft, setDraft] = useState({ reason: '', source: '' })
  const revoke = usePost<object, MandateView>(`/api/mandates/${encodeURIComponent(mandate.id)}/revoke`)
  const save = async () => {
    await revoke.mutateAsync(draft)
    setOpen(false)
  }
  const name = `${mandate.person.name} ${mandate.number}`
  return (
    <>
      <Button danger aria-label={`${t('mandates.revoke')} ${name}`} onClick={() => setOpen(true)}>
        {t('mandates.revoke')}
      </Button>
      <Modal
        open={isOpen}
        title={`${t('mandates.revoke')} ${name}`}
        okText={t('mandates.revoke')}
        okButtonProps={{ disabled: draft.reason === '' || draft.source === '', loading: revoke.isPending }}
        onOk={() => void save().catch(() => undefined)}
        onCancel={() => setOpen(false)}
      >
        <LabelledInput label={t('mandates.reason')} value={draft.reason} onChange={(reason) => setDraft({ ...draft, reason })} />
        <LabelledInput
          label={t('registers.source')}
          help={t('registers.sourceHelp')}
          value={draft.source}
          onChange={(source) => setDraft({ ...draft, source })}
        />
        <FaultNote fault={revoke.error} />
      </Modal>
    </>
  )
}
