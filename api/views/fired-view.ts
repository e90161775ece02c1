import type { z } from 'zod'
import type { firedTimer } from '#schemas/api/rehearsal.ts'
import type { TimerEntry } from '#store/lists/actions.ts'
import { labelled, type Words } from '../words.ts'
import { viewAction } from './action-view.ts'
import { createLookup } from './lookup.ts'

const nobody = createLookup(new Map(), new Map())

/** What a timer did, in words, without anything that somebody wrote or whom it waits for: whoever lets time pass reads no matter. */
export function viewFired({ matter, number, process, entry }: TimerEntry, words: Words): z.infer<typeof firedTimer> {
  const { kind, at, on, action } = entry
  const of = { matter, number, process: labelled(process, words.process(process)) }
  if (action === undefined) return { ...of, kind, what: words.desk(`kind/${kind}`), on, at: new Date(at).toISOString() }
  const told = viewAction(action, {
    stem: process,
    words,
    lookup: nobody,
    register: 'outside',
    mayRead: () => false,
    mayHear: () => false,
    mayName: () => false,
  })
  const { step, task, sentence } = told
  return { ...of, ...(step === undefined ? {} : { step }), ...(task === undefined ? {} : { task }), kind, what: sentence, on, at: told.at }
}
