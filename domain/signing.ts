import type { IssuedPaper } from './action.ts'
import { refuse, type Refusal } from './refusal.ts'
import { signingRules } from './signing-rules.ts'
import type { MatterState } from './state.ts'

/** The papers that no later signature or issue has replaced. */
export function listStanding<Paper extends IssuedPaper>(papers: readonly Paper[]): Paper[] {
  const replaced = new Set(papers.flatMap(({ revises }) => (revises === undefined ? [] : [revises])))
  return papers.filter(({ id }) => !replaced.has(id))
}

/** What a signer confirms: the paper that he was shown, by the SHA-256 of its file. */
export type PaperSeen = { readonly sha256?: string }

/** The paper of a template as it stands to be signed: the latest one drawn, before any signature in its file. */
export function findToSign({ papers }: Pick<MatterState, 'papers'>, template: string): MatterState['papers'][number] | undefined {
  return papers.findLast((paper) => paper.template === template && paper.revises === undefined)
}

/** Nobody signs another paper than the one he saw: it is named by its hash, which every change alters (电子签名法 5(ii), 13(1)(iv)). */
export function checkPaperSeen({ sha256 = '' }: PaperSeen, state: MatterState | undefined, template: string): Refusal[] {
  const paper = state === undefined ? undefined : findToSign(state, template)
  if (paper !== undefined && paper.sha256 === sha256) return []
  return [refuse(signingRules.otherPaper, { number: paper?.number ?? '', seen: sha256 }, '/sha256')]
}
