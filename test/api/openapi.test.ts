import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createMetrics } from '#api/metrics.ts'
import { createRoutes } from '#api/routes.ts'
import { processes } from '#domain/registry.gen.ts'
import { formSchema } from '#schemas/form-schema.ts'
import { allForms } from '#schemas/registry.gen.ts'
import { renderOpenApi } from '#schemas/openapi.ts'

const operations = createRoutes(createMetrics()).map((route) => route.operation)
const description = renderOpenApi(operations, 'Conveyance', '1.0.0')
const { schemas } = description['components'] as { schemas: { [name: string]: object } }

function refsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => (key === '$ref' ? [String(one)] : refsIn(one)))
}

describe('the description of the API', () => {
  it('has the routes that clients rely on', () => {
    const known = new Set(operations.map((one) => `${one.method} ${one.path}`))
    const promised = `post /api/session · delete /api/session · get /api/me · get /api/processes · get /api/processes/{process} · get /api/processes/{process}/diagram ·
      post /api/matters · get /api/matters · get /api/matters/{id} · get /api/matters/{id}/actions · get /api/matters/{id}/documents · get /api/matters/{id}/deadlines ·
      get /api/matters/{id}/diagram · post /api/matters/{id}/messages/{message} · get /api/tasks · get /api/tasks/{id} · post /api/tasks/{id}/claim ·
      post /api/tasks/{id}/release · post /api/tasks/{id}/delegate · post /api/tasks/{id}/reassign · post /api/tasks/{id}/complete · put /api/tasks/{id}/draft ·
      get /api/documents/{id} · get /api/commands/{id} · get /api/links/{token} · post /api/links/{token} · post /api/attachments · post /api/matters/{id}/comments ·
      post /api/matters/{id}/suspend · post /api/matters/{id}/resume · post /api/matters/{id}/correct · post /api/matters/{id}/what-if · get /api/people · get /api/departments · get /api/roles ·
      get /api/deputies · get /api/patents · get /api/results · get /api/parties · get /api/encumbrances · post /api/encumbrances/{id}/end · get /api/interests ·
      get /api/policies · get /api/calendars · get /api/parameters · get /api/rules · get /api/refusals · get /api/incidents ·
      post /api/incidents/{id}/retry · post /api/verify · get /api/notices · get /api/notices/{id} · post /api/notices/{id}/objections · get /healthz · get /readyz · get /metrics · get /api/openapi.json`
    expect(
      promised
        .split('·')
        .map((one) => one.trim())
        .filter((one) => !known.has(one)),
    ).toEqual([])
  })

  it('names each operation once', () => {
    const paths = description['paths'] as { [path: string]: { [method: string]: { operationId: string } } }
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map((one) => one.operationId))
    expect(ids).toHaveLength(operations.length)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('refers only to shapes that it has', () => {
    const missing = refsIn(description).filter((ref) => schemas[ref.replace('#/components/schemas/', '')] === undefined)
    expect([...new Set(missing)]).toEqual([])
  })

  it('lets no reading change anything: what changes is never a GET', () => {
    expect(operations.filter((one) => one.method === 'get' && (one.body !== undefined || one.bytes !== undefined))).toEqual([])
  })
})

describe('the examples', async () => {
  const folder = join(import.meta.dirname, '..', '..', 'schemas', 'api')
  const modules = await Promise.all(readdirSync(folder).map((name) => import(join(folder, name)) as Promise<{ [name: string]: unknown }>))
  const shapes = modules.flatMap((module) => Object.values(module)).filter((one): one is z.ZodType => one instanceof z.ZodType)
  const cases = shapes.flatMap((shape) => {
    const meta = z.globalRegistry.get(shape) as { id?: string; examples?: unknown[] } | undefined
    return (meta?.examples ?? []).map((example) => [meta?.id ?? '', shape, example] as const)
  })

  it('are many', () => expect(cases.length).toBeGreaterThan(40))

  it.each(cases)('of %s are what its shape takes', (_, shape, example) => {
    expect(shape.safeParse(example).error?.issues ?? []).toEqual([])
  })
})

describe('the forms', () => {
  const keys = Object.values(processes).flatMap((definition) => [
    definition.opens.form,
    ...Object.values(definition.steps).flatMap((step) => (step.word === 'user-task' ? [step.form] : [])),
    ...Object.values(definition.messages).map((message) => message.form),
  ])

  it.each([...new Set(keys.map(String))])('%s can be drawn by a browser', (key) => {
    const shape = allForms[key]
    expect(shape, key).toBeDefined()
    const schema = formSchema(shape as z.ZodType)
    expect(refsIn(schema).filter((ref) => !ref.startsWith('#/$defs/'))).toEqual([])
  })
})
