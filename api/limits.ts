import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import type { Config } from '#schemas/config.ts'

export type Limits = { readonly everything: RequestHandler; readonly signIn: RequestHandler; readonly door: RequestHandler }

/** At most so many requests from one address: for everything, for attempts to sign in, for what is left at public doors. */
export function createLimits(config: Config): Limits {
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
    door: rateLimit({ ...shared, windowMs: 60 * 60_000, limit: config.PUBLIC_POSTS_PER_HOUR, handler: tooMany }),
  }
}
