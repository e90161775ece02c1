import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/title-grant.ts'
import { plainDay, type PlainDay } from '#domain/day.ts'
import { agedPatent, notices, ofAged, play, playAll, says, type Answer } from '#test/samples/title-grant-play.ts'
import { simulate } from '../simulator/simulate.ts'

const earlier = says('notice-overturned', { notice: 'm-1', number: 'X-2026-00001', on: plainDay('2026-03-02') }, 'monitoring')

describe('a late objection that is upheld after the agreement was signed', () => {
  const told = (at: string) => says('notice-overturned', { notice: 'm-2', number: 'X-2026-00002', on: plainDay('2026-03-02') }, at)
  const finding = (outcome: string, touches: readonly string[] = []): Answer => ({
    outcome,
    data: { touches, decision: '（示例）异字〔2026〕8号' },
    reason: '逾期异议成立',
  })

  it('opens a task for legal, with the notice and the law; the grant goes on where the agreement stands', async () => {
    let given: unknown
    const answers = {
      ...ofAged,
      'consider-overturned': (task: { readonly given?: unknown }) => {
        given = task.given
        return finding('stands')
      },
    }
    const { end, state } = await playAll(play(answers, [notices(), told('monitoring')], agedPatent))
    expect(end.outcome).toBe('term-ended')
    expect(state.results['late-finding#1']).toMatchObject({ outcome: 'in-force', data: { number: 'X-2026-00002' } })
    expect(given).toMatchObject({
      number: 'X-2026-00002',
      citations: [
        { law: '民法典', article: '153(1)', sure: 'text' },
        { law: '民法典', article: '157', sure: 'text' },
        { law: 'policy', sure: 'design' },
      ],
    })
  })

  it('opens it while the change is still being registered, too', async () => {
    const { end, state } = await playAll(
      play({ ...ofAged, 'consider-overturned': finding('stands') }, [notices(), told('file-change')], agedPatent),
    )
    expect(end.outcome).toBe('term-ended')
    expect(state.results['consider-overturned#1']?.on).toBe('2026-03-02')
  })

  it('is put up for recovery at once, also where the result was transformed; the share goes back', async () => {
    const answers = {
      ...ofAged,
      'consider-overturned': finding('recover'),
      'recovery-review': (_: unknown, today: PlainDay): Answer => ({
        outcome: 'recovered',
        data: sample.sampleRecovery(today),
        reason: '公示被推翻',
      }),
    }
    const { end, state } = await playAll(play(answers, [notices(), told('monitoring')], agedPatent))
    expect(end.outcome).toBe('recovered')
    expect(state.results['monitoring#1']?.outcome).toBe('recovery-asked')
    expect(state.results['recovery-review#1']?.on).toBe('2026-03-02')
    expect(state.results['title-return#1']?.outcome).toBe('needed')
    const reported = await playAll(play(answers, [notices(), told('annual-report')], agedPatent))
    expect(reported.end.outcome).toBe('recovered')
    expect(reported.state.results['annual-report#1']?.outcome).toBe('reported')
  })

  it('is done with where the committee keeps the grant', async () => {
    const answers = {
      ...ofAged,
      'consider-overturned': finding('recover'),
      'recovery-review': (_: unknown, today: PlainDay): Answer => ({
        outcome: 'kept',
        data: sample.sampleRecovery(today, 12),
        reason: '异议所涉事项已补正',
      }),
    }
    const { end, state } = await playAll(play(answers, [notices(), told('monitoring')], agedPatent))
    expect(end.outcome).toBe('term-ended')
    expect(Object.keys(state.results).filter((id) => id.startsWith('recovery-review#'))).toHaveLength(1)
  })

  it('concerns no agreement that rests on another notice', async () => {
    const { end, state } = await simulate(play(ofAged, [notices('cancelled'), earlier], agedPatent))
    expect(end.outcome).toBe('term-ended')
    expect(state.results['late-finding#1']?.outcome).toBe('not-in-force')
    expect(state.results['consider-overturned#1']).toBeUndefined()
  })
})
