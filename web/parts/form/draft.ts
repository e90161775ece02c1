import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { Json, JsonObject } from '#domain/json.ts'
import type { draftView } from '#schemas/api/task.ts'
import { send } from '#web/api/request.ts'
import { below, findAt, patchPointer } from './pointer.ts'

export type SavedDraft = z.infer<typeof draftView>

export type DraftState = {
  readonly values: JsonObject
  readonly change: (values: JsonObject, pointers: readonly string[]) => void
  readonly saved: SavedDraft | undefined
  readonly isSaving: boolean
  readonly fault: unknown
  /** Saves at once what is not saved yet. */
  readonly flush: () => Promise<void>
}

const restMs = 700
const retryMs = 5_000

/**
 * What is typed, saved on the server while it is typed, field by field and unchecked. What could not be saved stays here
 * and is tried again.
 */
export function useDraft(path: string | undefined, first: JsonObject, start: SavedDraft | undefined): DraftState {
  const [values, setValues] = useState(first)
  const [saved, setSaved] = useState(start)
  const [isSaving, setSaving] = useState(false)
  const [fault, setFault] = useState<unknown>()
  const dirty = useRef(new Set<string>())
  const now = useRef({ values, saved })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const flush = async (): Promise<void> => {
    clearTimeout(timer.current)
    if (path === undefined || dirty.current.size === 0) return
    // The first time, what the form opened with is saved too: the draft is then whole by itself.
    const all = now.current.saved === undefined ? Object.keys(now.current.values).map((name) => below('', name)) : []
    const pointers = [...dirty.current, ...all]
    dirty.current = new Set()
    setSaving(true)
    try {
      const next = await send<SavedDraft>('PUT', path, { fields: fieldsOf(pointers, now.current.saved?.data ?? {}, now.current.values) })
      now.current.saved = next
      setSaved(next)
      setFault(undefined)
    } catch (failure) {
      for (const pointer of pointers) dirty.current.add(pointer)
      setFault(failure)
      timer.current = setTimeout(() => void flush(), retryMs)
    } finally {
      setSaving(false)
    }
  }
  const change = (next: JsonObject, pointers: readonly string[]) => {
    now.current.values = next
    setValues(next)
    for (const pointer of pointers) dirty.current.add(pointer)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), restMs)
  }
  const leave = useRef(flush)
  leave.current = flush
  // Leaving the page within the rest would lose the last words typed.
  useEffect(() => () => void leave.current(), [])
  return { values, change, saved, isSaving, fault, flush }
}

/** The changed values by the pointers under which they are sent; null takes away. */
export function fieldsOf(pointers: readonly string[], saved: JsonObject, now: JsonObject): { readonly [pointer: string]: Json } {
  const sent = [...new Set(pointers.map((pointer) => patchPointer(pointer, saved, now)))]
  const outer = sent.filter((pointer) => !sent.some((other) => other !== pointer && pointer.startsWith(`${other}/`)))
  return Object.fromEntries(outer.map((pointer) => [pointer, findAt(now, pointer) ?? null]))
}
