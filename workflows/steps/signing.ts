import type { ServiceStep } from '#domain/definition.ts'
import type { TaskId } from '#domain/state.ts'
import type { IssuedDocument } from './document.ts'
import { Interrupted, type MatterRun } from './matter.ts'

/** A signature as it goes into a file: the task in which it was given, the capacity, and its moment where that is not now. */
export type Signature = { readonly task: TaskId; readonly capacity: string; readonly at?: number }

/** Puts one signature into the paper's file and answers the signed one. */
export async function sealPaper(
  m: MatterRun,
  step: ServiceStep,
  paper: IssuedDocument,
  { task, capacity, at = m.now() }: Signature,
): Promise<IssuedDocument> {
  if (m.isInterrupted()) throw new Interrupted()
  const id = m.visit(step.name)
  const find = () => m.state.papers.find((one) => one.step === id)
  if (find() === undefined) {
    const { id: matter, institution } = m.seed
    const { step: _, on: __, ...revises } = paper
    const signed = await m.world.services.signPaper({ institution, matter, step: id, task, paper: revises, capacity, at })
    await m.append('DocumentIssued', { step: id, paper: signed }, `${id}/issued`)
  }
  const signed = find()
  if (signed === undefined) throw new Interrupted()
  return signed
}
