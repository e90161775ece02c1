import { createHash } from 'node:crypto'
import type { IssuedPaper } from '#domain/action.ts'
import type { InstitutionId } from '#domain/actor.ts'
import type { Fen } from '#domain/money.ts'
import { nameMandate } from '#domain/signing-mandate.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { gatherSigner } from '#store/record/signer.ts'
import { findPaperBytes, keepPaper } from '#store/record/papers.ts'
import type { ActivityDependencies } from './dependencies.ts'
import { mandateIn } from '#templates/house-signature.ts'
import { signPdf } from './signing/sign-pdf.ts'

export type SignatureOrder = {
  readonly institution: InstitutionId
  readonly matter: MatterId
  /** The occurrence that the signed file is filed under. */
  readonly step: TaskId
  /** The task in which the signer signed. */
  readonly task: TaskId
  readonly paper: IssuedPaper
  readonly capacity: string
  /** Office clock, milliseconds since the epoch. */
  readonly at: number
  /** For the house: the sum that the paper is about, where it names one. */
  readonly house?: { readonly amountFen?: Fen }
}

/**
 * Puts the signature of whoever completed `task` into the paper's file, and files the signed one beside it. Asked again
 * before the record knew, it signs again: only the file that the record names is ever shown.
 */
export function createSignPaperActivity({ store, keys }: ActivityDependencies) {
  return async function signPaper(order: SignatureOrder): Promise<IssuedPaper> {
    const { institution, matter, step, task, paper, capacity, at, house: sum } = order
    const signing = sum === undefined ? {} : { signing: { ...sum, paper: paper.template } }
    const signer = await gatherSigner(store, { institution, matter, task, ...signing })
    const plain = await findPaperBytes(store, { institution, matter, sha256: paper.sha256 })
    if (plain === undefined) throw new Error(`The file of paper ${paper.number} is not kept`)
    const { person, name, post, house, province, mandate } = signer
    const title = post === undefined ? {} : { title: post }
    const serial = mandate === undefined ? {} : { mandate: mandate.number }
    const key = await keys.signerOf({ id: person, name, organisation: house, ...title, ...serial })
    const named = mandate === undefined ? {} : { mandate: nameMandate(mandate) }
    const reason = mandate === undefined ? capacity : `${capacity}；${mandateIn(nameMandate(mandate), 'zh-CN')}`
    const bytes = await signPdf(plain, key, { reason, location: province, at: new Date(at) })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await keepPaper(store, { institution, matter, readings: [{ sha256, bytes }] })
    const signed = { by: person, capacity, at, ...named }
    return { ...paper, id: `${matter}/${step}`, sha256, revises: paper.id, signatures: [...(paper.signatures ?? []), signed] }
  }
}
