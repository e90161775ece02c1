import type { InstitutionId, PersonId } from '#domain/actor.ts'
import { deskRules } from '#domain/desk-rules.ts'
import { dayOfInstant } from '#domain/day.ts'
import { refuse, type Refusal } from '#domain/refusal.ts'
import type { MatterState, Task, TaskId } from '#domain/state.ts'
import { viewerOf } from '#store/desk/actors.ts'
import { findLink, type Link } from '#store/desk/links.ts'
import { findCarried } from './access.ts'
import { hashBody } from './command-id.ts'
import { takeMatter, type MatterAtHand } from './matter-at-hand.ts'
import { notFound } from './problem.ts'
import type { Call, PeopleCall, SignedIn } from './route.ts'

/** A link bound to one task of one person. */
export type TaskLink = Link & { readonly matter: MatterAtHand['row']['id']; readonly task: TaskId; readonly person: PersonId }

/** A one-time link that a request came by, and the matter behind it as its person may see it. */
export type LinkAtHand = {
  readonly institution: InstitutionId
  readonly secret: string
  readonly link: TaskLink
  readonly call: PeopleCall
  readonly matter: MatterAtHand
  /** Absent once the task is done. */
  readonly task?: Task
}

/** Finds the link of a token. Throws 404 for one that was never made, or whose matter is gone. */
export async function takeLink(call: Call, token: string | undefined): Promise<LinkAtHand> {
  const carried = findCarried(token ?? '')
  if (carried === undefined) throw notFound()
  const { institution, secret } = carried
  const link = await findLink(call.deps.store, institution, secret)
  if (link?.matter === undefined || link.task === undefined || link.person === undefined) throw notFound()
  const bound = link as TaskLink
  const acting: PeopleCall = { ...call, who: outsider(institution, bound) }
  const matter = await takeMatter(acting, bound.matter)
  const task = matter.state.tasks[bound.task]
  return { institution, secret, link: bound, call: acting, matter, ...(task === undefined ? {} : { task }) }
}

/** The link's person, who may do nothing but the link's task: no roles, no deputyships. */
function outsider(institution: InstitutionId, { person, task }: TaskLink): SignedIn {
  const actor = { is: 'person', person, roles: [], deputyFor: [], link: { task } } as const
  return { institution, person, roles: [], actor, viewer: { ...viewerOf(institution, actor), person } }
}

/** Hash of what the link's person is shown: when it changes, he has to look again. */
export function hashShown({ data, head }: MatterState, task: Task): string {
  const shown = {
    matter: head.id,
    task: task.id,
    form: task.form,
    outcomes: task.outcomes,
    given: task.given ?? {},
    remarks: task.remarks ?? [],
    data,
  }
  return hashBody(shown)
}

/** Why a link cannot be used now; undefined when it can. */
export function findLinkFault({ link, matter, task }: Pick<LinkAtHand, 'link' | 'matter' | 'task'>): Refusal | undefined {
  if (link.usedAt !== undefined) return refuse(deskRules.linkUsed, { on: dayOfInstant(link.usedAt.getTime()) })
  if (link.expiresAt.getTime() <= Date.now()) return refuse(deskRules.linkExpired, { on: dayOfInstant(link.expiresAt.getTime()) })
  if (task === undefined) return refuse(deskRules.linkUsed)
  return link.contentHash === undefined || link.contentHash === hashShown(matter.state, task) ? undefined : refuse(deskRules.linkChanged)
}
