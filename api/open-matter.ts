import { deskRules } from '#domain/desk-rules.ts'
import type { ActorRef, DepartmentId } from '#domain/actor.ts'
import type { ProcessDefinition } from '#domain/definition.ts'
import type { JsonObject } from '#domain/json.ts'
import { refuse } from '#domain/refusal.ts'
import { roleOfKey } from '#domain/role.ts'
import type { MatterId } from '#domain/state.ts'
import { namedBy } from '#domain/subjects.ts'
import { findDepartmentOf } from '#store/desk/people-lists.ts'
import { dropUnbound } from '#store/desk/attachments.ts'
import { dropDraft } from '#store/desk/drafts.ts'
import { listDepartments } from '#store/desk/departments.ts'
import { matterIdOf } from './command-id.ts'
import { gatherFacts } from './facts.ts'
import { checkForm, stripForm } from './form-check.ts'
import { refusedBy } from './problem.ts'
import { noting } from './refusal-log.ts'
import { created, type Answer, type PeopleCall } from './route.ts'
import { deliverUnderKey, findEarlier, identify, repeat, unanswered, type Outcome } from './send-command.ts'
import { listFileIds } from './starter.ts'

/** What is asked for: a process, its start form, whose matter it is, and the matter it hangs on. */
export type Opening = {
  readonly definition: ProcessDefinition
  readonly data: JsonObject
  readonly department?: string
  readonly parent?: MatterId
  /** Where the form lies in the request: what is wrong with it is told there. */
  readonly base?: '' | '/data'
}

/**
 * Opens a matter: may he, is the form right, then the command is kept and sent. What may not be kept is left out before
 * anything is stored. The matter's id follows from the command's, so a repetition finds the same matter.
 */
export async function openMatter(call: PeopleCall, opening: Opening): Promise<Answer> {
  const { definition, parent, base = '/data' } = opening
  const { stem } = definition
  const data = stripForm(stem, opening.data)
  const under = parent === undefined ? {} : { parent }
  const asked = { process: stem, data, ...under, ...(opening.department === undefined ? {} : { department: opening.department }) }
  const named = identify(call, 'open-matter', asked)
  const earlier = await findEarlier(call, named)
  if (earlier !== undefined && earlier.status !== 'pending') return answerOpening(repeat(earlier), stem)
  const openedBy = opener(call, definition)
  const form = { stem, form: definition.opens.form, data, actor: call.who.person, base }
  const gather = (sent: JsonObject) => gatherFacts(call.deps.store, call.who.institution, call.today, namedBy(definition, undefined, sent))
  const read = await noting(call, { asked: 'open-matter' }, () => checkForm(form, call.words, gather))
  const id = matterIdOf(named.id) as MatterId
  const department = await departmentOf(call, opening.department)
  const matter = {
    institution: call.who.institution,
    id,
    process: stem,
    data: read,
    openedBy,
    openingCommand: named.id,
    ...under,
    ...(department === undefined ? {} : { department }),
  }
  const outcome = await deliverUnderKey(call, { ...named, name: 'open-matter', matter: id, request: { is: 'start', matter } })
  if (outcome.status === 'done') await dropDraft(call.deps.store, call.who.institution, { process: stem, person: call.who.person })
  // Of a form of which nothing may be kept the files go too.
  if (data !== opening.data) await dropUnbound(call.deps.store, call.who.institution, call.who.person, listFileIds(opening.data))
  return answerOpening(outcome, stem)
}

/** In which role the matter is opened; as oneself, where inventors may. Throws 403. */
function opener(call: PeopleCall, { opens, stem }: ProcessDefinition): ActorRef {
  const key = call.who.actor.roles.find((one) => opens.roles.includes(roleOfKey(one)) && roleOfKey(one) !== 'inventor')
  if (opens.roles.includes('inventor')) return { is: 'person', person: call.who.person, as: 'self' }
  if (key === undefined) throw refusedBy([refuse(deskRules.mayNotStart, { roles: [...opens.roles] })], stem)
  return { is: 'person', person: call.who.person, as: key }
}

/** The department named, which must be one of the house's, else the opener's own. Throws 422. */
async function departmentOf({ deps, who }: PeopleCall, named: string | undefined): Promise<DepartmentId | undefined> {
  if (named === undefined) return findDepartmentOf(deps.store, who.viewer, who.person)
  const known = (await listDepartments(deps.store, who.viewer)).find((one) => one.id === named)
  if (known === undefined) throw refusedBy([refuse(deskRules.departmentUnknown, { department: named }, '/department')])
  return known.id
}

function answerOpening(outcome: Outcome, stem: string): Answer {
  if (outcome.status === 'pending') return unanswered(outcome)
  if (outcome.status === 'refused') throw refusedBy(outcome.refusals, stem)
  if (!('number' in outcome.answer)) throw new Error(`Command ${outcome.command} opened no matter`)
  const { id, number } = outcome.answer
  return created({ id, number, process: stem, repeated: outcome.repeated }, `/api/matters/${id}`)
}
