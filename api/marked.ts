import { checkMarksAtDoor } from '#domain/classified-mark.ts'
import { refusedBy } from './problem.ts'
import type { ReadRequest } from './read-request.ts'
import { noting } from './refusal-log.ts'
import type { Call, PeopleCall } from './route.ts'

/**
 * Takes in nothing that bears the mark of a state secret, whatever it is: form, draft, comment, reason, name of a file
 * (保守国家秘密法 31(iii)). Asked of every request that brings something, before anything of it is kept.
 */
export async function refuseMarked(call: Pick<Call, 'deps'> & Partial<Pick<PeopleCall, 'who'>>, read: ReadRequest): Promise<void> {
  const { deps, who } = call
  const marks = [...checkMarksAtDoor(read.body), ...checkMarksAtDoor(read.query, '/query')]
  if (marks.length === 0) return
  const refused = refusedBy(marks)
  if (who === undefined) throw refused
  await noting({ deps, who }, { asked: 'hand-in' }, () => Promise.reject(refused))
}
