import { Button, Input } from 'antd'
import { useId, useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSignIn } from '#web/api/session.ts'
import { FaultNote } from './FaultNote.tsx'

type SignInFormProps = { readonly account?: string; readonly secret?: string }

/** Name and password; what was typed stays when the answer is no. */
export function SignInForm({ account = '', secret = '' }: SignInFormProps): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const signIn = useSignIn()
  const [username, setUsername] = useState(account)
  const [password, setPassword] = useState(secret)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ username, password })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <div>
        <label htmlFor={`${id}-name`}>{t('signIn.username')}</label>
        <Input id={`${id}-name`} name="username" autoComplete="username" required value={username} onChange={(event) => setUsername(event.target.value)} />
      </div>
      <div>
        <label htmlFor={`${id}-word`}>{t('signIn.password')}</label>
        <Input.Password
          id={`${id}-word`}
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      <FaultNote fault={signIn.error} />
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {t('signIn.go')}
      </Button>
    </form>
  )
}
