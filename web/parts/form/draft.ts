import { useEffect, useState, useSyncExternalStore } from 'react'
import type { z } from 'zod'
import type { JsonObject } from '#domain/json.ts'
import type { draftView } from '#schemas/api/task.ts'
import { Fault } from '#web/api/fault.ts'
import { send } from '#web/api/request.ts'
import { isUnauthorised, useNoticedEnd } from '#web/api/session.ts'
import { createDraftSaver, type DraftNow, type DraftSaver } from './draft-saver.ts'

export type SavedDraft = z.infer<typeof draftView>

export type DraftState = DraftNow<SavedDraft> & Pick<DraftSaver<SavedDraft>, 'change' | 'flush'>

/** Silence, a session that ended, too many requests: all of these pass. */
function mayPass(fault: unknown): boolean {
  return fault instanceof Fault && (fault.status === 0 || fault.status === 401 || fault.status === 429 || fault.status >= 500)
}

/** What is typed, saved on the server at `path` while it is typed; without a path nothing is saved. */
export function useDraft(path: string | undefined, first: JsonObject, start: SavedDraft | undefined): DraftState {
  const [saver] = useState(() =>
    createDraftSaver<SavedDraft>({
      first,
      saved: start,
      mayPass,
      save: (fields) => (path === undefined ? Promise.reject(new Error('nowhere to save')) : send('PUT', path, { fields })),
    }),
  )
  const now = useSyncExternalStore(saver.subscribe, saver.now)
  useNoticedEnd(now.fault)
  useEffect(() => {
    const leave = () => void saver.flush()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      // Leaving the page within the rest would lose the last words typed; after the session ended they would be another's.
      if (!isUnauthorised(saver.now().fault)) leave()
      saver.stop()
    }
  }, [saver])
  return { ...now, change: saver.change, flush: saver.flush }
}
