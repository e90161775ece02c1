import type { ActionDraft } from '#domain/action.ts'
import type { Drafted } from '#domain/complete-facts.ts'

/** What a story has said that it will do at once: it must do so before anybody acts, and to the letter. */
export function createForeseen() {
  const drafts = new Map<string, string>()
  const letterOf = ({ kind, facts, actor }: ActionDraft) => JSON.stringify({ kind, facts, actor })
  return {
    note(follows: readonly Drafted[]): void {
      for (const { draft } of follows) drafts.set(draft.commandId, letterOf(draft))
    },
    check(draft: ActionDraft): void {
      if (draft.actor.is === 'person') this.end()
      const said = drafts.get(draft.commandId)
      if (said !== undefined && said !== letterOf(draft)) throw new Error(`Foreseen was ${said}, done ${letterOf(draft)}`)
      drafts.delete(draft.commandId)
    },
    end(): void {
      if (drafts.size > 0) throw new Error(`Foreseen and not done: ${[...drafts.keys()].join(', ')}`)
    },
  }
}
