import { Button, Popconfirm } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { departmentRoles, roles, type Role } from '#domain/role.ts'
import type { RoleView } from '#schemas/api/person.ts'
import { useAnswer, useDeed, usePost } from '#web/api/hooks.ts'
import { send } from '#web/api/request.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { PersonSelect } from '#web/parts/form/PersonSelect.tsx'
import { Mandates } from '#web/parts/office/Mandates.tsx'
import { LabelledInput, LabelledSelect } from '#web/parts/office/LabelledInput.tsx'
import { Page } from '#web/parts/Page.tsx'
import { SaveButton } from '#web/parts/SaveButton.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'
import { Tag } from '#web/parts/Tag.tsx'
import { describeDay } from '#web/words/days.ts'

const tones = { proposed: 'amber', active: 'green', declined: 'plain' } as const

/** Who holds which role; roles that check each other wait for a second person. */
export function RolesPage(): ReactElement {
  const { t, i18n } = useTranslation()
  const list = useAnswer<{ items: readonly RoleView[] }>('/api/roles')
  const span = ({ from, to }: RoleView) => `${describeDay(from, i18n.language)} – ${to === undefined ? '' : describeDay(to, i18n.language)}`
  return (
    <Page title={t('office.roles.title')} lead={t('office.roles.secondLead')}>
      <FaultNote fault={list.error} onRetry={() => void list.refetch()} />
      <NewRole />
      <Sheet<RoleView>
        caption={t('office.roles.title')}
        rows={list.data?.items ?? []}
        keyOf={(row) => row.id}
        empty={<p>{t('office.roles.empty')}</p>}
        columns={[
          { key: 'person', title: t('office.roles.person'), isMain: true, cell: (row) => <strong>{row.person.name}</strong> },
          { key: 'role', title: t('office.roles.role'), cell: (row) => [row.label, row.department?.name].filter(Boolean).join(' · ') },
          { key: 'span', title: t('office.rules.inForce'), cell: span },
          {
            key: 'status',
            title: t('common.status'),
            cell: (row) => <Tag tone={tones[row.status]}>{t(`office.roles.statuses.${row.status}`)}</Tag>,
          },
          { key: 'by', title: t('office.roles.grantedBy'), cell: (row) => row.grantedBy },
          { key: 'verbs', title: <span className="unseen">{t('common.verbs')}</span>, cell: (row) => <RoleVerbs role={row} /> },
        ]}
      />
      <Mandates />
    </Page>
  )
}

function RoleVerbs({ role }: { readonly role: RoleView }): ReactElement {
  const { t } = useTranslation()
  const path = `/api/roles/${encodeURIComponent(role.id)}`
  const decide = usePost<{ approved: boolean }, unknown>(`${path}/decide`)
  const end = useDeed<object, unknown>((_, press) => send('DELETE', path, {}, press))
  const name = `${role.person.name} ${role.label}`
  return (
    <div className="buttons">
      {role.status === 'proposed' && (
        <>
          <Button
            aria-label={`${t('office.roles.approve')} ${name}`}
            loading={decide.isPending}
            onClick={() => decide.mutate({ approved: true })}
          >
            {t('office.roles.approve')}
          </Button>
          <Button aria-label={`${t('office.roles.decline')} ${name}`} danger onClick={() => decide.mutate({ approved: false })}>
            {t('office.roles.decline')}
          </Button>
        </>
      )}
      {role.status === 'active' && role.to === undefined && (
        <Popconfirm
          title={t('office.roles.endAsk', { name })}
          okText={t('office.roles.end')}
          cancelText={t('common.cancel')}
          onConfirm={() => end.mutate({})}
        >
          <Button type="text" danger aria-label={`${t('office.roles.end')} ${name}`} loading={end.isPending}>
            {t('office.roles.end')}
          </Button>
        </Popconfirm>
      )}
      <FaultNote fault={decide.error ?? end.error} />
    </div>
  )
}

const empty = { person: '', role: 'ipo_officer' as Role, department: '', to: '' }

function NewRole(): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(empty)
  const grant = usePost<object, RoleView>('/api/roles')
  const save = async () => {
    const { person, role, department, to } = draft
    await grant.mutateAsync({ person, role, ...(department === '' ? {} : { department }), ...(to === '' ? {} : { to }) })
    setDraft(empty)
  }
  return (
    <details className="block">
      <summary>
        <h2>{t('office.roles.new')}</h2>
      </summary>
      <RoleFields draft={draft} onChange={setDraft} />
      <SaveButton deed={grant} isReady={draft.person !== ''} save={save} />
    </details>
  )
}

type RoleFieldsProps = { readonly draft: typeof empty; readonly onChange: (draft: typeof empty) => void }

function RoleFields({ draft, onChange }: RoleFieldsProps): ReactElement {
  const { t } = useTranslation()
  const departments = useAnswer<{ items: readonly { id: string; name: string }[] }>('/api/departments')
  const options = (departments.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const put = (part: Partial<typeof empty>) => onChange({ ...draft, ...part })
  return (
    <div className="columns">
      <div>
        <label htmlFor="role-person">{t('office.roles.person')}</label>
        <PersonSelect
          id="role-person"
          value={draft.person === '' ? [] : [draft.person]}
          onChange={([one]) => put({ person: one ?? '' })}
          most={1}
        />
      </div>
      <LabelledSelect
        label={t('office.roles.role')}
        value={draft.role}
        onChange={(value) => put({ role: value as Role, department: '' })}
        options={roles.map((value) => ({ value, label: t(`roleNames.${value}`) }))}
      />
      {departmentRoles.includes(draft.role) && (
        <LabelledSelect
          label={t('common.department')}
          value={draft.department}
          onChange={(department) => put({ department })}
          options={options}
          empty={t('form.choose')}
        />
      )}
      <LabelledInput label={t('common.to')} type="date" value={draft.to} onChange={(to) => put({ to })} />
    </div>
  )
}
