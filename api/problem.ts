import type { z } from 'zod'
import type { Refusal } from '#domain/refusal.ts'
import type { Problem } from '#schemas/api/refusal.ts'
import { sayInput } from './input-words.ts'
import { statusOfRefusals } from './refusal-status.ts'
import { viewRefusal, type Names } from './refusal-view.ts'
import type { Language, Words } from './words.ts'

/** A fault of the input: where, which, in words. */
export type InputFault = { readonly field: string; readonly code: string; readonly message: string }

/** What is behind an answer that is no. `detail` is a key of the front office's words. */
export type Fault = {
  readonly status: number
  readonly detail?: string
  readonly refusals?: readonly Refusal[]
  readonly errors?: readonly InputFault[]
  /** The process whose words the refusals use. */
  readonly stem?: string
  readonly headers?: { readonly [name: string]: string }
}

/** Thrown by routes to end a request with a no; answered as problem+json. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly fault: Fault

  constructor(fault: Fault) {
    super(`${fault.status} ${fault.detail ?? fault.refusals?.map((one) => one.code).join(', ') ?? ''}`)
    this.fault = fault
  }
}

/** 404: absent or hidden; never says which. */
export function notFound(): ProblemError {
  return new ProblemError({ status: 404 })
}

/** The answer to lawful noes: 403, 409 or 422 by their codes. */
export function refusedBy(refusals: readonly Refusal[], stem?: string): ProblemError {
  return new ProblemError({ status: statusOfRefusals(refusals), refusals, ...(stem === undefined ? {} : { stem }) })
}

/** The problem as it is answered, in the reader's words. */
export function renderProblem(fault: Fault, words: Words, names: Names): Problem {
  const { status, detail, refusals, errors, stem } = fault
  const views = refusals?.map((one) => viewRefusal(one, words, names, stem))
  const kind = views?.[0]?.code ?? detail ?? status
  const said = views?.map((one) => one.says).join(' ') ?? (detail === undefined ? undefined : words.desk(`problem/${detail}`))
  return {
    type: `urn:conveyance:${kind}`,
    title: words.desk(`problem/${status}`),
    status,
    ...(said === undefined ? {} : { detail: said }),
    ...(views === undefined ? {} : { refusals: views }),
    ...(errors === undefined ? {} : { errors: errors.map((one) => ({ ...one })) }),
  }
}

/** Faults that one answer names: one that repeated what was sent for each of its fields would exhaust us. */
export const mostFaults = 200

/** Characters of a fault's message. */
const longestMessage = 300

/**
 * Reads `input` by `shape`. Throws a 422 that names every fault by JSON pointer, 200 at most; `base` stands before the pointers.
 * Messages that are codes of refusals are put in their words.
 */
export function parseInput<Shape extends z.ZodType>(shape: Shape, input: unknown, words: Words, base = ''): z.output<Shape> {
  const read = shape.safeParse(input, { error: (found) => sayInput(found, words) })
  if (read.success) return read.data
  const errors = read.error.issues.slice(0, mostFaults).flatMap((issue) => faultsOf(issue, words, base))
  throw new ProblemError({ status: 422, errors: errors.slice(0, mostFaults) })
}

function faultsOf(issue: z.core.$ZodIssue, words: Words, base: string): InputFault[] {
  const at = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, mostFaults).map((key) => [...issue.path, key]) : [issue.path]
  const rule = words.refusal(issue.message)
  const told = rule === undefined ? issue.message : [rule.says, rule.remedy].join(words.language === 'en' ? ' ' : '')
  const message = told.slice(0, longestMessage)
  return at.map((path) => ({ field: base + pointerOf(path), code: issue.code, message }))
}

/** RFC 6901. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')
}

/** The language asked for, Chinese where neither is wanted. */
export function chooseLanguage(accepted: string | false): Language {
  return accepted === 'en' ? 'en' : 'zh-CN'
}
