import { Button, Input, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page as PageOf } from '#schemas/api/common.ts'
import type { PersonRow, PersonView } from '#schemas/api/person.ts'
import { useList, usePost } from '#web/api/hooks.ts'
import { goTo, useQueryText, withQuery } from '#web/location.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { emptyPerson, PersonFields, type PersonDraft } from '#web/parts/office/PersonFields.tsx'
import { PeopleImport } from '#web/parts/office/PeopleImport.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Pager } from '#web/parts/Pager.tsx'
import { PersonSheet } from '#web/parts/PersonSheet.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

/** The register of people. */
export function PeoplePage(): ReactElement {
  const { t } = useTranslation()
  const query = useQueryText()
  const [dialog, setDialog] = useState<'new' | 'import'>()
  const people = useList<PageOf<PersonRow>>(withQuery('/api/people', { ...Object.fromEntries(query), limit: '50' }))
  const apply = (next: { readonly [name: string]: string }) => goTo(withQuery('/office/people', { ...Object.fromEntries(query), ...next, cursor: undefined }))
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
        <div>
          <label htmlFor="people-q">{t('common.name')}</label>
          <Input.Search key={query.get('q')} id="people-q" defaultValue={query.get('q') ?? ''} onSearch={(q) => apply({ q: q.trim() })} allowClear />
        </div>
        <div>
          <label htmlFor="people-status">{t('common.status')}</label>
          <select id="people-status" className="select" value={query.get('status') ?? ''} onChange={(event) => apply({ status: event.target.value })}>
            <option value="">{t('common.all')}</option>
            <option value="active">{t('office.people.statuses.active')}</option>
            <option value="proposed">{t('office.people.statuses.proposed')}</option>
          </select>
        </div>
      </div>
      <FaultNote fault={people.error} onRetry={() => void people.refetch()} />
      {people.isPending && <Waiting />}
      {people.data !== undefined && <PersonSheet rows={people.data.items} />}
      <Pager next={people.data?.next} />
      <Modal open={dialog === 'new'} title={t('office.people.new')} footer={null} onCancel={() => setDialog(undefined)} destroyOnHidden>
        <NewPerson />
      </Modal>
      <Modal open={dialog === 'import'} title={t('office.people.import')} footer={null} width={720} onCancel={() => setDialog(undefined)} destroyOnHidden>
        <PeopleImport />
      </Modal>
    </Page>
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
