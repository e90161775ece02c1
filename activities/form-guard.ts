import type { ActionDraft } from '#domain/action.ts'
import type { PersonId } from '#domain/actor.ts'
import type { CheckContext, FormChecks } from '#domain/checks.ts'
import type { ProcessDefinition } from '#domain/definition.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterState } from '#domain/state.ts'
import { namedBy } from '#domain/subjects.ts'
import { gatherCheckContext } from '#store/check-context.ts'
import type { Guard } from '#store/record/guard.ts'

/** The checks of the form that an action carries, asked again in the recording transaction, on the facts as they stand there. */
export function guardForm(checks: FormChecks, draft: ActionDraft, definition: ProcessDefinition): readonly Guard[] {
  if (draft.kind !== 'TaskCompleted' && draft.kind !== 'MatterOpened' && draft.kind !== 'MessageReceived') return []
  return [
    async (view) => {
      const check = checks[formOf(draft, view.state, definition) ?? '']
      if (check === undefined) return []
      const named = namedBy(definition, view.state, draft.facts.data)
      const context = await gatherCheckContext(view.query, view.institution, draft.on, named, signerOf(draft))
      // The form's schema held at the door; the check's own type for its data follows from the key.
      return check(draft.facts.data as never, { ...context, ...situation(draft, view.state) })
    },
  ]
}

/** Whoever acts in person, also for somebody else: what he signs rests on mandates of his own. */
function signerOf({ actor }: ActionDraft): PersonId | undefined {
  return actor.is === 'person' ? actor.person : undefined
}

type FormDraft = Extract<ActionDraft, { readonly facts: { readonly data: JsonObject } }>

function formOf(draft: ActionDraft, state: MatterState | undefined, definition: ProcessDefinition): string | undefined {
  if (draft.kind === 'MatterOpened') return definition.opens.form
  if (draft.kind === 'MessageReceived') return definition.messages[draft.facts.name]?.form
  return draft.kind === 'TaskCompleted' ? state?.tasks[draft.facts.task]?.form : undefined
}

function situation(draft: FormDraft, state: MatterState | undefined): Pick<CheckContext, 'state' | 'actor' | 'outcome'> {
  return {
    ...(state === undefined ? {} : { state }),
    ...(draft.actor.is === 'person' ? { actor: draft.actor.onBehalfOf ?? draft.actor.person } : {}),
    ...('outcome' in draft.facts ? { outcome: draft.facts.outcome } : {}),
  }
}
