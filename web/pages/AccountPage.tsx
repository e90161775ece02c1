import { Button } from 'antd'
import { useState, type SubmitEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '#schemas/api/session.ts'
import { useDeed } from '#web/api/hooks.ts'
import { send } from '#web/api/request.ts'
import { useMe, useSignOut } from '#web/api/session.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Deputies } from '#web/parts/office/Deputies.tsx'
import { LabelledInput } from '#web/parts/office/LabelledInput.tsx'
import { Tokens } from '#web/parts/office/Tokens.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Tag } from '#web/parts/Tag.tsx'
import { describeDay } from '#web/words/days.ts'

/** One's own account: roles, password, deputies, tokens. */
export function AccountPage(): ReactElement {
  const { t } = useTranslation()
  const { data: me } = useMe()
  return (
    <Page title={t('office.account.title')} lead={[me?.person.name, me?.person.department, me?.username].filter(Boolean).join(' · ')}>
      {me !== undefined && <RolesHeld me={me} />}
      <section className="block">
        <h2>{t('office.deputies.mine')}</h2>
        <p className="quiet">{t('office.deputies.lead')}</p>
        <Deputies />
      </section>
      <Password />
      <Tokens />
      <SignOut />
    </Page>
  )
}

function SignOut(): ReactElement {
  const { t } = useTranslation()
  const signOut = useSignOut()
  return <Button onClick={() => void signOut()}>{t('nav.signOut')}</Button>
}

function RolesHeld({ me }: { readonly me: Me }): ReactElement {
  const { t, i18n } = useTranslation()
  return (
    <section className="block">
      <h2>{t('office.account.roles')}</h2>
      {me.roles.length === 0 && <p className="quiet">{t('office.account.noRoles')}</p>}
      <p className="tags">
        {me.roles.map((role) => (
          <Tag key={role.key} tone="ink">
            {[role.label, role.department?.name].filter(Boolean).join(' · ')}
          </Tag>
        ))}
      </p>
      <h2>{t('office.account.deputyFor')}</h2>
      {me.deputyFor.length === 0 && <p className="quiet">{t('office.account.noDeputyFor')}</p>}
      <ul>
        {me.deputyFor.map(({ person, from, to }) => (
          <li key={`${person.id} ${from}`}>
            {person.name} {describeDay(from, i18n.language)} – {describeDay(to, i18n.language)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Password(): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState({ current: '', next: '' })
  const change = useDeed<object, unknown>((input, press) => send('PUT', '/api/me/password', input, press))
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    await change.mutateAsync(draft)
    setDraft({ current: '', next: '' })
  }
  return (
    <section className="block">
      <h2>{t('office.account.password')}</h2>
      <form className="stack narrow" onSubmit={(event) => void save(event).catch(() => undefined)}>
        <LabelledInput
          label={t('office.account.current')}
          type="password"
          autoComplete="current-password"
          value={draft.current}
          onChange={(current) => setDraft({ ...draft, current })}
        />
        <LabelledInput
          label={t('office.account.next')}
          type="password"
          autoComplete="new-password"
          value={draft.next}
          onChange={(next) => setDraft({ ...draft, next })}
        />
        <FaultNote fault={change.error} />
        {change.isSuccess && <p role="status">{t('office.account.changed')}</p>}
        <Button htmlType="submit" type="primary" disabled={draft.current === '' || draft.next.length < 12} loading={change.isPending}>
          {t('office.account.password')}
        </Button>
      </form>
    </section>
  )
}
