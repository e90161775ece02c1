import { z } from 'zod'
import { day } from './common.ts'

/** How many days of the office to walk. */
export const advance = z.strictObject({ days: z.int().min(1).max(4000) }).meta({ id: 'Advance', examples: [{ days: 7 }] })

/** A timer that fired on the way. */
export const firedTimer = z
  .object({ matter: z.string(), number: z.string(), kind: z.string(), what: z.string(), on: day })
  .meta({ id: 'FiredTimer' })

export const advanced = z.object({ from: day, to: day, fired: z.array(firedTimer) }).meta({ id: 'Advanced' })

export const rehearsalClock = z.object({ now: z.string(), today: day }).meta({ id: 'RehearsalClock' })
