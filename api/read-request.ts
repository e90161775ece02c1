import type { Request } from 'express'
import type { z } from 'zod'
import { ProblemError, parseInput, pointerOf } from './problem.ts'
import { findUnreadable, isPlainText, isWhole, type Unreadable } from './readable.ts'
import type { Route } from './route.ts'
import type { Words } from './words.ts'

/** What a route is called with, read from the request by the route's own shapes. */
export type ReadRequest = {
  readonly params: { readonly [name: string]: string }
  readonly query: unknown
  readonly body: unknown
  readonly bytes?: Buffer
  readonly mediaType?: string
  readonly idempotencyKey?: string
}

/** Reads a request. Throws 400 for what is not JSON or not text, 422 for what does not fit the shapes. */
export function readRequest(request: Request, { operation }: Route, words: Words): ReadRequest {
  const params = request.params as { [name: string]: string }
  const query = { ...request.query }
  // A search may be for anything; what is brought, as the name of a file, is kept.
  const isRead = request.method === 'GET' ? isWhole : isPlainText
  if (![...Object.values(params), ...Object.values(query).flat()].every((one) => typeof one !== 'string' || isRead(one)))
    throw unreadable(words, { why: 'text', at: ['query'] })
  const key = request.get('idempotency-key')
  return {
    params,
    query: operation.query === undefined ? {} : parseInput(operation.query, query, words, '/query'),
    ...readBody(request, operation.body, operation.bytes, words),
    ...(key === undefined || key === '' ? {} : { idempotencyKey: checkKey(key, words) }),
  }
}

function unreadable(words: Words, { why, at }: Unreadable): ProblemError {
  return new ProblemError({ status: 400, errors: [{ field: pointerOf(at), code: why, message: words.desk(`problem/${why}`) }] })
}

function checkKey(key: string, words: Words): string {
  if (key.length > 200 || !isPlainText(key)) throw unreadable(words, { why: 'text', at: ['idempotency-key'] })
  return key
}

function readBody(
  request: Request,
  shape: z.ZodType | undefined,
  types: readonly string[] | undefined,
  words: Words,
): Pick<ReadRequest, 'body' | 'bytes' | 'mediaType'> {
  if (request.method === 'GET' || request.method === 'HEAD') return { body: undefined }
  if (types !== undefined) return readBytes(request)
  // A DELETE needs no body; a body that is there must be JSON, so that no form of another site can send it.
  const hasBody = request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0
  const isJson = request.is('application/json') !== false && request.is('application/json') !== null
  if (!isJson && (hasBody || request.method !== 'DELETE')) throw new ProblemError({ status: 400, detail: 'json-wanted' })
  const body: unknown = request.body ?? {}
  const fault = findUnreadable(body)
  if (fault !== undefined) throw unreadable(words, fault)
  return { body: shape === undefined ? {} : parseInput(shape, body, words) }
}

function readBytes(request: Request): Pick<ReadRequest, 'body' | 'bytes' | 'mediaType'> {
  const mediaType = (request.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  return { body: undefined, bytes, mediaType }
}
