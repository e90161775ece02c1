import { Button, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonRow } from '#schemas/api/person.ts'
import { usePost } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { LabelledInput } from '#web/parts/office/LabelledInput.tsx'

type OutsidePersonProps = { readonly onAdded: (person: string) => void }

const empty = { name: '', employerName: '', mail: '', title: '', nationality: '' }

/** Registers somebody of another employer, who can be chosen at once and is confirmed by the office. */
export function OutsidePerson({ onAdded }: OutsidePersonProps): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const added = (person: string) => {
    setOpen(false)
    onAdded(person)
  }
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {t('form.addOutside')}
      </Button>
      <Modal open={isOpen} title={t('form.addOutside')} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Fields onAdded={added} />
      </Modal>
    </>
  )
}

function Fields({ onAdded }: OutsidePersonProps): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(empty)
  const propose = usePost<object, PersonRow>('/api/people/outside')
  const put = (name: keyof typeof empty) => (value: string) => setDraft({ ...draft, [name]: value })
  const save = async () => {
    const said = Object.entries(draft).filter(([, value]) => value.trim() !== '')
    onAdded((await propose.mutateAsync(Object.fromEntries(said))).id)
  }
  const isReady = [draft.name, draft.employerName, draft.mail].every((value) => value.trim() !== '')
  return (
    <div className="stack">
      <p>{t('form.outsideLead')}</p>
      <LabelledInput label={t('common.name')} value={draft.name} onChange={put('name')} />
      <LabelledInput label={t('form.employerName')} value={draft.employerName} onChange={put('employerName')} />
      <LabelledInput label={t('form.mail')} type="email" value={draft.mail} onChange={put('mail')} />
      <LabelledInput label={t('office.people.titleOf')} value={draft.title} onChange={put('title')} />
      <LabelledInput label={t('office.people.nationality')} value={draft.nationality} onChange={put('nationality')} />
      <FaultNote fault={propose.error} />
      <Button type="primary" disabled={!isReady} loading={propose.isPending} onClick={() => void save().catch(() => undefined)}>
        {t('common.save')}
      </Button>
    </div>
  )
}
