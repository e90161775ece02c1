import type { z } from 'zod'
import type { ActorRef, PersonId } from '#domain/actor.ts'
import { checkPassword } from '#domain/password.ts'
import type { Role } from '#domain/role.ts'
import { invitation, invitationAcceptance, invitationView } from '#schemas/api/person.ts'
import { listInstitutions } from '#store/desk/institutions.ts'
import { acceptInvitation, findInvitation, invitePerson } from '#store/desk/invitations.ts'
import { findPerson, type Person } from '#store/desk/people-lists.ts'
import { hashPassword } from '#store/desk/passwords.ts'
import { listAssignments } from '#store/desk/roles.ts'
import { systemViewer } from '#store/db.ts'
import { carry, findCarried } from '../access.ts'
import { commandIdOf } from '../command-id.ts'
import { actingAs, deedOf } from '../duty.ts'
import { inWords, postLater } from '../letters.ts'
import { doOnce } from '../once.ts'
import { notFound, refusedBy } from '../problem.ts'
import { publicUrlOf } from '../public-url.ts'
import { created, done, ok, openRoute, peopleRoute, type Answer, type PeopleCall, type Route } from '../route.ts'

const tag = 'People'

/** Invitations: by which people of the register come to an account, or to another password. */
export const invitationRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'post',
      path: '/api/people/{id}/invitation',
      tag,
      summary: 'Invite a person to open an account',
      body: invitation,
      answers: { 201: { says: 'On its way by mail', shape: invitationView } },
    },
    async (call) => {
      const { deps, who, body } = call
      const person = await findPerson(deps.store, who.viewer, (call.params['id'] ?? '') as PersonId)
      if (person === undefined) throw notFound()
      const actor = actingAs(call, await listInviters(call, person.id, body.for), person.department)
      return doOnce(call, `invite/${person.id}`, body, (command) => invite(call, person, actor, command))
    },
  ),
  openRoute(
    {
      method: 'get',
      path: '/api/invitations/{token}',
      tag,
      summary: 'Whom an invitation is for; looking changes nothing',
      answers: { 200: { says: 'The invitation', shape: invitationView } },
    },
    async ({ deps, params }) => {
      const carried = findCarried(params['token'] ?? '')
      const found = carried === undefined ? undefined : await findInvitation(deps.store, carried.institution, carried.secret)
      const person =
        carried === undefined || found === undefined
          ? undefined
          : await findPerson(deps.store, systemViewer(carried.institution), found.person)
      if (found === undefined || person === undefined) throw notFound()
      return ok({ person: { id: person.id, name: person.name }, mail: found.mail, expiresAt: found.expiresAt.toISOString() })
    },
  ),
  openRoute(
    {
      method: 'post',
      path: '/api/invitations/{token}',
      tag,
      summary: 'Accept: open the account',
      body: invitationAcceptance,
      answers: { 204: { says: 'Accepted; sign in' } },
    },
    async ({ deps, params, body, today, idempotencyKey }) => {
      const carried = findCarried(params['token'] ?? '')
      if (carried === undefined) throw notFound()
      const { institution, secret } = carried
      const faults = checkPassword(body.username, body.password, '/password')
      if (faults.length > 0) throw refusedBy(faults)
      const commandId = commandIdOf(institution, secret, idempotencyKey)
      const acceptance = { institution, secret, username: body.username, passwordHash: await hashPassword(body.password), commandId }
      await acceptInvitation(deps.store, { ...acceptance, at: deps.officeClock.now(), on: today })
      return done()
    },
  ),
]

/** Who may let a person in: of whoever holds a role of the house the administrators alone, since the account carries it. */
async function listInviters({ deps, who, today }: PeopleCall, person: PersonId, reason: 'account' | 'password'): Promise<readonly Role[]> {
  const held = await listAssignments(deps.store, who.viewer, { person, since: today })
  if (held.some((one) => one.role !== 'inventor')) return ['sysadmin']
  return reason === 'account' ? ['ipo_officer', 'hr', 'sysadmin', 'dept_admin'] : ['ipo_officer', 'hr', 'sysadmin']
}

async function invite(
  call: PeopleCall<unknown, z.output<typeof invitation>>,
  person: Person,
  actor: ActorRef,
  command: string,
): Promise<Answer> {
  const { deps, who, body, words } = call
  const expiresAt = new Date(Date.now() + body.days * 86_400_000)
  const { secret, mail } = await invitePerson(deps.store, deedOf(call, command, actor), { person: person.id, expiresAt, for: body.for })
  const house = (await listInstitutions(deps.store)).find((one) => one.id === who.institution)
  const institution = (person.language === 'en' ? house?.nameEn : house?.nameZh) ?? who.institution
  const url = `${publicUrlOf(deps.config)}/invitations/${carry(who.institution, secret)}`
  await postLater(deps.store, who.institution, {
    kind: 'invitation',
    key: `invitation/${command}`,
    person: person.id,
    facts: { institution, url, until: inWords(expiresAt) },
  })
  const name = words.language === 'en' ? (person.nameLatin ?? person.name) : person.name
  return created({ person: { id: person.id, name }, mail, expiresAt: expiresAt.toISOString() }, '/api/people')
}
