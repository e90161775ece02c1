import { describe, expect, it } from 'vitest'
import { findContent } from '#web/api/content.ts'

const schema = { type: 'object', properties: { abstract: { type: 'string' } } }
const form = (key: string, shape: object) => ({ key, schema: shape as never, labels: {}, values: {} })
const steps = [
  { name: 'formal-check', form: form('disclosure/formal-check', { type: 'object', properties: { note: { type: 'string' } } }) },
  { name: 'revise', form: form('disclosure/revise', schema) },
  { name: 'novelty-clock' },
]
const by = { is: 'system', name: '流程' } as const
const result = (step: string, n: number, data: object | undefined, on: string) => ({
  id: `${step}#${n}` as never,
  step: { name: step, label: step },
  outcome: { name: 'done', label: 'done' },
  by,
  on: on as never,
  correctable: false,
  ...(data === undefined ? {} : { data: data as never }),
})
const opened = { data: { abstract: 'first' }, form: form('disclosure/open', schema) }

describe('the content of a matter', () => {
  it('is what it was opened with while nobody has revised it', () => {
    const results = [result('formal-check', 1, { note: 'x' }, '2026-03-02')]
    expect(findContent({ ...opened, results }, steps)).toEqual({ data: { abstract: 'first' } })
  })

  it('is the last revision once there is one, and says since when', () => {
    const results = [
      result('revise', 1, { abstract: 'second' }, '2026-03-04'),
      result('formal-check', 2, { note: 'x' }, '2026-03-05'),
      result('revise', 2, { abstract: 'third' }, '2026-03-06'),
      result('novelty-clock', 3, { abstract: 'not a revision' }, '2026-03-07'),
    ]
    expect(findContent({ ...opened, results }, steps)).toEqual({ data: { abstract: 'third' }, revisedOn: '2026-03-06' })
  })

  it('is not shown to whom it is withheld', () => {
    expect(findContent({ results: [result('revise', 1, undefined, '2026-03-04')] }, steps)).toBeUndefined()
  })
})
