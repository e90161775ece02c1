import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { officeRoles } from '#domain/role.ts'
import type { TaskView } from '#schemas/api/task.ts'
import { usePost } from '#web/api/hooks.ts'
import { useMe } from '#web/api/session.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { LabelledInput, LabelledSelect } from '#web/parts/office/LabelledInput.tsx'

/** A one-time link for somebody without an account who must make a statement of his own. */
export function OutsideLink({ task }: { readonly task: TaskView }): ReactElement | null {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const isOffice = me?.roles.some(({ role }) => officeRoles.includes(role)) ?? false
  if (!isOffice || task.act !== 'declares' || task.people.length === 0) return null
  return (
    <details className="why-not">
      <summary>{t('task.linkFor')}</summary>
      <LinkMaker task={task} />
    </details>
  )
}

function LinkMaker({ task }: { readonly task: TaskView }): ReactElement {
  const { t } = useTranslation()
  const [person, setPerson] = useState<string>(task.people[0]?.id ?? '')
  const [days, setDays] = useState('14')
  const make = usePost<object, unknown>('/api/links')
  return (
    <div className="stack">
      <LabelledSelect
        label={t('task.linkPerson')}
        value={person}
        onChange={setPerson}
        options={task.people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <LabelledInput label={t('task.linkDays')} type="number" value={days} onChange={setDays} />
      <FaultNote fault={make.error} />
      {make.isSuccess && <p role="status">{t('task.linkMade')}</p>}
      <Button loading={make.isPending} onClick={() => make.mutate({ task: task.id, person, days: Number(days) })}>
        {t('common.send')}
      </Button>
    </div>
  )
}
