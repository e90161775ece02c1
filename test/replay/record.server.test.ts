import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { TestWorkflowEnvironment } from '@temporalio/testing'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createSkippingEnvironment } from '#cli/servers/temporal-skipping.ts'
import { sampleRefusal, sampleScore } from '#cli/samples/pre-filing-assessment.ts'
import { play } from '../samples/disclosure-play.ts'
import * as assessment from '../samples/pre-filing-assessment-play.ts'
import * as grant from '../samples/title-grant-play.ts'
import type { Simulation } from '../simulator/simulate.ts'
import { keepTrail } from '../trails.ts'
import { writeHistory } from './history-file.ts'
import { playOnTemporal } from './play-on-temporal.ts'

const low = { outcome: 'scored', data: sampleScore(40) }

/** The matters whose histories are kept, by process and what is told: with `RECORD_HISTORIES=1` they are written anew. */
const matters: { readonly [name: string]: { readonly simulation: Simulation; readonly outcome: string } } = {
  'disclosure-docketed': { simulation: play({ 'formal-check#1': { outcome: 'returned', reason: '发明人特征不清' } }), outcome: 'docketed' },
  'disclosure-released': {
    simulation: play({
      'ownership-finding': { outcome: 'non-service', data: { owners: [{ who: 'inventors' }], departure: '业余自行完成' } },
    }),
    outcome: 'released',
  },
  'pre-filing-assessment-granted': {
    simulation: assessment.play({ 'decide#1': assessment.decided('more-data', { dataWanted: '补充对比试验数据' }) }, [
      assessment.event('published'),
      assessment.event('grant-announced'),
    ]),
    outcome: 'granted',
  },
  'pre-filing-assessment-handed-over': {
    simulation: assessment.play({ decide: { outcome: 'not-file', data: sampleRefusal }, 'score#1/eva': low, score: low }),
    outcome: 'handed-over',
  },
  'title-grant-terminated': {
    simulation: grant.play({ 'agree-split#1/bo': grant.declines }, [
      grant.notices('cancelled'),
      grant.says('terminate', grant.terminated, 'monitoring', grant.lawyer),
    ]),
    outcome: 'terminated',
  },
}

describe('a story that runs on the virtual clock', () => {
  let environment: TestWorkflowEnvironment

  beforeAll(async () => {
    environment = await createSkippingEnvironment()
  })

  afterAll(() => environment.teardown())

  it.each(Object.entries(matters))('runs on Temporal to the same end, as drawn: %s', async (name, { simulation, outcome }) => {
    const { end, actions, history } = await playOnTemporal(environment, inject('bundlePath'), simulation)
    expect(end.outcome).toBe(outcome)
    keepTrail(actions)
    if (process.env['RECORD_HISTORIES'] === undefined) return
    const folder = join(import.meta.dirname, 'histories')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${name}.json`), writeHistory(history))
  })
})
