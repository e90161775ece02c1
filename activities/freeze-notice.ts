import { createHash, randomBytes } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { JsonObject } from '#domain/json.ts'
import { prepareVersion, showContent, type FreezeOrder } from '#domain/public-notice-freeze.ts'
import { postedContent } from '#domain/public-notice-published.ts'
import { gatherPaperContext } from '#store/record/paper-context.ts'
import { keepPaper } from '#store/record/papers.ts'
import type { ActivityDependencies } from './dependencies.ts'
import type { ServiceCall } from './service-call.ts'

/**
 * Freezes what is posted: joins the names, computes the term from the parameters in force today, hashes the whole as canonical JSON
 * (RFC 8785, SHA-256) and keeps it under that hash, sealed: what is shown is what was posted, whatever people are called later.
 * Repeated it draws another nonce; only what is recorded counts.
 */
export function createFreezeNoticeActivity({ store }: ActivityDependencies) {
  return async function freezeNotice({ institution, matter, step, today, input }: ServiceCall): Promise<JsonObject> {
    const {
      state,
      people,
      parameters,
      institution: house,
    } = await gatherPaperContext(store, { institution, matter, step, on: today, number: '' })
    const nonce = randomBytes(16).toString('hex')
    const version = prepareVersion(input as unknown as FreezeOrder, { state, today, parameters, province: house.province, nonce })
    const shown = showContent(postedContent(state, version), (person) => {
      const known = people[person]
      return known === undefined ? undefined : { name: known.name, unit: `${known.employer}${known.department ?? ''}` }
    })
    const bytes = Buffer.from(canonicalize(shown) ?? '')
    const contentHash = createHash('sha256').update(bytes).digest('hex')
    await keepPaper(store, { institution, matter, readings: [{ sha256: contentHash, bytes }] })
    return { ...version, contentHash }
  }
}
