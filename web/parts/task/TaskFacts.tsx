import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Json } from '#domain/json.ts'
import type { TaskView } from '#schemas/api/task.ts'
import { describeDay } from '#web/words/days.ts'
import { listFields, readFormSchema } from '#web/parts/form/json-schema.ts'
import { Facts } from '#web/parts/Facts.tsx'

type TaskFactsProps = { readonly task: TaskView; readonly names: { readonly [person: string]: string } }

/** What the step was given, and what was answered the time before with the changes marked. */
export function TaskFacts({ task, names }: TaskFactsProps): ReactElement {
  const { t, i18n } = useTranslation()
  const { previous, form } = task
  const given = isAsked(task) ? undefined : task.given
  return (
    <>
      {given !== undefined && Object.keys(given).length > 0 && (
        <section className="block">
          <h2>{t('task.given')}</h2>
          <Facts value={given} form={form} names={names} />
        </section>
      )}
      {previous !== undefined && (
        <section className="block">
          <h2>{t('task.previous')}</h2>
          <p className="quiet">
            {t('task.previousLead', {
              name: previous.by.name,
              date: describeDay(previous.on, i18n.language),
              outcome: previous.outcome.label,
            })}
          </p>
          {previous.data !== undefined && (
            <Facts value={previous.data} form={form} names={names} changed={previous.changed.map(({ field }) => field)} />
          )}
        </section>
      )}
    </>
  )
}

/** Whether the form asks for all that was given: it then stands in the form already. */
function isAsked({ given, form }: TaskView): boolean {
  const schema = readFormSchema(form.schema)
  const asked = listFields(schema, schema, given).map(({ name }) => name)
  return Object.keys(given ?? {}).every((name) => asked.includes(name))
}

/** What stood before in the fields that have changed, by JSON pointer. */
export function beforeOf(task: TaskView): { readonly [pointer: string]: Json } {
  return Object.fromEntries((task.previous?.changed ?? []).map(({ field, before }) => [field, before as Json]))
}
