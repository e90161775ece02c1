import { stepOfTask, type MatterState, type TaskId } from '#domain/state.ts'
import type { DocumentView } from '#schemas/api/document.ts'
import { findTaskAddress, taskAddress } from '#schemas/api/task-address.ts'
import type { DocumentSummary } from '#store/lists/documents.ts'
import { labelled, type Words } from '../words.ts'
import type { Lookup } from './lookup.ts'

/** A paper's address, fit for a path: papers are named by matter and step, as tasks are. */
export function documentAddress({ id, matter }: Pick<DocumentSummary, 'id' | 'matter'>): string {
  return taskAddress(matter, id.slice(matter.length + 1) as TaskId)
}

/** The id that an address stands for; undefined when it is none. */
export function findDocumentId(address: string): string | undefined {
  const named = findTaskAddress(address)
  return named === undefined ? undefined : `${named.matter}/${named.task}`
}

/** What a paper is seen with: its matter's process and papers, and the names of who signed. */
export type PaperSight = { readonly stem: string; readonly papers: MatterState['papers']; readonly lookup: Lookup; readonly words: Words }

/** An issued paper, with the signatures in its file. */
export function viewDocument(paper: DocumentSummary, { stem, papers, lookup, words }: PaperSight): DocumentView {
  const address = documentAddress(paper)
  const signatures = papers.find(({ id }) => id === paper.id)?.signatures
  const step = stepOfTask(paper.step)
  return {
    id: address,
    matter: paper.matter,
    template: labelled(paper.template, words.document(paper.template)),
    number: paper.number,
    step: labelled(step, words.step(stem, step)),
    issuedOn: paper.issuedOn,
    sha256: paper.sha256,
    superseded: papers.some(({ revises }) => revises === paper.id),
    ...(signatures === undefined
      ? {}
      : { signatures: signatures.map(({ by, capacity, at }) => ({ by: lookup.person(by), capacity, at: new Date(at).toISOString() })) }),
    href: `/api/documents/${address}`,
    readings: paper.readings.map(({ language, sha256 }) => ({ language, sha256, href: `/api/documents/${address}?language=${language}` })),
  }
}
