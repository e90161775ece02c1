import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import type { Config } from '#schemas/config.ts'

/** At most so many requests from one address: for everything, and for attempts to sign in. */
export function createLimits(config: Config): { readonly everything: RequestHandler; readonly signIn: RequestHandler } {
  const shared = { standardHeaders: 'draft-8', legacyHeaders: false } as const
  const tooMany: RequestHandler = (_request, _response, next) => next({ status: 429 })
  return {
    everything: rateLimit({ ...shared, windowMs: 60_000, limit: config.REQUESTS_PER_MINUTE, handler: tooMany }),
    signIn: rateLimit({
      ...shared,
      windowMs: 15 * 60_000,
      limit: config.SIGN_INS_PER_QUARTER,
      handler: tooMany,
      skipSuccessfulRequests: true,
    }),
  }
}
