import type { Request } from 'express'
import type { z } from 'zod'
import { ProblemError, parseInput } from './problem.ts'
import { findUnreadable, isPlainText } from './readable.ts'
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
  if (![...Object.values(params), ...Object.values(query).flat()].every((one) => typeof one !== 'string' || isPlainText(one)))
    throw unreadable()
  const key = request.get('idempotency-key')
  return {
    params,
    query: operation.query === undefined ? {} : parseInput(operation.query, query, words, '/query'),
    ...readBody(request, operation.body, operation.bytes, words),
    ...(key === undefined || key === '' ? {} : { idempotencyKey: checkKey(key) }),
  }
}

function unreadable(): ProblemError {
  return new ProblemError({ status: 400 })
}

function checkKey(key: string): string {
  if (key.length > 200 || !isPlainText(key)) throw unreadable()
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
  if (findUnreadable(body) !== undefined) throw unreadable()
  return { body: shape === undefined ? {} : parseInput(shape, body, words) }
}

function readBytes(request: Request): Pick<ReadRequest, 'body' | 'bytes' | 'mediaType'> {
  const mediaType = (request.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  return { body: undefined, bytes, mediaType }
}
