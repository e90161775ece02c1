import type { PersonId } from '#domain/actor.ts'
import { checkClassifiedMarks } from '#domain/classified-mark.ts'
import type { JsonObject } from '#domain/json.ts'
import type { TaskView } from '#schemas/api/task.ts'
import { findDraft, saveDraft, type Draft } from '#store/desk/drafts.ts'
import type { DraftSubject } from '#store/draft-subject.ts'
import { mergeDraft } from './draft-merge.ts'
import { stripForm } from './form-check.ts'
import { loadNames } from './names.ts'
import { ProblemError, refusedBy } from './problem.ts'
import type { PeopleCall } from './route.ts'

type DraftView = NonNullable<TaskView['draft']>

/** What a draft is of, and the process whose rules say what may not be kept of it. */
export type DraftOf = { readonly subject: DraftSubject; readonly stem: string; readonly isPrivate?: boolean }

/** The draft, if there is one that this reader may see: one of a private step is its writer's alone. */
export async function findDraftOf(call: PeopleCall, { subject, isPrivate }: DraftOf): Promise<DraftView | undefined> {
  const draft = await findDraft(call.deps.store, call.who.institution, subject)
  if (draft === undefined || (isPrivate === true && draft.by !== call.who.person)) return undefined
  return view(call, draft)
}

/**
 * Saves fields of a draft beside those that others saved meanwhile; nothing is validated. What the process may not keep is
 * left out of the whole before anything is stored.
 */
export async function mergeIntoDraft(call: PeopleCall, { subject, stem }: DraftOf, fields: JsonObject): Promise<DraftView> {
  const { deps, who } = call
  const merge = (saved: JsonObject) => {
    const merged = mergeDraft(saved, fields)
    if (merged === undefined) return undefined
    const kept = stripForm(stem, merged)
    const marks = checkClassifiedMarks(kept, '/fields')
    if (marks.length > 0) throw refusedBy(marks, stem)
    return kept
  }
  const draft = await saveDraft(deps.store, who.institution, subject, { by: who.person, at: deps.officeClock.now(), merge })
  if (draft === undefined)
    throw new ProblemError({
      status: 422,
      errors: [{ field: '/fields', code: 'invalid_pointer', message: call.words.desk('problem/422') }],
    })
  return view(call, draft)
}

async function view(call: PeopleCall, { data, version, by, at }: Draft): Promise<DraftView> {
  const { lookup } = await loadNames(call.deps, call.who, [by satisfies PersonId], call.words)
  return { data, version, by: lookup.person(by), savedAt: new Date(at).toISOString() }
}
