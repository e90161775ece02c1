import { Button } from 'antd'
import { useState, type SubmitEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkView } from '#schemas/api/link.ts'
import { useAnswer, usePost } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Link } from '#web/parts/Link.tsx'
import { LabelledInput } from '#web/parts/office/LabelledInput.tsx'
import { OutsideFrame } from '#web/parts/OutsideFrame.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

/** An invitation: who is invited sets his user name and password. */
export function InvitationPage({ token }: { readonly token: string }): ReactElement {
  const { t } = useTranslation()
  const path = `/api/invitations/${encodeURIComponent(token)}`
  const invitation = useAnswer<LinkView>(path)
  const { data } = invitation
  return (
    <OutsideFrame title={t('link.invitationTitle')} {...(data === undefined ? {} : { house: data.institution })}>
      {data === undefined && (invitation.error === null ? <Waiting /> : <FaultNote fault={invitation.error} />)}
      {data !== undefined &&
        (data.state === 'ready' ? <Accept path={path} /> : <p className="notice notice-no">{t(`link.${data.state}`)}</p>)}
    </OutsideFrame>
  )
}

function Accept({ path }: { readonly path: string }): ReactElement {
  const { t } = useTranslation()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const accept = usePost<object, unknown>(path)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    accept.mutate({ username, password })
  }
  if (accept.isSuccess) {
    return (
      <section className="notice notice-done" role="status">
        <p>{t('link.accepted')}</p>
        <Link to="/tasks">{t('signIn.go')}</Link>
      </section>
    )
  }
  return (
    <form className="stack narrow" onSubmit={submit}>
      <LabelledInput label={t('link.username')} autoComplete="username" value={username} onChange={setUsername} />
      <LabelledInput label={t('link.password')} type="password" autoComplete="new-password" value={password} onChange={setPassword} />
      <FaultNote fault={accept.error} />
      <Button type="primary" htmlType="submit" disabled={username.trim() === '' || password.length < 12} loading={accept.isPending}>
        {t('link.accept')}
      </Button>
    </form>
  )
}
