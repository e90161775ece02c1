import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { apiToken } from '#schemas/api/session.ts'
import { useAnswer, useDeed, usePost } from '#web/api/hooks.ts'
import { send } from '#web/api/request.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { describeInstant } from '#web/words/days.ts'
import { LabelledInput } from './LabelledInput.tsx'

type Token = z.infer<typeof apiToken>

/** Tokens by which programs act in one's name. */
export function Tokens(): ReactElement {
  const { t, i18n } = useTranslation()
  const [name, setName] = useState('')
  const list = useAnswer<{ items: readonly Token[] }>('/api/me/tokens')
  const create = usePost<object, Token>('/api/me/tokens')
  const revoke = useDeed<string, unknown>((id, press) => send('DELETE', `/api/me/tokens/${encodeURIComponent(id)}`, {}, press))
  return (
    <section className="block">
      <h2>{t('office.account.tokens')}</h2>
      <p className="quiet">{t('office.account.tokensLead')}</p>
      <FaultNote fault={list.error ?? create.error ?? revoke.error} />
      {list.data?.items.length === 0 && <p className="quiet">{t('office.account.tokensEmpty')}</p>}
      <ul>
        {(list.data?.items ?? []).map((token) => (
          <li key={token.id}>
            {token.name}{' '}
            {token.expiresAt !== undefined && (
              <span className="quiet">{t('office.account.expires', { date: describeInstant(token.expiresAt, i18n.language) })}</span>
            )}
            <Button type="text" danger aria-label={`${t('office.account.revoke')} ${token.name}`} onClick={() => revoke.mutate(token.id)}>
              {t('office.account.revoke')}
            </Button>
          </li>
        ))}
      </ul>
      {create.data?.token !== undefined && (
        <p role="status">
          {t('office.account.tokenOnce')} <code>{create.data.token}</code>
        </p>
      )}
      <div className="stack narrow">
        <LabelledInput label={t('office.account.tokenName')} value={name} onChange={setName} />
        <Button disabled={name.trim() === ''} loading={create.isPending} onClick={() => create.mutate({ name: name.trim() })}>
          {t('office.account.newToken')}
        </Button>
      </div>
    </section>
  )
}
