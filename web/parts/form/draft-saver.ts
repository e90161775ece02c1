import type { Json, JsonObject } from '#domain/json.ts'
import { below, findAt, patchPointer } from './pointer.ts'

/** What is typed and what of it the server holds. */
export type DraftNow<Saved> = {
  readonly values: JsonObject
  readonly saved: Saved | undefined
  readonly isSaving: boolean
  readonly fault: unknown
}

export type DraftSaver<Saved> = {
  readonly now: () => DraftNow<Saved>
  readonly subscribe: (listener: () => void) => () => void
  /** Takes what was typed at `pointers`; it is saved after a short rest. */
  readonly change: (values: JsonObject, pointers: readonly string[]) => void
  /** Saves at once what is not saved yet; a failure is told by `now().fault` and, where it may pass, tried again. */
  readonly flush: () => Promise<void>
  readonly stop: () => void
}

type SaverParts<Saved> = {
  readonly first: JsonObject
  readonly saved: Saved | undefined
  readonly save: (fields: JsonObject) => Promise<Saved>
  /** Whether a failure may pass, so that trying again makes sense. */
  readonly mayPass: (fault: unknown) => boolean
  readonly restMs?: number
  readonly retryMs?: number
}

/**
 * Saves a form while it is typed, field by field and unchecked; one request at a time, so that no older answer overtakes a
 * newer. What could not be saved stays to be saved.
 */
export function createDraftSaver<Saved extends { readonly data: JsonObject }>(parts: SaverParts<Saved>): DraftSaver<Saved> {
  const { save, mayPass, restMs = 700, retryMs = 5_000 } = parts
  const shown = createShown<DraftNow<Saved>>({ values: parts.first, saved: parts.saved, isSaving: false, fault: undefined })
  let dirty = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()

  const schedule = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }
  const saveOnce = async () => {
    if (dirty.size === 0) return
    const pointers = [...dirty]
    dirty = new Set()
    shown.put({ isSaving: true })
    const { values, saved: held } = shown.now()
    try {
      const saved = await save(fieldsOf(pointers, held?.data, values))
      shown.put({ saved, fault: undefined, isSaving: false })
    } catch (fault) {
      dirty = new Set([...pointers, ...dirty])
      shown.put({ fault, isSaving: false })
      if (mayPass(fault)) schedule(retryMs)
    }
  }
  const flush = () => {
    clearTimeout(timer)
    running = running.then(saveOnce)
    return running
  }
  const change = (values: JsonObject, pointers: readonly string[]) => {
    for (const pointer of pointers) dirty.add(pointer)
    shown.put({ values })
    schedule(restMs)
  }
  return { now: shown.now, subscribe: shown.subscribe, change, flush, stop: () => clearTimeout(timer) }
}

/** A value that listeners are told of when a part of it changes. */
function createShown<Value extends object>(first: Value) {
  const listeners = new Set<() => void>()
  let value = first
  return {
    now: () => value,
    put: (part: Partial<Value>) => {
      value = { ...value, ...part }
      for (const listener of listeners) listener()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/**
 * The changed values by the pointers under which they are sent; null takes away. The first time, what the form opened with is
 * sent too: the draft is then whole by itself.
 */
export function fieldsOf(pointers: readonly string[], saved: JsonObject | undefined, values: JsonObject): JsonObject {
  const all = saved === undefined ? Object.keys(values).map((name) => below('', name)) : []
  const sent = [...new Set([...pointers, ...all].map((pointer) => patchPointer(pointer, saved ?? {}, values)))]
  const outer = sent.filter((pointer) => !sent.some((other) => other !== pointer && pointer.startsWith(`${other}/`)))
  return Object.fromEntries(outer.map((pointer): [string, Json] => [pointer, findAt(values, pointer) ?? null]))
}
