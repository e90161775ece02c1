import type { PersonId } from './actor.ts'
import type { CheckContext } from './checks.ts'
import type { ShareConfirmation, SharesProposed, ShareSettlement } from './disclosure-desk-forms.ts'
import { patentRulesArticle } from './patent-citations.ts'
import { technologyContractArticle } from './disclosure-law.ts'
import { listInventors } from './disclosure-state.ts'
import { wholeBasisPoints } from './money.ts'
import type { Share } from './negotiation.ts'
import { byDesign, refuse, type Refusal, type Rule } from './refusal.ts'
import type { MatterState, Task } from './state.ts'

/** How shares are proposed, confirmed, settled. */
export const shareRules = {
  sum: { code: 'disclosure/shares-do-not-sum', citations: [byDesign] },
  everybody: { code: 'disclosure/shares-not-for-everybody', citations: [patentRulesArticle('14'), byDesign] },
  differs: { code: 'disclosure/share-differs', citations: [byDesign] },
  notAsked: { code: 'disclosure/confirmation-not-asked', citations: [byDesign] },
  feature: { code: 'disclosure/own-feature-missing', citations: [patentRulesArticle('14'), technologyContractArticle('6')] },
  heard: { code: 'disclosure/inventor-not-heard', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }

/** Checks that shares make a whole and name every inventor and nobody else. */
function checkShares(shares: readonly Share[], inventors: readonly PersonId[], field = '/shares'): Refusal[] {
  const sum = shares.reduce((all, one) => all + one.shareBp, 0)
  const named = shares.map((one) => one.person)
  const missing = inventors.filter((person) => !named.includes(person))
  const strangers = named.filter((person) => !inventors.includes(person))
  const isForEverybody = missing.length === 0 && strangers.length === 0 && new Set(named).size === named.length
  return [
    ...(sum === wholeBasisPoints ? [] : [refuse(shareRules.sum, { sum, missing: wholeBasisPoints - sum }, field)]),
    ...(isForEverybody ? [] : [refuse(shareRules.everybody, { missing, strangers }, field)]),
  ]
}

/** Checks one inventor's private proposal. */
export function checkProposal({ shares }: SharesProposed, { state }: CheckContext): Refusal[] {
  const listed = Object.entries(shares).map(([person, shareBp]) => ({ person: person as PersonId, shareBp }))
  return checkShares(listed, state === undefined ? [] : listInventors(state))
}

function findOwnTask(state: MatterState, actor: PersonId): Task | undefined {
  return Object.values(state.tasks).find((task) => task.step === 'confirm-share' && task.people.includes(actor))
}

/** Checks a confirmation: the inventor writes his own number, and it is the number he was asked to confirm. */
export function checkConfirmation({ shareBp, feature }: ShareConfirmation, { state, actor, outcome }: CheckContext): Refusal[] {
  if (state === undefined || actor === undefined || outcome === 'declined') return []
  const asked = findOwnTask(state, actor)?.given?.['shareBp']
  if (typeof asked !== 'number') return [refuse(shareRules.notAsked, { person: actor })]
  return [
    ...(shareBp === asked ? [] : [refuse(shareRules.differs, { written: shareBp, asked }, '/shareBp')]),
    ...(feature.trim() === '' ? [refuse(shareRules.feature, {}, '/feature')] : []),
  ]
}

/** Checks a settlement: everybody was heard, and shares make a whole; a determination without shares means equal ones. */
export function checkSettlement({ shares, heard }: ShareSettlement, { state, outcome }: CheckContext): Refusal[] {
  const inventors = state === undefined ? [] : listInventors(state)
  const unheard = inventors.filter((person) => !heard.includes(person))
  return [
    ...(unheard.length === 0 ? [] : [refuse(shareRules.heard, { unheard }, '/heard')]),
    ...(outcome === 'mediated' || shares !== undefined ? checkShares(shares ?? [], inventors) : []),
  ]
}
