import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { JsonObject } from '#domain/json.ts'
import type { LinkTask } from '#schemas/api/link.ts'
import { usePost } from '#web/api/hooks.ts'
import { Facts } from './Facts.tsx'
import { FaultNote } from './FaultNote.tsx'
import { faultsByField } from './form/faults.ts'
import { JsonForm } from './form/JsonForm.tsx'
import { readFormSchema } from './form/json-schema.ts'
import { firstValues, prepareForm } from './form/prepare.ts'
import { Outcomes, type Decision } from './task/Outcomes.tsx'
import { LinkPaper } from './LinkPaper.tsx'
import { UnderWay } from './UnderWay.tsx'

type LinkFormProps = { readonly path: string; readonly task: LinkTask; readonly code: string; readonly onDone: (outcome: string) => void }

/** What somebody without an account signs, and his answer to it. */
export function LinkForm({ path, task, code, onDone }: LinkFormProps): ReactElement {
  const schema = readFormSchema(task.form.schema)
  const [values, setValues] = useState<JsonObject>(() => firstValues(schema, task.given, undefined, undefined))
  const act = usePost<object, unknown>(path)
  const decide = async (decision: Decision) => {
    await act.mutateAsync({ ...decision, code, data: prepareForm(values, schema, task.given), contentHash: task.contentHash })
    onDone(task.outcomes.find(({ name }) => name === decision.outcome)?.label ?? decision.outcome)
  }
  return (
    <>
      <Signed task={task} />
      {typeof task.given?.['paper'] === 'string' && <LinkPaper path={path} code={code} />}
      <section className="block">
        <JsonForm
          form={task.form}
          values={values}
          onChange={setValues}
          faults={faultsByField(act.error, '/data')}
          given={task.given ?? {}}
        />
        <FaultNote fault={act.error} />
        <UnderWay deed={act} />
        <Outcomes
          task={{ id: path, outcomes: task.outcomes }}
          isBusy={act.isPending}
          onDecide={(decision) => void decide(decision).catch(() => undefined)}
        />
      </section>
    </>
  )
}

function Signed({ task }: { readonly task: LinkTask }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="block">
      <h2>{task.title}</h2>
      <p>
        {t('link.signedAs', { name: task.person })} · {task.step.label} · <span className="number">{task.matterNumber}</span>
      </p>
      <h3>{t('link.what')}</h3>
      {task.data !== undefined && <Facts value={task.data} form={task.form} />}
      {task.given !== undefined && <Facts value={task.given} form={task.form} />}
      <p className="quiet">
        {t('link.contentHash')} <code className="value">{task.contentHash}</code>
      </p>
    </section>
  )
}
