import type { IssuedPaper } from './action.ts'
import type { PersonId } from './actor.ts'
import type { PlainDay } from './day.ts'
import { byDesign, refuse, text, type Refusal, type Rule } from './refusal.ts'
import type { MatterState } from './state.ts'
import { plainDay } from './day.ts'

/** What a signer answers: the text he saw, by the hash of the file, and that he signs electronically. */
export type SignatureForm = {
  /** SHA-256 of the file shown to him. */
  readonly paper: string
  /** The parties must have agreed to electronic form (电子签名法 3). */
  readonly electronic: true
}

/** In whose name somebody may sign, which papers, and from when to when. */
export type Mandate = {
  readonly holder: PersonId
  /** Whom he binds: `house`, a party's code, or `team`. */
  readonly principal: string
  /** Names of the papers; every one when absent. */
  readonly papers?: readonly string[]
  readonly from: PlainDay
  readonly to?: PlainDay
  /** The deed or post it rests on. */
  readonly source: string
}

const civilCode = plainDay('2020-05-28')
const signatureLaw = plainDay('2019-04-23')

/** The rules that every signature is under. */
export const signingRules = {
  otherText: { code: 'signing/other-text', citations: [text('电子签名法', '5', signatureLaw), text('电子签名法', '13', signatureLaw)] },
  noMandate: {
    code: 'signing/no-mandate',
    citations: [text('民法典', '171', civilCode), text('技术合同司法解释', '7', plainDay('2020-12-29')), byDesign],
  },
  mandateNotInForce: {
    code: 'signing/mandate-not-in-force',
    citations: [text('民法典', '171', civilCode), text('民法典', '173', civilCode)],
  },
} as const satisfies { readonly [name: string]: Rule }

/** The rules of signing, for the list of rules. */
export const rules: readonly Rule[] = Object.values(signingRules)

/** The latest file of a paper: the one with every signature made so far. */
export function latestPaper(state: MatterState, template: string): MatterState['papers'][number] | undefined {
  return state.papers.filter((paper) => paper.template === template).at(-1)
}

/** The papers that no later signature or issue has replaced. */
export function listStanding<Paper extends IssuedPaper>(papers: readonly Paper[]): Paper[] {
  const replaced = new Set(papers.flatMap(({ revises }) => (revises === undefined ? [] : [revises])))
  return papers.filter(({ id }) => !replaced.has(id))
}

/** Refuses a signature under a text that is no longer the one to be signed. */
export function checkTextSeen(state: MatterState, template: string, { paper }: SignatureForm): Refusal[] {
  const latest = latestPaper(state, template)
  return latest?.sha256 === paper ? [] : [refuse(signingRules.otherText, { seen: paper, standing: latest?.sha256 ?? '' }, '/paper')]
}

/** Whether `holder` may bind `principal` by signing `paper` on `on`: without a mandate, or outside its days, he may not. */
export function checkMandate(
  mandates: readonly Mandate[],
  {
    holder,
    principal,
    paper,
    on,
  }: { readonly holder: PersonId; readonly principal: string; readonly paper: string; readonly on: PlainDay },
): Refusal[] {
  const covers = (one: Mandate) => one.holder === holder && one.principal === principal && (one.papers?.includes(paper) ?? true)
  const held = mandates.filter(covers)
  if (held.length === 0) return [refuse(signingRules.noMandate, { person: holder, principal, paper })]
  if (held.some(({ from, to }) => from <= on && (to === undefined || on <= to))) return []
  const [{ from, to, source }] = held as [Mandate]
  return [refuse(signingRules.mandateNotInForce, { person: holder, source, from, on, ...(to === undefined ? {} : { to }) })]
}
