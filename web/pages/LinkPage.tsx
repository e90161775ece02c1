import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkTask, LinkView } from '#schemas/api/link.ts'
import { useAnswer, usePost } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { LinkForm } from '#web/parts/LinkForm.tsx'
import { LabelledInput } from '#web/parts/office/LabelledInput.tsx'
import { OutsideFrame } from '#web/parts/OutsideFrame.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'
import { describeInstant } from '#web/words/days.ts'

/** A one-time link: looking at it changes nothing, acting needs the code sent by mail. */
export function LinkPage({ token }: { readonly token: string }): ReactElement {
  const { t } = useTranslation()
  const path = `/api/links/${encodeURIComponent(token)}`
  const link = useAnswer<LinkView>(path)
  const [done, setDone] = useState<string>()
  const { data } = link
  return (
    <OutsideFrame title={t('link.title')} {...(data === undefined ? {} : { house: data.institution })}>
      {data === undefined && (link.error === null ? <Waiting /> : <FaultNote fault={link.error} missing={t('link.unknown')} />)}
      {done !== undefined && (
        <section className="notice notice-done" role="status">
          <h2>{t('link.done')}</h2>
          <p>{t('link.doneLead', { outcome: done })}</p>
        </section>
      )}
      {done === undefined &&
        data !== undefined &&
        (data.state === 'ready' ? (
          <Ready path={path} link={data} onDone={setDone} />
        ) : (
          <p className="notice notice-no">{t(`link.${data.state}`)}</p>
        ))}
    </OutsideFrame>
  )
}

type ReadyProps = { readonly path: string; readonly link: LinkView; readonly onDone: (outcome: string) => void }

function Ready({ path, link, onDone }: ReadyProps): ReactElement {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const open = usePost<{ code: string }, LinkTask>(`${path}/open`)
  if (open.data !== undefined) return <LinkForm path={path} task={open.data} code={code} onDone={onDone} />
  return (
    <>
      <About link={link} />
      <Code path={path} link={link} code={code} onCode={setCode} />
      {/^\d{6}$/.test(code) && (
        <>
          <FaultNote fault={open.error} />
          <Button type="primary" size="large" loading={open.isPending} onClick={() => open.mutate({ code })}>
            {t('link.open')}
          </Button>
        </>
      )}
    </>
  )
}

function About({ link }: { readonly link: LinkView }): ReactElement {
  const { t, i18n } = useTranslation()
  return (
    <section className="block">
      <p>{t('link.ready')}</p>
      <dl className="pairs">
        {link.matterNumber !== undefined && (
          <div>
            <dt>{t('link.matter')}</dt>
            <dd className="number">{link.matterNumber}</dd>
          </div>
        )}
        {link.step !== undefined && (
          <div>
            <dt>{t('link.step')}</dt>
            <dd>{link.step.label}</dd>
          </div>
        )}
        <div>
          <dt>{t('link.validUntil')}</dt>
          <dd>{describeInstant(link.expiresAt, i18n.language)}</dd>
        </div>
      </dl>
    </section>
  )
}

type CodeProps = { readonly path: string; readonly link: LinkView; readonly code: string; readonly onCode: (code: string) => void }

function Code({ path, link, code, onCode }: CodeProps): ReactElement {
  const { t } = useTranslation()
  const send = usePost<object, unknown>(`${path}/code`)
  const isSent = send.isSuccess || link.codeSent
  const mail = link.mailTo ?? ''
  return (
    <section className="stack narrow">
      <p role="status">{isSent ? t('link.codeSent', { mail }) : t('link.sendCodeTo', { mail })}</p>
      <FaultNote fault={send.error} />
      <Button loading={send.isPending} onClick={() => send.mutate({})}>
        {isSent ? t('link.resend') : t('link.sendCode')}
      </Button>
      {isSent && (
        <LabelledInput
          label={t('link.code')}
          value={code}
          autoComplete="one-time-code"
          onChange={(next) => onCode(next.replace(/\D/g, '').slice(0, 6))}
        />
      )}
    </section>
  )
}
