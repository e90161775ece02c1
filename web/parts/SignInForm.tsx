import { Button } from 'antd'
import { useState, type ReactElement, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useSignIn } from '#web/api/session.ts'
import { FaultNote } from './FaultNote.tsx'
import { LabelledInput } from './office/LabelledInput.tsx'

type SignInFormProps = { readonly account?: string; readonly secret?: string }

/** Name and password; what was typed stays when the answer is no. */
export function SignInForm({ account = '', secret = '' }: SignInFormProps): ReactElement {
  const { t } = useTranslation()
  const signIn = useSignIn()
  const [username, setUsername] = useState(account)
  const [password, setPassword] = useState(secret)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    signIn.mutate({ username, password })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <LabelledInput label={t('signIn.username')} autoComplete="username" value={username} onChange={setUsername} />
      <LabelledInput label={t('signIn.password')} type="password" autoComplete="current-password" value={password} onChange={setPassword} />
      <FaultNote fault={signIn.error} />
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {t('signIn.go')}
      </Button>
    </form>
  )
}
