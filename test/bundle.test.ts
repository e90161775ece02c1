import { beforeAll, describe, expect, it } from 'vitest'
import { minifySync } from 'vite'
import { bundleWorkflows } from '#worker/bundle.ts'
import { listModules, packageOf, withDependencies, withoutSourceMap } from './bundle/modules.ts'

describe('the bundle of the stories', () => {
  let code = ''
  let modules: string[] = []

  beforeAll(async () => {
    code = withoutSourceMap((await bundleWorkflows()).code)
    modules = listModules(code)
  }, 120_000)

  it('is less than 0.7 MB without comments and source map, for every thread of a worker evaluates it', () => {
    const size = minifySync('workflows.js', code).code.length
    expect(size).toBeGreaterThan(100_000)
    expect(size).toBeLessThan(700_000)
  })

  it('holds of packages only Temporal and what Temporal itself needs', () => {
    const ofTemporal = withDependencies('@temporalio/workflow')
    const packages = new Set(modules.flatMap((name) => packageOf(name) ?? []))
    expect(packages).toContain('@temporalio/workflow')
    expect([...packages].filter((name) => !ofTemporal.has(name))).toEqual([])
  })

  it('holds of our own files only stories and rules, no words for people and no drawings', () => {
    const own = modules.filter((name) => packageOf(name) === undefined)
    expect(own).toContain('./workflows/steps/matter.ts')
    expect(own.filter((name) => !/^\.\/(workflows|domain)\//.test(name) || /\/words\/|drawings\.gen/.test(name))).toEqual([])
  })
})
