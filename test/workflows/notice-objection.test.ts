import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/public-notice.ts'
import type { PersonId } from '#domain/actor.ts'
import { applyAction } from '#domain/apply.ts'
import { plainDay } from '#domain/day.ts'
import { definition, findMailOfObjector } from '#domain/notice-objection.ts'
import { interestedPeople } from '#domain/project.ts'
import type { MatterState } from '#domain/state.ts'
import { playAll, playObjection, type Deed } from '#test/samples/public-notice-play.ts'

const acknowledged: Deed = { task: 'acknowledge', outcome: 'acknowledged' }
const answer = (task: string, outcome: string): Deed => ({ task, outcome, data: sample.sampleDecision })
const play = (deeds: readonly Deed[], changes: object = {}) =>
  playAll((more) => playObjection(sample.sampleObjection(changes), [acknowledged, ...deeds], more))

describe('an objection to a public notice', () => {
  it('is acknowledged within three working days and decided within fifteen, with a letter each', async () => {
    const { end, actions, state } = await play([answer('decide', 'dismissed')])
    expect(end.outcome).toBe('dismissed')
    expect(state.papers.map(({ template }) => template)).toEqual(['notice-objection/receipt', 'notice-objection/decision'])
    const dues = actions.flatMap((one) => (one.kind === 'TaskOpened' ? [one.facts.task.due?.on] : []))
    expect(dues).toEqual(['2026-03-05', '2026-03-23'])
  })

  it('may be given fifteen working days more, once', async () => {
    const extended: Deed = { task: 'decide', outcome: 'extended', data: { findings: [], heard: false }, reason: '需要补充评估' }
    const { end, actions } = await play([extended, answer('decide', 'upheld')])
    expect(end.outcome).toBe('upheld')
    expect(actions.filter(({ kind }) => kind === 'TaskOpened')).toHaveLength(3)
    await expect(play([extended, extended])).rejects.toThrow('objection/extended-twice')
  })

  it('that comes after the last day is late: legal alone looks at it', async () => {
    const late = { receivedOn: plainDay('2026-03-02'), closesOn: plainDay('2026-03-01') }
    const { end, actions } = await play([answer('review-late', 'upheld')], late)
    expect(end.outcome).toBe('upheld')
    const tasks = actions.flatMap((one) => (one.kind === 'TaskOpened' ? [one.facts.task] : []))
    expect(tasks.map(({ step, roles }) => [step, roles])).toEqual([
      ['acknowledge', ['ipo_officer']],
      ['review-late', ['legal']],
    ])
    expect((await play([answer('review-late', 'dismissed')], late)).end.outcome).toBe('dismissed')
  })

  it('is answered by mail where the objector left an address for it, and by the office where he left none or another', async () => {
    const served = async (contactOfObjector: string | undefined) => {
      const { contactOfObjector: _, objector: __, ...anonymous } = sample.sampleObjection()
      const left = contactOfObjector === undefined ? {} : { contactOfObjector }
      const { state } = await playAll((more) =>
        playObjection({ ...anonymous, ...left }, [acknowledged, answer('decide', 'dismissed')], more),
      )
      return state.results['served#1']?.data
    }
    expect(await served('电话010-0000，邮箱：wu.yi-yi@mail.example.org（晚间）')).toEqual({ by: 'mail', paper: 'm-1/decision#1' })
    expect(await served('示例市示例路1号')).toBeUndefined()
    expect(await served(undefined)).toBeUndefined()
    const found = (contactOfObjector: string) => findMailOfObjector({ contactOfObjector })
    expect(found('电话010-0000，邮箱：wu.yi-yi@mail.example.org（晚间）')).toBe('wu.yi-yi@mail.example.org')
    expect(found('a@b')).toBeUndefined()
  })

  it('is decided by nobody whom the notice names, and not shown to him', async () => {
    const { state } = await play([answer('decide', 'dismissed')], { interested: ['ann' as PersonId] })
    expect(interestedPeople(definition, state)).toEqual(['ann'])
    expect(definition.people()).toEqual([])
  })

  it('tells its notice that it came and how it was decided, and not whose it is', async () => {
    const { actions } = await play([answer('decide', 'upheld')])
    let state: MatterState | undefined
    const told = actions.flatMap((action) => definition.tells(state, (state = applyAction(state, action)), action))
    const said = { objection: 'm-1', number: 'X-2026-00001', late: false }
    expect(told).toEqual([
      { matter: 'm-notice', message: 'objection-lodged', data: { ...said, receivedOn: '2026-03-02' } },
      { matter: 'm-notice', message: 'objection-decided', data: { ...said, outcome: 'upheld' } },
    ])
  })
})
