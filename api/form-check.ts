import type { PersonId } from '#domain/actor.ts'
import type { CheckContext } from '#domain/checks.ts'
import type { JsonObject } from '#domain/json.ts'
import type { Refusal } from '#domain/refusal.ts'
import { formChecks, strips } from '#domain/registry.gen.ts'
import type { MatterState } from '#domain/state.ts'
import { allForms } from '#schemas/registry.gen.ts'
import { mostFaults, ProblemError, parseInput, refusedBy } from './problem.ts'
import type { Words } from './words.ts'

/** A form as it was sent, and what its checks may look at. */
export type SentForm = {
  readonly stem: string
  readonly form: string
  readonly data: JsonObject
  readonly state?: MatterState
  /** Absent for whoever comes to a public door. */
  readonly actor?: PersonId
  readonly outcome?: string
  /** JSON pointer of the form within the request. */
  readonly base: string
}

/** Leaves out what may not be kept (a state secret); to be called before anything of the form is stored or logged. */
export function stripForm(stem: string, data: JsonObject): JsonObject {
  return strips[stem]?.(data) ?? data
}

/**
 * Reads a form by its schema and asks its checks: the early answer, which the recording transaction gives again. Throws 422
 * with every fault or every refusal. `gather` is asked for the dated facts only when the form can be read.
 */
export async function checkForm(sent: SentForm, words: Words, gather: (data: JsonObject) => Promise<CheckContext>): Promise<JsonObject> {
  const { stem, form, state, actor, outcome, base } = sent
  const data = readForm(form, stripForm(stem, sent.data), words, base)
  const check = Object.hasOwn(formChecks, form) ? formChecks[form] : undefined
  if (check === undefined) return data
  const context = await gather(data)
  const refusals = check(data as never, {
    ...context,
    ...(actor === undefined ? {} : { actor }),
    ...(state === undefined ? {} : { state }),
    ...(outcome === undefined ? {} : { outcome }),
  })
  if (refusals.length > 0)
    throw refusedBy(
      refusals.map((one) => within(base, one)),
      stem,
    )
  return data
}

function within(base: string, refusal: Refusal): Refusal {
  return refusal.field === undefined ? refusal : { ...refusal, field: base + refusal.field }
}

function readForm(form: string, data: JsonObject, words: Words, base: string): JsonObject {
  const shape = Object.hasOwn(allForms, form) ? allForms[form] : undefined
  if (shape !== undefined) return parseInput(shape, data, words, base) as JsonObject
  const extra = Object.keys(data)
  if (extra.length === 0) return {}
  const errors = extra
    .slice(0, mostFaults)
    .map((key) => ({ field: `${base}/${key}`, code: 'unrecognized_keys', message: words.desk('problem/422') }))
  throw new ProblemError({ status: 422, errors })
}
