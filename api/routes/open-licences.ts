import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { houseQuery } from '#schemas/api/notice.ts'
import { offerPage, offerQuery, offerView } from '#schemas/api/open-licence.ts'
import { listInstitutions } from '#store/desk/institutions.ts'
import { findCursorValues, writeCursor } from '#store/lists/cursor.ts'
import { findPublication, listPublications, type PublicationRow } from '#store/lists/publications.ts'
import { countTakeUps } from '#store/lists/take-ups.ts'
import { notFound } from '../problem.ts'
import { houseOf } from '../public-door.ts'
import { ok, openRoute, type Call, type Route } from '../route.ts'
import { offerTwin, readOffer, twinContext, viewOffer, viewOfferRow } from '../views/open-licence-view.ts'

const tag = 'Open licences'
const stem = 'open-licence'
const jsonLd = 'application/ld+json; charset=utf-8'

/** The catalogue of live open licences, for people and machines. */
export const openLicenceRoutes: readonly Route[] = [
  openRoute(
    {
      method: 'get',
      path: '/api/open-licences',
      tag,
      summary: 'Live open licences, the latest announced first',
      query: offerQuery,
      answers: { 200: { says: 'The offers', shape: offerPage } },
    },
    async (call) => {
      const { q, limit } = call.query
      const rows = await readPages(call, await houseOf(call), (row) => q === undefined || isFound(row, q))
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      const next = rows.length > limit && last !== undefined ? writeCursor([last.since, last.matter]) : null
      return ok(
        { items: shown.map((row) => viewOfferRow(call.deps, row, call.words)), next },
        { Link: twinLink('/api/open-licences.jsonld') },
      )
    },
  ),
  openRoute(
    {
      method: 'get',
      path: '/api/open-licences.jsonld',
      tag,
      summary: 'Every live open licence for machines, as `/open-licences` answers to `application/ld+json`',
      query: houseQuery,
      answers: { 200: { says: 'The catalogue as JSON-LD', mediaType: 'application/ld+json' } },
    },
    async (call) => {
      const institution = await houseOf(call)
      const house = await nameOf(call, institution)
      const rows = await readAll(call, institution)
      const catalogue = {
        '@context': twinContext(call.deps),
        '@type': 'OfferCatalog',
        name: house,
        numberOfItems: rows.length,
        itemListElement: rows.map((row) => offerTwin(call.deps, row, house)),
      }
      return { status: 200, bytes: JSON.stringify(catalogue), mediaType: jsonLd }
    },
  ),
  openRoute(
    {
      method: 'get',
      path: '/api/open-licences/{id}.jsonld',
      tag,
      summary: 'An open licence for machines; its permanent address answers the same to `application/ld+json`',
      query: houseQuery,
      answers: { 200: { says: 'The offer as JSON-LD', mediaType: 'application/ld+json' } },
    },
    async (call) => {
      const institution = await houseOf(call)
      const twin = offerTwin(call.deps, await findRow(call, institution), await nameOf(call, institution))
      return { status: 200, bytes: JSON.stringify({ '@context': twinContext(call.deps), ...twin }), mediaType: jsonLd }
    },
  ),
  openRoute(
    {
      method: 'get',
      path: '/api/open-licences/{id}',
      tag,
      summary: 'An open licence: patent, fee, term, and how to take it',
      query: houseQuery,
      answers: { 200: { says: 'The offer', shape: offerView } },
    },
    async (call) => {
      const institution = await houseOf(call)
      const row = await findRow(call, institution)
      const { licences } = await countTakeUps(call.deps.store, institution, row.matter)
      const view = viewOffer(call.deps, { row, house: await nameOf(call, institution), licences }, call.words)
      return ok(view, { Link: twinLink(view.twin) })
    },
  ),
]

const twinLink = (twin: string) => `<${twin}>; rel="alternate"; type="application/ld+json"`

function isFound(row: PublicationRow, q: string): boolean {
  const { title, titleEn = '', patent, number } = readOffer(row)
  return [title, titleEn, patent, number].some((text) => text.toLowerCase().includes(q.toLowerCase()))
}

type ListCall = Call<{ readonly cursor?: string | undefined; readonly limit: number }>

/** One more than asked for of those found; as many pages are read as that takes. */
async function readPages(
  { deps, query }: ListCall,
  house: InstitutionId,
  isMeant: (row: PublicationRow) => boolean,
): Promise<PublicationRow[]> {
  const values = query.cursor === undefined ? undefined : findCursorValues(query.cursor, 2)
  let before =
    values === undefined ? undefined : { since: String(values[0]) as PublicationRow['since'], matter: String(values[1]) as MatterId }
  const rows: PublicationRow[] = []
  for (;;) {
    const page = await listPublications(deps.store, house, stem, { limit: 100, ...(before === undefined ? {} : { before }) })
    rows.push(...page.filter(isMeant))
    const last = page.at(-1)
    if (rows.length > query.limit || page.length < 100 || last === undefined) return rows.slice(0, query.limit + 1)
    before = { since: last.since, matter: last.matter }
  }
}

async function readAll({ deps }: Call, house: InstitutionId): Promise<PublicationRow[]> {
  const rows: PublicationRow[] = []
  let before: { readonly since: PublicationRow['since']; readonly matter: MatterId } | undefined
  for (;;) {
    const page = await listPublications(deps.store, house, stem, { limit: 200, ...(before === undefined ? {} : { before }) })
    rows.push(...page)
    const last = page.at(-1)
    if (page.length < 200 || last === undefined) return rows
    before = { since: last.since, matter: last.matter }
  }
}

async function nameOf({ deps, words }: Call, institution: InstitutionId): Promise<string> {
  const house = (await listInstitutions(deps.store)).find(({ id }) => id === institution)
  return (words.language === 'en' ? house?.nameEn : house?.nameZh) ?? institution
}

async function findRow({ deps, params }: Call, institution: InstitutionId): Promise<PublicationRow> {
  const row = await findPublication(deps.store, institution, stem, params['id'] ?? '')
  if (row === undefined) throw notFound()
  return row
}
