import type { InstitutionId, PersonId } from '#domain/actor.ts'
import { loadActor, viewerOf, type PersonActor } from '#store/desk/actors.ts'
import { loadBearer } from '#store/desk/bearers.ts'
import { findCookie, sessionCookie } from './cookies.ts'
import type { ApiDependencies } from './dependencies.ts'
import type { SignedIn } from './route.ts'

/** A secret as people carry it: with the house it opens, since the store keeps each house apart. */
export function carry(institution: InstitutionId, secret: string): string {
  return `${institution}.${secret}`
}

/** The house and the secret of what somebody carries; undefined for what we never gave out. */
export function findCarried(carried: string): { readonly institution: InstitutionId; readonly secret: string } | undefined {
  const at = carried.lastIndexOf('.')
  const secret = carried.slice(at + 1)
  return at < 1 || !/^[\w-]{20,100}$/.test(secret) ? undefined : { institution: carried.slice(0, at) as InstitutionId, secret }
}

const bearer = /^Bearer (\S+)$/

/** Whether the request says who asks by a program's token; its cookie, if it has one, is then not looked at. */
export function carriesToken(authorization: string | undefined): boolean {
  return bearer.test(authorization ?? '')
}

/** Who asks, by the session's cookie or a program's token; undefined when nobody is signed in. */
export async function authenticate(
  deps: ApiDependencies,
  authorization: string | undefined,
  cookies: string | undefined,
): Promise<SignedIn | undefined> {
  const token = bearer.exec(authorization ?? '')?.[1]
  const carried = findCarried(token ?? findCookie(cookies, sessionCookie) ?? '')
  if (carried === undefined) return undefined
  const { institution, secret } = carried
  const is = token === undefined ? 'session' : 'token'
  const actor = await loadBearer(deps.store, institution, { is, secret }, deps.officeClock.today())
  if (actor === undefined) return undefined
  const who = standingOf(institution, actor)
  return token === undefined ? { ...who, session: secret } : who
}

/** A person as he stands today: roles, deputyships, and what they let him see. */
export async function signedIn(deps: ApiDependencies, institution: InstitutionId, person: PersonId): Promise<SignedIn> {
  return standingOf(institution, await loadActor(deps.store, institution, person, deps.officeClock.today()))
}

function standingOf(institution: InstitutionId, actor: PersonActor): SignedIn {
  const { person } = actor
  const viewer = { ...viewerOf(institution, actor), person }
  return { institution, person, roles: viewer.roles, actor, viewer }
}
