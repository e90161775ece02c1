import type { RequestHandler } from 'express'

/** Public pages with a twin for machines, by their permanent addresses. */
const twins: readonly (readonly [page: RegExp, twin: (path: string) => string])[] = [
  [/^\/(?:notices|open-licences)\/[^/]+$/, (path) => `/api${path}.jsonld`],
  [/^\/open-licences$/, (path) => `/api${path}.jsonld`],
]

/**
 * Answers the twin of a public page under the page's own address, to whoever asks for JSON-LD rather than for a page; what is
 * answered there depends on `Accept`, and says so.
 */
export const answerMachines: RequestHandler = (request, response, next) => {
  const twin = request.method === 'GET' || request.method === 'HEAD' ? twins.find(([page]) => page.test(request.path)) : undefined
  if (twin === undefined) return next()
  response.vary('Accept')
  if (request.accepts(['html', 'application/ld+json']) === 'application/ld+json')
    request.url = request.url.replace(request.path, twin[1](request.path))
  next()
}
