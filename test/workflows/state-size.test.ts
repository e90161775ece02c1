import { describe, expect, it } from 'vitest'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'
import * as sample from '#cli/samples/pre-filing-assessment.ts'
import type { Action } from '#domain/action.ts'
import type { PersonId } from '#domain/actor.ts'
import { applyAction } from '#domain/apply.ts'
import { plainDay } from '#domain/day.ts'
import type { Json, JsonObject } from '#domain/json.ts'
import { equalShares } from '#domain/negotiation.ts'
import { pack, unpack } from '#domain/pack.ts'
import type { MatterState, Task } from '#domain/state.ts'
import * as report from '../samples/disclosure-play.ts'
import * as assessment from '../samples/pre-filing-assessment-play.ts'
import { simulate } from '../simulator/simulate.ts'

/** Bytes that a story may hand on to its next run. */
const limit = 64 * 1024

const ids = (count: number, kind: string) =>
  Array.from({ length: count }, (_, place) => `0c5e3a52-7a0f-5a3c-${kind}-0d1f4b1f${7000 + place}` as PersonId)
const inventors = ids(12, '9a5c')

let written = 0
/** A text of so many characters, three bytes each but for its number, that stands nowhere else. */
function text(length: number): string {
  written += 1
  return `${written}号`.padEnd(length, `测试用语第${written}条`).slice(0, length)
}

/** The most bytes that the story could have had to hand on, after whichever of its actions. */
function largest(actions: readonly Action[]): number {
  let state: MatterState | undefined
  const sizes = actions.map((action) => {
    state = applyAction(state, action)
    return Buffer.byteLength(JSON.stringify(pack(state)))
  })
  return Math.max(...sizes)
}

/** A report of twelve inventors, every text as long as its field takes. */
function longReport(): JsonObject {
  const full = sampleDisclosure(inventors, {
    titleZh: text(120),
    titleEn: 'x'.repeat(240),
    abstract: text(1200),
    attachments: ids(10, 'f11e'),
    funding: [1, 2].map(() => ({
      source: 'fiscal',
      projectNumber: text(40),
      projectName: text(100),
      ownershipClause: text(500),
      applied: true,
      completedOn: plainDay('2026-01-31'),
    })),
  })
  return JSON.parse(JSON.stringify({ ...full, inventors: full.inventors.map((one) => ({ ...one, feature: text(120) })) })) as JsonObject
}

/** Returned and revised, doubtful in its secrecy, disputed; no two proposals agree in any round, and everybody declines each time. */
function longDisclosure(opening: JsonObject): report.Answers {
  let proposals = 0
  const propose = () => {
    proposals += 1
    const others = 700 + (proposals % 97)
    return Object.fromEntries(inventors.map((person, place) => [person, place === 0 ? 10_000 - 11 * others : others]))
  }
  const settled = { heard: inventors, shares: equalShares(inventors), note: text(500) } as unknown as JsonObject
  return {
    'formal-check#1': { outcome: 'returned', reason: text(500) },
    'formal-check': { outcome: 'accepted', data: { note: text(500) } },
    revise: { outcome: 'resubmitted', data: { ...opening, abstract: text(1200) } },
    'secrecy-screen': { outcome: 'doubtful', data: { mayPublish: true, measures: [text(200), text(200)] } },
    'ownership-finding#1': { outcome: 'disputed', data: { owners: [] }, reason: text(200) },
    'ownership-finding': { outcome: 'service', data: { owners: [{ who: 'university' }], note: text(500) } },
    'ownership-dispute': { outcome: 'resolved', data: { before: 'court', note: text(500) }, reason: text(200) },
    'propose-shares': () => ({ outcome: 'proposed', data: { shares: propose() } }),
    'confirm-share': (task: Task) => ({
      outcome: 'declined',
      data: { shareBp: task.given?.['shareBp'] ?? 0, feature: text(120) },
      reason: text(80),
    }),
    'settle-shares': { outcome: 'determined', data: settled, reason: text(200) },
  }
}

const [relevant] = sample.sampleSearch.documents

/** Everything a reader of the evidence may write, each text so many hundredths of what its field takes. */
function evidence(part: number): assessment.Answers {
  const long = (length: number) => text(Math.floor((length * part) / 100))
  const score = (points: number) => () => {
    const form = sample.sampleScore(points)
    const scores = form.scores.map((one) => ({ ...one, evidence: long(300) }))
    return { outcome: 'scored', data: { ...form, scores, remarks: long(500) } }
  }
  const documents = Array.from({ length: 8 }, () => ({ ...relevant, relevance: long(300) }))
  const said = { problemSolved: long(500), advantage: long(500), market: long(500) }
  return {
    'novelty-search': () => ({
      outcome: 'searched',
      data: { ...sample.sampleSearch, query: long(500), distinction: long(500), documents },
    }),
    interview: () => ({ outcome: 'held', data: { ...sample.sampleInterview(inventors), ...said } }),
    score: score(50),
    'score#1/eva': score(90),
  }
}

/** More data wanted, then a decision that goes to the panel, is filed and granted; the evidence is gathered twice, a third as long the second time. */
function longAssessment(): assessment.Answers {
  const decide = (changes: object) => ({ outcome: 'file-cn', data: sample.sampleDecision({ ...changes, reasons: text(1500) }) })
  const again = Object.entries(evidence(33)).map(([step, answer]) => [`${step}#2`, answer])
  const secondScores = ['eva', 'edo'].map((person) => [`score#2/${person}`, evidence(33)['score']])
  return {
    ...evidence(100),
    ...Object.fromEntries([...again, ...secondScores]),
    'decide#1': { ...decide({ dataWanted: text(500) }), outcome: 'more-data' },
    decide: decide({ panel: assessment.members }),
    'panel-vote': () => ({ outcome: 'for', data: { remarks: text(500) } }),
  }
}

describe('what a story hands on to its next run is at most 64 kB, at whichever moment', () => {
  it('of the longest disclosure, by twelve inventors', async () => {
    const opening = longReport()
    const openedBy = inventors[0] as PersonId
    const trail = await simulate(report.play(longDisclosure(opening), { data: opening, openedBy }))
    expect(trail.end.outcome).toBe('docketed')
    expect(report.listUnlawful(trail.actions, inventors)).toEqual([])
    // Three rounds of proposals before each of two confirmations, then the office settles them.
    expect(trail.actions.filter((one) => one.kind === 'TaskCompleted' && one.facts.task.startsWith('propose-shares'))).toHaveLength(72)

    expect(largest(trail.actions)).toBeLessThanOrEqual(limit)
    expect(unpack(pack(trail.state as unknown as Json))).toEqual(trail.state)
  })

  it('of the longest assessment, for twelve inventors', async () => {
    const data = sample.sampleOpening(inventors, { title: text(120), abstract: text(1500) }) as unknown as JsonObject
    const events = [assessment.event('published'), assessment.event('entered-examination'), assessment.event('grant-announced')]
    const trail = await simulate(assessment.play(longAssessment(), events, { data, openedBy: inventors[0] as PersonId }))
    expect(trail.end.outcome).toBe('granted')
    expect(trail.state.results['weigh#2']?.outcome).toBe('weighed')
    expect(trail.state.results['panel-vote#1']?.outcome).toBe('carried')

    expect(largest(trail.actions)).toBeLessThanOrEqual(limit)
    expect(unpack(pack(trail.state as unknown as Json))).toEqual(trail.state)
  })
})
