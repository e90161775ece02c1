import type { z } from 'zod'
import type { Json, JsonObject } from '#domain/json.ts'
import { problem } from './api/refusal.ts'
import { generateSchema, type Direction } from './form-schema.ts'

/** One answer of a route: JSON of a shape, other bytes, or nothing. */
export type AnswerShape = { readonly says: string; readonly shape?: z.ZodType; readonly mediaType?: string }

/** A route as data: what it takes, what it answers, who may ask. The program and its description are made of the same. */
export type Operation = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** With `{name}` for parameters, e.g. `/api/matters/{id}`. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  /** `anybody`: no session needed. */
  readonly for: 'people' | 'anybody'
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** Media types of a body that is not JSON. */
  readonly bytes?: readonly string[]
  readonly answers: { readonly [status: number]: AnswerShape }
}

type Named = { [name: string]: JsonObject }

const faults: { readonly [status: number]: string } = {
  400: 'Not JSON, or of a wrong type',
  401: 'Not signed in',
  403: 'You may see it but may not do this',
  404: 'Absent, or hidden from you',
  409: 'Not now: its state, a race, or closed',
  422: 'Content or law',
}

/** The description of every operation, OpenAPI 3.1. */
export function renderOpenApi(operations: readonly Operation[], title: string, version: string): JsonObject {
  const named: Named = {}
  const paths: { [path: string]: { [method: string]: Json } } = {}
  schemaOf(problem, named, 'given')
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation, named) }
  }
  const securitySchemes = {
    session: { type: 'apiKey', in: 'cookie', name: 'conveyance_session' },
    token: { type: 'http', scheme: 'bearer' },
  }
  return { openapi: '3.1.0', info: { title, version }, servers: [{ url: '/' }], paths, components: { schemas: named, securitySchemes } }
}

/** The schema of a shape; named shapes are put among the components. A shape taken and given differently is named twice. */
function schemaOf(shape: z.ZodType, named: Named, direction: Direction): JsonObject {
  const place = direction === 'taken' ? 'components/taken' : 'components/schemas'
  const generated = generateSchema(shape, place, direction)
  for (const [name, schema] of Object.entries(generated.named)) named[nameOf(name, direction)] = renamed(schema) as JsonObject
  return renamed(generated.schema) as JsonObject
}

function nameOf(name: string, direction: Direction): string {
  return direction === 'taken' ? `${name}Input` : name
}

function renamed(value: Json): Json {
  if (Array.isArray(value)) return value.map(renamed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (key !== '$ref' || typeof one !== 'string') return [key, renamed(one)]
      return [key, one.replace(/^#\/components\/taken\/(.*)$/, '#/components/schemas/$1Input')]
    }),
  )
}

function describe(operation: Operation, named: Named): JsonObject {
  const { method, path, tag, summary, body, bytes } = operation
  const content = body === undefined ? bytesContent(bytes) : { 'application/json': { schema: schemaOf(body, named, 'taken') } }
  const open = operation.for === 'anybody'
  return {
    operationId: operationId(method, path),
    tags: [tag],
    summary,
    security: open ? [] : [{ session: [] }, { token: [] }],
    parameters: [...pathParameters(path), ...queryParameters(operation.query, named), ...keyParameter(method)],
    ...(content === undefined ? {} : { requestBody: { required: true, content } }),
    responses: { ...answers(operation, named), ...problems(operation) },
  }
}

function operationId(method: string, path: string): string {
  const words = path
    .replace(/^\/api\//, '')
    .split(/[/{}.-]+/)
    .filter(Boolean)
  return [method, ...words].map((word, index) => (index === 0 ? word : word[0]?.toUpperCase() + word.slice(1))).join('')
}

function bytesContent(bytes: readonly string[] | undefined): JsonObject | undefined {
  if (bytes === undefined) return undefined
  return Object.fromEntries(bytes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
}

function pathParameters(path: string): JsonObject[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name: name ?? '', in: 'path', required: true, schema: { type: 'string' } }))
}

function queryParameters(query: z.ZodObject | undefined, named: Named): JsonObject[] {
  if (query === undefined) return []
  return Object.entries(query.shape).map(([name, shape]) => {
    const { description, ...schema } = schemaOf(shape as z.ZodType, named, 'given')
    const required = !(shape as z.ZodType).safeParse(undefined).success
    return { name, in: 'query', required, schema, ...(description === undefined ? {} : { description }) }
  })
}

function keyParameter(method: string): JsonObject[] {
  if (method !== 'post') return []
  return [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }]
}

function answers(operation: Operation, named: Named): JsonObject {
  return Object.fromEntries(
    Object.entries(operation.answers).map(([status, { says, shape, mediaType }]) => {
      if (shape === undefined && mediaType === undefined) return [status, { description: says }]
      const schema = shape === undefined ? { type: 'string' } : schemaOf(shape, named, 'given')
      return [status, { description: says, content: { [mediaType ?? 'application/json']: { schema } } }]
    }),
  )
}

function problems(operation: Operation): JsonObject {
  const takes = operation.body !== undefined || operation.bytes !== undefined
  const open = operation.for === 'anybody'
  const named = operation.path.includes('{')
  const statuses = [
    ...(takes ? [400, 422] : []),
    ...(open ? [] : [401, 403]),
    ...(named ? [404] : []),
    ...(operation.method === 'post' ? [409] : []),
  ]
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return Object.fromEntries(statuses.sort().map((status) => [status, { description: faults[status] ?? '', content }]))
}
