import { randomUUID } from 'node:crypto'
import { refuse } from '#domain/refusal.ts'
import { deskRules } from '#domain/desk-rules.ts'
import { me, passwordChange, signIn } from '#schemas/api/session.ts'
import type { InstitutionId } from '#domain/actor.ts'
import { changePassword, findAccount, findAccountOf } from '#store/desk/accounts.ts'
import { listInstitutions } from '#store/desk/institutions.ts'
import { hashPassword, isPassword } from '#store/desk/passwords.ts'
import { findPerson } from '#store/desk/people-lists.ts'
import { beginSession, endSession } from '#store/desk/sessions.ts'
import { countTasks } from '#store/lists/tasks.ts'
import { checkPassword } from '#domain/password.ts'
import { carry, signedIn } from '../access.ts'
import { clearSessionCookie, setSessionCookie } from '../cookies.ts'
import type { ApiDependencies } from '../dependencies.ts'
import { actingSelf, deedOf } from '../duty.ts'
import { loadNames } from '../names.ts'
import { ProblemError, notFound, refusedBy } from '../problem.ts'
import { done, ok, openRoute, peopleRoute, type Call, type Route, type SignedIn } from '../route.ts'
import { viewMe } from '../views/me-view.ts'

const tag = 'Session'

/** Signing in and out, and who one is. */
export const sessionRoutes: readonly Route[] = [
  openRoute(
    {
      method: 'post',
      path: '/api/session',
      tag,
      summary: 'Sign in',
      body: signIn,
      answers: { 201: { says: 'Signed in; the cookie is set', shape: me } },
    },
    async (call) => {
      const { deps, body, secure } = call
      const institution = await chooseInstitution(deps, body.institution)
      const account = institution === undefined ? undefined : await findAccount(deps.store, institution, body.username)
      const right = await isPassword(account?.disabled === true ? undefined : account?.passwordHash, body.password)
      if (!right || institution === undefined || account === undefined) throw new ProblemError({ status: 401, detail: 'credentials' })
      const { secret } = await beginSession(deps.store, institution, account.person, deps.config.SESSION_HOURS)
      const who = await signedIn(deps, institution, account.person)
      const cookie = setSessionCookie(carry(institution, secret), deps.config.SESSION_HOURS * 3600, secure)
      return { status: 201, body: await describeMe(call, who), headers: { 'Set-Cookie': cookie } }
    },
  ),
  peopleRoute(
    { method: 'delete', path: '/api/session', tag, summary: 'Sign out', answers: { 204: { says: 'Signed out' } } },
    async ({ deps, who, secure }) => {
      if (who.session !== undefined) await endSession(deps.store, who.institution, who.session)
      return { ...done(), headers: { 'Set-Cookie': clearSessionCookie(secure) } }
    },
  ),
  peopleRoute(
    { method: 'get', path: '/api/me', tag, summary: 'Who I am', answers: { 200: { says: 'Whoever is signed in', shape: me } } },
    async (call) => ok(await describeMe(call, call.who)),
  ),
  peopleRoute(
    {
      method: 'put',
      path: '/api/me/password',
      tag,
      summary: 'Change my password; my other sessions end',
      body: passwordChange,
      answers: { 204: { says: 'Changed' } },
    },
    async (call) => {
      const { deps, who, body } = call
      const account = await findAccountOf(deps.store, who.institution, who.person)
      if (account === undefined) throw notFound()
      if (!(await isPassword(account.passwordHash, body.current))) throw refusedBy([refuse(deskRules.passwordWrong, {}, '/current')])
      const faults = checkPassword(account.username, body.next, '/next')
      if (faults.length > 0) throw refusedBy(faults)
      const deed = deedOf(call, randomUUID(), actingSelf(call))
      await changePassword(deps.store, deed, who.person, await hashPassword(body.next), who.session)
      return done()
    },
  ),
]

/** The house that is named, else the one configured, else the only one there is. */
async function chooseInstitution(deps: ApiDependencies, named: string | undefined): Promise<InstitutionId | undefined> {
  const wanted = named ?? deps.config.INSTITUTION
  const all = await listInstitutions(deps.store)
  if (wanted === undefined) return all.length === 1 ? all[0]?.id : undefined
  return all.find((one) => one.id === wanted)?.id
}

async function describeMe({ deps, words, today }: Call, who: SignedIn): Promise<unknown> {
  const [person, institutions, openTasks, { lookup }] = await Promise.all([
    findPerson(deps.store, who.viewer, who.person),
    listInstitutions(deps.store),
    countTasks(deps.store, who.viewer, { list: 'mine', today }),
    loadNames(deps, who, [who.person, ...who.actor.deputyFor.map((one) => one.person)], words),
  ])
  const institution = institutions.find((one) => one.id === who.institution)
  if (person === undefined || institution === undefined) throw notFound()
  return viewMe({ who, person, institution, lookup, words, today, openTasks, rehearsal: deps.rehearsal !== undefined })
}
