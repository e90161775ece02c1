import { z } from 'zod'
import type { Trial, TrialDecision } from '../domain/bench-trial.ts'

const decision = z.strictObject({ score: z.int().min(0).max(100) }) satisfies z.ZodType<TrialDecision>

export const forms = {
  'bench-trial/open': z.strictObject({ title: z.string().min(1).max(200), papers: z.int().min(0).max(100) }) satisfies z.ZodType<Trial>,
  'bench-trial/first': decision,
  'bench-trial/second': decision,
  'bench-trial/third': decision,
}
