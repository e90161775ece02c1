import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/title-grant.ts'
import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { Encumbrance } from '#domain/register.ts'
import { checkBars } from '#domain/title-grant-bars.ts'
import { checkSplit } from '#domain/title-grant-team.ts'
import { ann, bo, chen, contextOf, team } from '#test/samples/title-grant-play.ts'

const today = plainDay('2026-03-02')
const context = (encumbrances: readonly Encumbrance[] = []) =>
  contextOf(undefined, { today, registers: [sample.sampleGrantRow(team, { encumbrances })] })

describe('the heirs of a dead member', () => {
  const split = (...heirs: string[]) => {
    const dead = { person: chen, shareBp: 3000, standing: 'deceased', heirs: heirs as PersonId[], heirProof: '（示例）公证书1号' } as const
    const members = [{ person: ann, shareBp: 4000, standing: 'staff' }, { person: bo, shareBp: 3000, standing: 'staff' }, dead] as const
    return checkSplit({ members, representative: ann }, context()).map(({ code }) => code)
  }

  it('are alive, each named once; a member may be one of them', () => {
    expect(split('dan', bo)).toEqual([])
    expect(split(chen)).toEqual(['title-grant/heirs-wrong'])
    expect(split('dan', 'dan')).toEqual(['title-grant/heirs-wrong'])
  })
})

describe('an exclusive or sole licence that is agreed for a later day', () => {
  it('bars a grant as one that runs; one that has run out or was ended before it began does not', () => {
    const bars = (kind: Encumbrance['kind'], since: string, endedOn?: string) => {
      const one = {
        id: 'e1',
        kind,
        recorded: false,
        since: plainDay(since),
        source: '合同',
        ...(endedOn === undefined ? {} : { endedOn: plainDay(endedOn) }),
      }
      const { results } = sample.sampleGrant(team, {})
      return checkBars(results, context([one])).map(({ code }) => code)
    }
    expect(bars('exclusive-licence', '2026-04-01')).toEqual(['title-grant/exclusive-licence'])
    expect(bars('sole-licence', '2026-04-01')).toEqual(['title-grant/exclusive-licence'])
    expect(bars('exclusive-licence', '2026-04-01', '2026-04-01')).toEqual([])
    expect(bars('ordinary-licence', '2026-04-01')).toEqual([])
  })
})
