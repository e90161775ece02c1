import type { PersonId } from '#domain/actor.ts'
import type { ServiceStep, UserTaskStep } from '#domain/definition.ts'
import type { SignatureForm } from '#domain/signing.ts'
import type { TaskId } from '#domain/state.ts'
import type { IssuedDocument } from './document.ts'
import { Interrupted, type MatterRun } from './matter.ts'
import { userTask, type TaskOptions } from './user-task.ts'

/** One who signs, in his turn: whom he binds and in which capacity; without `people`, whoever holds the step's roles. */
export type Signer = TaskOptions & { readonly capacity: string }

/** The step in which each signs, and the one in which the software puts his signature into the file. */
export type SigningSteps = { readonly sign: UserTaskStep<SignatureForm, 'signed' | 'declined'>; readonly seal: ServiceStep }

export type Signed =
  | { readonly outcome: 'signed'; readonly paper: IssuedDocument }
  | { readonly outcome: 'declined'; readonly by?: PersonId; readonly reason?: string }

/**
 * Has a paper signed by several in order, each under the file that the ones before him signed. Ends at the first who
 * declines; what was signed until then stays on record, and binds nobody without the rest (民法典 490).
 */
export async function signInOrder(m: MatterRun, steps: SigningSteps, paper: IssuedDocument, signers: readonly Signer[]): Promise<Signed> {
  let current = paper
  for (const { capacity, ...options } of signers) {
    const given = { ...options.given, paper: current.sha256, document: current.id, number: current.number, capacity }
    const answer = await userTask(m, steps.sign, { ...options, given })
    if (answer.outcome === 'declined') {
      return {
        outcome: 'declined',
        ...(answer.by.is === 'person' ? { by: answer.by.person } : {}),
        ...(answer.reason ? { reason: answer.reason } : {}),
      }
    }
    current = await sealPaper(m, steps.seal, current, { task: answer.id, capacity })
  }
  return { outcome: 'signed', paper: current }
}

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
