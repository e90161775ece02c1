import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler, type Response } from 'express'
import helmet from 'helmet'
import { authenticate, carriesToken } from './access.ts'
import type { ApiDependencies } from './dependencies.ts'
import { faultOf } from './faults.ts'
import { createLimits, type Limits } from './limits.ts'
import { answerMachines } from './machine-twins.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { refuseMarked } from './marked.ts'
import { loadNames } from './names.ts'
import { chooseLanguage, ProblemError, renderProblem } from './problem.ts'
import { readRequest, type ReadRequest } from './read-request.ts'
import { peopleInFacts } from './refusal-view.ts'
import type { Answer, Route, SignedIn } from './route.ts'
import { createRoutes } from './routes.ts'
import { isSameSite } from './same-site.ts'
import { wordsOf, type Words } from './words.ts'

/** The HTTP API over its dependencies. Every route is mounted from the list that also makes `/api/openapi.json`. */
export function createApi(deps: ApiDependencies): Express {
  const app = express()
  const limits = createLimits(deps.config)
  const metrics = createMetrics()
  app.disable('x-powered-by')
  app.set('trust proxy', deps.config.TRUST_PROXY)
  app.set('query parser', 'simple')
  app.set('etag', false)
  app.use(helmet(headers))
  app.use(observe(deps, metrics))
  app.use(answerMachines)
  app.use(['/api', '/metrics'], limits.everything)
  for (const route of createRoutes(metrics)) mount(app, deps, route, limits)
  app.use('/api', () => {
    throw new ProblemError({ status: 404 })
  })
  app.use(answerFault(deps))
  return app
}

const headers = {
  // The web application draws with style attributes; scripts come from here alone.
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      frameAncestors: ["'none'"],
      upgradeInsecureRequests: null,
    },
  },
  referrerPolicy: { policy: 'no-referrer' as const },
}

/** Where somebody might try secrets one after the other. */
const guessable: ReadonlySet<string> = new Set([
  'post /api/session',
  'put /api/me/password',
  'post /api/links/{token}',
  'post /api/links/{token}/open',
  'post /api/links/{token}/paper',
  'post /api/links/{token}/code',
  'post /api/invitations/{token}',
])

function mount(app: Express, deps: ApiDependencies, route: Route, limits: Limits): void {
  const { method, path, bytes } = route.operation
  const read: RequestHandler =
    bytes === undefined
      ? express.json({ limit: '1mb', type: 'application/json' })
      : express.raw({ limit: deps.config.ATTACHMENT_MEGABYTES * 1024 * 1024 + 1, type: () => true })
  const guards = [...(guessable.has(`${method} ${path}`) ? [limits.signIn] : []), ...('isDoor' in route ? [limits.door] : [])]
  app[method](path.replace(/\{(\w+)\}/g, ':$1'), ...guards, read, async (request, response) => {
    response.locals['route'] = path
    send(response, await answer(deps, route, request, response))
  })
}

function languageWords(request: Request): Words {
  return wordsOf(chooseLanguage(request.acceptsLanguages(['zh-CN', 'zh', 'en'])))
}

async function answer(deps: ApiDependencies, route: Route, request: Request, response: Response): Promise<Answer> {
  const authorization = request.get('authorization')
  if (request.method !== 'GET' && !carriesToken(authorization)) requireSameSite(deps, request)
  const words = languageWords(request)
  const secure = request.secure || deps.config.PUBLIC_URL?.startsWith('https:') === true
  const told = {
    ...(authorization === undefined ? {} : { authorization }),
    address: request.ip ?? '',
    isLocal: isLoopback(request.socket.remoteAddress) && request.get('x-forwarded-for') === undefined,
  }
  const shared = { deps, words, today: deps.officeClock.today(), secure, ...told }
  if (isForAnybody(route)) return route.handle({ ...shared, ...(await takeIn(request, route, shared)) })
  const who = await authenticate(deps, authorization, request.get('cookie'))
  if (who === undefined) throw new ProblemError({ status: 401 })
  response.locals['who'] = who
  return route.handle({ ...shared, ...(await takeIn(request, route, { ...shared, who })), who })
}

async function takeIn(request: Request, route: Route, call: { deps: ApiDependencies; words: Words; who?: SignedIn }): Promise<ReadRequest> {
  const read = readRequest(request, route, call.words)
  if (request.method !== 'GET' && request.method !== 'HEAD') await refuseMarked(call, read)
  return read
}

function isForAnybody(route: Route): route is Extract<Route, { readonly operation: { readonly for: 'anybody' } }> {
  return route.operation.for === 'anybody'
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || address?.replace('::ffff:', '').startsWith('127.') === true
}

function requireSameSite(deps: ApiDependencies, request: Request): void {
  const origins = {
    origin: request.get('origin'),
    fetchSite: request.get('sec-fetch-site'),
    host: request.get('host'),
    publicUrl: deps.config.PUBLIC_URL,
  }
  if (!isSameSite(origins)) throw new ProblemError({ status: 403, detail: 'cross-site' })
}

function send(response: Response, { status, body, bytes, mediaType, headers: more }: Answer): void {
  response.status(status).set({ 'Cache-Control': 'no-store', ...more })
  response.vary('Accept-Language, Cookie')
  if (bytes !== undefined) response.type(mediaType ?? 'application/octet-stream').send(bytes)
  else if (body === undefined) response.end()
  else response.json(body)
}

/** Logs and counts each answer under its route's pattern: addresses can hold tokens and names. */
function observe({ log }: ApiDependencies, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now()
    response.on('finish', () => {
      const route = String(response.locals['route'] ?? 'none')
      const ms = performance.now() - begun
      metrics.count(request.method, route, response.statusCode, ms)
      log.info({ method: request.method, route, status: response.statusCode, ms: Math.round(ms) }, 'answered')
    })
    next()
  }
}

function answerFault(deps: ApiDependencies): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const fault = faultOf(error)
    if (fault.status >= 500) deps.log.error({ err: error, route: response.locals['route'] }, 'broke')
    const words = languageWords(request)
    const who = response.locals['who'] as SignedIn | undefined
    const names =
      who === undefined || fault.refusals === undefined
        ? new Map()
        : (await loadNames(deps, who, peopleInFacts(fault.refusals), words)).names
    const problem = renderProblem(fault, words, names)
    response
      .status(fault.status)
      .set({ 'Cache-Control': 'no-store', ...fault.headers })
      .type('application/problem+json')
      .send(JSON.stringify(problem))
  }
}
