import type { Json } from '#domain/json.ts'
import { apiToken, apiTokenList, newApiToken } from '#schemas/api/session.ts'
import { listApiTokens, makeApiToken, revokeApiToken } from '#store/desk/api-tokens.ts'
import { carry } from '../access.ts'
import { notFound, ProblemError } from '../problem.ts'
import { created, done, ok, peopleRoute, type Route } from '../route.ts'

const tag = 'Session'

/** Personal tokens, by which programs act as their person. */
export const tokenRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/me/tokens',
      tag,
      summary: 'My tokens',
      answers: { 200: { says: 'The tokens in force', shape: apiTokenList } },
    },
    async ({ deps, who }) => {
      const tokens = await listApiTokens(deps.store, who.institution, who.person)
      return ok({ items: tokens.map(viewToken) })
    },
  ),
  // Not remembered under an Idempotency-Key: its answer holds a secret that is shown once.
  peopleRoute(
    {
      method: 'post',
      path: '/api/me/tokens',
      tag,
      summary: 'Make a token; its secret is shown this once',
      body: newApiToken,
      answers: { 201: { says: 'Made', shape: apiToken } },
    },
    async ({ deps, who, body }) => {
      // A token that could make another would never end.
      if (who.session === undefined) throw new ProblemError({ status: 403, detail: 'session-wanted' })
      const createdAt = new Date()
      const expiresAt = new Date(createdAt.getTime() + body.days * 86_400_000)
      const { id, secret } = await makeApiToken(deps.store, who.institution, { person: who.person, name: body.name, expiresAt })
      return created(
        { ...viewToken({ id, name: body.name, createdAt, expiresAt }), token: carry(who.institution, secret) } satisfies Json,
        '/api/me/tokens',
      )
    },
  ),
  peopleRoute(
    { method: 'delete', path: '/api/me/tokens/{id}', tag, summary: 'Revoke a token of mine', answers: { 204: { says: 'Revoked' } } },
    async ({ deps, who, params }) => {
      if (!(await revokeApiToken(deps.store, who.institution, who.person, params['id'] ?? ''))) throw notFound()
      return done()
    },
  ),
]

function viewToken({ id, name, createdAt, expiresAt }: { id: string; name: string; createdAt: Date; expiresAt?: Date }) {
  return { id, name, createdAt: createdAt.toISOString(), ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.toISOString() }) }
}
