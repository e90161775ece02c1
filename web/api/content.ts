import type { JsonObject } from '#domain/json.ts'
import type { MatterView } from '#schemas/api/matter.ts'
import type { ProcessView } from '#schemas/api/process.ts'
import { useAnswer } from './hooks.ts'

/** What a matter says as it stands; `revisedOn` where that is not what it was opened with. */
export type Content = { readonly data: JsonObject; readonly revisedOn?: string }

type Told = Pick<MatterView, 'data' | 'form' | 'results'>
type Steps = readonly Pick<ProcessView['steps'][number], 'name' | 'form'>[]

/** The content as it stands: the last answer to a step that asked for the opening form again, else what the matter was opened with. */
export function findContent({ data, form, results }: Told, steps: Steps): Content | undefined {
  if (data === undefined) return undefined
  const opening = JSON.stringify(form?.schema)
  const revising = steps.filter((step) => step.form !== undefined && JSON.stringify(step.form.schema) === opening).map(({ name }) => name)
  const last = results.findLast((one) => one.data !== undefined && revising.includes(one.step.name))
  return last?.data === undefined ? { data } : { data: last.data, revisedOn: last.on }
}

/** The content of a matter as it stands; undefined where the reader may not see it, and until it is known. */
export function useContent(matter: MatterView | undefined): Content | undefined {
  const asks = matter?.data !== undefined && matter.results.length > 0
  const definition = useAnswer<ProcessView>(asks ? `/api/processes/${matter.process.name}` : undefined)
  if (matter === undefined || (asks && definition.data === undefined)) return undefined
  return findContent(matter, definition.data?.steps ?? [])
}
