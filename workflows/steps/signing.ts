import type { ServiceStep } from '#domain/definition.ts'
import type { Fen } from '#domain/money.ts'
import type { TaskId } from '#domain/state.ts'
import { recordPaper, type IssuedDocument } from './document.ts'
import type { MatterRun } from './matter.ts'

/**
 * A signature as it goes into a file: the task in which it was given, the capacity, and its moment where that is not now; for the
 * house it rests on a mandate, which covers such a paper up to the sum.
 */
export type Signature = {
  readonly task: TaskId
  readonly capacity: string
  readonly at?: number
  readonly house?: { readonly amountFen?: Fen }
}

/** What a signer is shown of the paper; he confirms it by its hash. */
export function givenOf({ id, number, sha256 }: IssuedDocument) {
  return { paper: id, number, sha256 }
}

/** The signatures of a paper go into its file one after the other, each with the moment at which it was given. */
export async function sealInOrder(m: MatterRun, step: ServiceStep, paper: IssuedDocument, signatures: readonly Signature[]): Promise<void> {
  let current = paper
  for (const signature of signatures) {
    const at = m.state.results[signature.task]?.at
    current = await sealPaper(m, step, current, at === undefined ? signature : { ...signature, at })
  }
}

/** Puts one signature into the paper's file and answers the signed one. */
export async function sealPaper(
  m: MatterRun,
  step: ServiceStep,
  paper: IssuedDocument,
  { task, capacity, at = m.now(), house }: Signature,
): Promise<IssuedDocument> {
  return recordPaper(m, step, (id) => {
    const { id: matter, institution } = m.seed
    const { step: _, on: __, ...revises } = paper
    return m.world.services.signPaper({
      institution,
      matter,
      step: id,
      task,
      paper: revises,
      capacity,
      at,
      ...(house === undefined ? {} : { house }),
    })
  })
}
