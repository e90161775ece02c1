import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '#schemas/api/person.ts'
import { useAnswer, useDeed, usePost } from '#web/api/hooks.ts'
import { send } from '#web/api/request.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { PersonFields, type PersonDraft } from '#web/parts/office/PersonFields.tsx'
import { Page } from '#web/parts/Page.tsx'
import { RegisterPairs } from '#web/parts/register/RegisterPairs.tsx'
import { Tag } from '#web/parts/Tag.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'
import { describeInstant } from '#web/words/days.ts'

/** One person of the register. */
export function PersonPage({ id }: { readonly id: string }): ReactElement {
  const person = useAnswer<PersonView>(`/api/people/${encodeURIComponent(id)}`)
  if (person.data === undefined)
    return person.error === null ? <Waiting /> : <FaultNote fault={person.error} onRetry={() => void person.refetch()} />
  return <Body person={person.data} />
}

function Body({ person }: { readonly person: PersonView }): ReactElement {
  const { t } = useTranslation()
  const [isEditing, setEditing] = useState(false)
  const lead = <Tag tone={person.status === 'active' ? 'green' : 'amber'}>{t(`office.people.statuses.${person.status}`)}</Tag>
  return (
    <Page title={person.name} lead={lead} actions={<PersonVerbs person={person} onEdit={() => setEditing(true)} />}>
      {isEditing ? <Change person={person} onDone={() => setEditing(false)} /> : <Shown person={person} />}
    </Page>
  )
}

function PersonVerbs({ person, onEdit }: { readonly person: PersonView; readonly onEdit: () => void }): ReactElement {
  const { t, i18n } = useTranslation()
  const path = `/api/people/${encodeURIComponent(person.id)}`
  const confirm = usePost<object, unknown>(`${path}/confirm`)
  const invite = usePost<object, { mail: string; expiresAt: string }>(`${path}/invitation`)
  return (
    <>
      {person.status === 'proposed' && (
        <Button loading={confirm.isPending} onClick={() => confirm.mutate({})}>
          {t('office.people.confirm')}
        </Button>
      )}
      <Button loading={invite.isPending} onClick={() => invite.mutate({})}>
        {t('office.people.invite')}
      </Button>
      <Button type="primary" onClick={onEdit}>
        {t('common.edit')}
      </Button>
      <FaultNote fault={confirm.error ?? invite.error} />
      {invite.data !== undefined && (
        <p role="status">
          {t('office.people.invited', { mail: invite.data.mail, until: describeInstant(invite.data.expiresAt, i18n.language) })}
        </p>
      )}
    </>
  )
}

function Shown({ person }: { readonly person: PersonView }): ReactElement {
  const { t } = useTranslation()
  const pairs: readonly (readonly [string, string | undefined])[] = [
    [t('common.department'), person.department?.name],
    [t('office.people.employer'), person.employerName ?? t(`office.people.employers.${person.employer}`)],
    [t('office.people.relation'), t(`office.people.relations.${person.relation}`)],
    [t('office.people.nameLatin'), person.nameLatin],
    [t('office.people.titleOf'), person.title],
    [t('office.people.nationality'), person.nationality],
    [t('office.people.supervisor'), person.supervisor?.name],
    [t('office.people.mail'), person.mail],
    [t('office.people.identity'), person.identityMasked],
    [t('office.people.account'), person.accountMasked],
    [
      t('office.people.rolesOf'),
      person.roles.map(({ label, department }) => [label, department?.name].filter(Boolean).join(' · ')).join(t('common.comma')),
    ],
  ]
  return <RegisterPairs pairs={pairs} />
}

function Change({ person, onDone }: { readonly person: PersonView; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<PersonDraft>(() => draftOf(person))
  const change = useDeed<object, PersonView>((input, press) => send('PATCH', `/api/people/${encodeURIComponent(person.id)}`, input, press))
  const before = draftOf(person)
  const save = async () => {
    await change.mutateAsync(Object.fromEntries(Object.entries(draft).filter(([name, value]) => value !== '' && value !== before[name])))
    onDone()
  }
  return (
    <div className="stack block">
      <PersonFields draft={draft} onChange={setDraft} fault={change.error} />
      <FaultNote fault={change.error} />
      <div className="buttons">
        <Button type="primary" loading={change.isPending} onClick={() => void save().catch(() => undefined)}>
          {t('common.save')}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </div>
  )
}

function draftOf(person: PersonView): PersonDraft {
  const {
    name,
    nameLatin = '',
    employer,
    employerName = '',
    relation,
    title = '',
    mail = '',
    nationality = '',
    idType = '',
    department,
  } = person
  return { name, nameLatin, employer, employerName, relation, title, mail, nationality, idType, department: department?.id ?? '' }
}
