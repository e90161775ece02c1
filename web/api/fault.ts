import type { Problem } from '#schemas/api/refusal.ts'
import { say } from '#web/words/language.ts'

/** An answer that is no, or none at all (`status` 0: the program could not be reached). */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly status: number
  readonly problem: Problem

  constructor(status: number, problem: Problem) {
    super(problem.detail ?? problem.title)
    this.status = status
    this.problem = problem
  }
}

/** Reads the body of an answer that is no; what stands before the program answers without its words, and is told by its status. */
export async function readFault(answer: Response): Promise<Fault> {
  const text = await answer.text()
  try {
    return new Fault(answer.status, JSON.parse(text) as Problem)
  } catch {
    const title = say('common.wordless', { status: answer.status })
    return new Fault(answer.status, { type: 'about:blank', title, status: answer.status })
  }
}

/** The program did not answer at all. */
export function unreachableFault(title: string): Fault {
  return new Fault(0, { type: 'urn:conveyance:unreachable', title, status: 0 })
}
