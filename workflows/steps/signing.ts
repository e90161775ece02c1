import type { ServiceStep } from '#domain/definition.ts'
import type { TaskId } from '#domain/state.ts'
import { recordPaper, type IssuedDocument } from './document.ts'
import type { MatterRun } from './matter.ts'

/** A signature as it goes into a file: the task in which it was given, the capacity, and its moment where that is not now. */
export type Signature = { readonly task: TaskId; readonly capacity: string; readonly at?: number }

/** Puts one signature into the paper's file and answers the signed one. */
export async function sealPaper(
  m: MatterRun,
  step: ServiceStep,
  paper: IssuedDocument,
  { task, capacity, at = m.now() }: Signature,
): Promise<IssuedDocument> {
  return recordPaper(m, step, (id) => {
    const { id: matter, institution } = m.seed
    const { step: _, on: __, ...revises } = paper
    return m.world.services.signPaper({ institution, matter, step: id, task, paper: revises, capacity, at })
  })
}
