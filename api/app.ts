import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler, type Response } from 'express'
import helmet from 'helmet'
import { authenticate } from './access.ts'
import type { ApiDependencies } from './dependencies.ts'
import { faultOf } from './faults.ts'
import { createLimits } from './limits.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { chooseLanguage, ProblemError, renderProblem } from './problem.ts'
import { readRequest } from './read-request.ts'
import { peopleInFacts } from './refusal-view.ts'
import type { Answer, Call, Route } from './route.ts'
import { allRoutes } from './routes.ts'
import { isSameSite } from './same-site.ts'
import { findNames } from './names.ts'
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
  app.use(['/api', '/metrics'], limits.everything)
  for (const route of allRoutes(metrics)) mount(app, deps, route, limits)
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

function mount(app: Express, deps: ApiDependencies, route: Route, limits: ReturnType<typeof createLimits>): void {
  const { method, path, bytes } = route.operation
  const read: RequestHandler =
    bytes === undefined
      ? express.json({ limit: '1mb', type: 'application/json' })
      : express.raw({ limit: deps.config.ATTACHMENT_MEGABYTES * 1024 * 1024 + 1, type: () => true })
  const guards = path === '/api/session' && method === 'post' ? [limits.signIn] : []
  app[method](path.replace(/\{(\w+)\}/g, ':$1'), ...guards, read, async (request, response) => {
    response.locals['route'] = path
    send(response, await answer(deps, route, request, languageWords(request)))
  })
}

function languageWords(request: Request): Words {
  return wordsOf(chooseLanguage(request.acceptsLanguages(['zh-CN', 'zh', 'en'])))
}

async function answer(deps: ApiDependencies, route: Route, request: Request, words: Words): Promise<Answer> {
  const byToken = request.get('authorization')?.startsWith('Bearer ') === true
  if (request.method !== 'GET' && !byToken) requireSameSite(deps, request)
  const secure = request.secure || deps.config.PUBLIC_URL?.startsWith('https:') === true
  const shared = { deps, words, today: deps.officeClock.today(), secure }
  if (route.operation.for === 'anybody') return route.handle({ ...shared, ...readRequest(request, route, words) } as Call)
  const who = await authenticate(deps, request.get('authorization'), request.get('cookie'))
  if (who === undefined) throw new ProblemError({ status: 401 })
  return (route as Extract<Route, { operation: { for: 'people' } }>).handle({ ...shared, ...readRequest(request, route, words), who })
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
  response.status(status).set({ 'Cache-Control': 'no-store', Vary: 'Accept-Language, Cookie', ...more })
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
    const names = await findNames(deps, peopleInFacts(fault.refusals ?? []))
    const problem = renderProblem(fault, languageWords(request), names)
    response
      .status(fault.status)
      .set({ 'Cache-Control': 'no-store', ...fault.headers })
      .type('application/problem+json')
      .send(JSON.stringify(problem))
  }
}
