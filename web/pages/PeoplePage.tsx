import { Button, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page as PageOf } from '#schemas/api/common.ts'
import type { PersonRow, PersonView } from '#schemas/api/person.ts'
import { useList, usePost } from '#web/api/hooks.ts'
import { goTo, useQueryText, withQuery } from '#web/location.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { SelectFilter, WordsFilter } from '#web/parts/Filters.tsx'
import { emptyPerson, PersonFields, type PersonDraft } from '#web/parts/office/PersonFields.tsx'
import { PeopleImport } from '#web/parts/office/PeopleImport.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Pager } from '#web/parts/Pager.tsx'
import { PersonSheet } from '#web/parts/PersonSheet.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

const statuses = ['active', 'proposed'] as const
type Dialog = 'new' | 'import'

/** The register of people. */
export function PeoplePage(): ReactElement {
  const { t } = useTranslation()
  const query = useQueryText()
  const [dialog, setDialog] = useState<Dialog>()
  const people = useList<PageOf<PersonRow>>(withQuery('/api/people', { ...Object.fromEntries(query), limit: '50' }))
  const actions = (
    <>
      <Button onClick={() => setDialog('import')}>{t('office.people.import')}</Button>
      <Button type="primary" onClick={() => setDialog('new')}>
        {t('office.people.new')}
      </Button>
    </>
  )
  return (
    <Page title={t('office.people.title')} actions={actions}>
      <div className="filters">
        <WordsFilter name="q" label={t('common.name')} />
        <SelectFilter
          name="status"
          label={t('common.status')}
          options={statuses.map((value) => ({ value, label: t(`office.people.statuses.${value}`) }))}
        />
      </div>
      <FaultNote fault={people.error} onRetry={() => void people.refetch()} />
      {people.isPending && <Waiting />}
      {people.data !== undefined && <PersonSheet rows={people.data.items} />}
      <Pager next={people.data?.next} />
      <Dialogs open={dialog} onClose={() => setDialog(undefined)} />
    </Page>
  )
}

type DialogsProps = { readonly open: Dialog | undefined; readonly onClose: () => void }

function Dialogs({ open, onClose }: DialogsProps): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <Modal open={open === 'new'} title={t('office.people.new')} footer={null} width={720} onCancel={onClose} destroyOnHidden>
        <NewPerson />
      </Modal>
      <Modal open={open === 'import'} title={t('office.people.import')} footer={null} width={720} onCancel={onClose} destroyOnHidden>
        <PeopleImport />
      </Modal>
    </>
  )
}

function NewPerson(): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<PersonDraft>(emptyPerson)
  const create = usePost<object, PersonView>('/api/people')
  const save = async () => {
    const { id } = await create.mutateAsync(Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== '')))
    goTo(`/office/people/${encodeURIComponent(id)}`)
  }
  return (
    <div className="stack">
      <PersonFields draft={draft} onChange={setDraft} fault={create.error} />
      <FaultNote fault={create.error} />
      <Button type="primary" loading={create.isPending} onClick={() => void save().catch(() => undefined)}>
        {t('common.save')}
      </Button>
    </div>
  )
}
