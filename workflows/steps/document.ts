import type { IssuedPaper } from '#domain/action.ts'
import type { ServiceStep } from '#domain/definition.ts'
import type { MatterState, TaskId } from '#domain/state.ts'
import { Interrupted, type MatterRun } from './matter.ts'

export type IssuedDocument = MatterState['papers'][number]

/** Draws the paper `template` from the matter as it stands, files it, and records its issue; drawn once per visit. */
export async function issueDocument(m: MatterRun, step: ServiceStep, template: string): Promise<IssuedDocument> {
  return recordPaper(m, step, (id) => {
    const { id: matter, institution } = m.seed
    // A signed file bears the number of the one it revises.
    const issued = m.state.papers.filter(({ revises }) => revises === undefined).length
    const number = `${m.state.head.number}-D${String(issued + 1).padStart(2, '0')}`
    return m.world.services.issueDocument({ institution, matter, step: id, template, number, on: m.today() })
  })
}

/** Has a paper made and records its issue; made once per visit. */
export async function recordPaper(m: MatterRun, step: ServiceStep, make: (id: TaskId) => Promise<IssuedPaper>): Promise<IssuedDocument> {
  if (m.isInterrupted()) throw new Interrupted()
  const id = m.visit(step.name)
  const find = () => m.state.papers.find((paper) => paper.step === id)
  if (find() === undefined) await m.append('DocumentIssued', { step: id, paper: await make(id) }, `${id}/issued`)
  const paper = find()
  if (paper === undefined) throw new Interrupted()
  return paper
}
