import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PolicyView } from '#schemas/api/policy.ts'
import type { ProcessRow } from '#schemas/api/process.ts'
import { useAnswer, useDeed } from '#web/api/hooks.ts'
import { send } from '#web/api/request.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { useKept } from '#web/parts/kept.ts'
import { JsonInput, readJson } from '#web/parts/office/JsonInput.tsx'
import { LabelledInput } from '#web/parts/office/LabelledInput.tsx'
import { foreseeChanges } from '#web/parts/office/policy-changes.ts'
import { PolicyDifferences } from '#web/parts/office/PolicyDifferences.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Tag } from '#web/parts/Tag.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'
import { describeDay } from '#web/words/days.ts'

type PolicyPageProps = { readonly process: string }

/** The policy of one process: in force, its versions, and a new one with what it changes. */
export function PolicyPage({ process: stem }: PolicyPageProps): ReactElement {
  const policy = useAnswer<PolicyView>(`/api/policies/${encodeURIComponent(stem)}`)
  if (policy.data === undefined)
    return policy.error === null ? <Waiting /> : <FaultNote fault={policy.error} onRetry={() => void policy.refetch()} />
  return <Body policy={policy.data} />
}

function Body({ policy }: { readonly policy: PolicyView }): ReactElement {
  const { t, i18n } = useTranslation()
  const processes = useAnswer<{ items: readonly ProcessRow[] }>('/api/processes')
  const name = processes.data?.items.find((one) => one.process === policy.process)?.name
  return (
    <Page title={`${t('office.policies.title')} · ${name ?? policy.process}`} lead={t('office.policies.lead')}>
      <section className="block">
        <h2>
          {t('office.policies.version')} <code>{policy.version.slice(0, 12)}</code> <Tag tone="green">{t('office.policies.inForce')}</Tag>
        </h2>
        <details>
          <summary>{t('common.open')}</summary>
          <pre tabIndex={0}>{JSON.stringify(policy.body, null, 2)}</pre>
        </details>
      </section>
      <Publish policy={policy} />
      <section className="block">
        <h2>{t('office.policies.history')}</h2>
        <ol>
          {policy.versions.map((version) => (
            <li key={`${version.version} ${version.from}`}>
              <code>{version.version.slice(0, 12)}</code> {describeDay(version.from, i18n.language)} · {version.by}
              {version.note !== undefined && ` · ${version.note}`}
              <PolicyDifferences changes={foreseeChanges(policy.defaults, policy.defaults, version.body)} />
            </li>
          ))}
        </ol>
      </section>
    </Page>
  )
}

function Publish({ policy }: { readonly policy: PolicyView }): ReactElement {
  const { t, i18n } = useTranslation()
  const [text, setText] = useKept(`policy.${policy.process}`, JSON.stringify(policy.versions.at(-1)?.body ?? {}, null, 2))
  const [from, setFrom] = useState('')
  const [note, setNote] = useState('')
  const publish = useDeed<object, unknown>((input, press) =>
    send('PUT', `/api/policies/${encodeURIComponent(policy.process)}`, input, press),
  )
  const said = readJson(text)
  const isReadable = 'value' in said
  return (
    <section className="block">
      <h2>{t('office.policies.publish')}</h2>
      <div className="stack">
        <JsonInput label={t('office.policies.body')} help={t('office.policies.bodyHelp')} value={text} onChange={setText} />
        <LabelledInput label={t('office.policies.effective')} type="date" value={from} onChange={setFrom} />
        <LabelledInput label={t('common.note')} value={note} onChange={setNote} />
        <h3>{t('office.policies.changes')}</h3>
        {isReadable && <PolicyDifferences changes={foreseeChanges(policy.body, policy.defaults, said.value)} />}
        <FaultNote fault={publish.error} />
        {publish.isSuccess && <p role="status">{t('office.policies.published', { from: describeDay(from, i18n.language) })}</p>}
        <Button
          type="primary"
          disabled={!isReadable || from === ''}
          loading={publish.isPending}
          onClick={() => isReadable && publish.mutate({ body: said.value, from, ...(note.trim() === '' ? {} : { note: note.trim() }) })}
        >
          {t('office.policies.publish')}
        </Button>
      </div>
    </section>
  )
}
