import type { PlainDay } from '#domain/day.ts'
import type { MatterState, Result } from '#domain/state.ts'
import { listResults } from '#domain/state.ts'
import type { Language, Table } from '../block.ts'
import { dayIn, nameIn, personOf, type Both, type NamedPerson } from '../lines.ts'
import type { PaperContext } from '../paper-context.ts'
import { outcomeIn, roleIn, sayIn, stepIn } from './lines.ts'

/** What somebody did in a step, as papers tell it. */
export type PaperDeed = {
  readonly step: string
  readonly outcome: string
  readonly on: PlainDay
  readonly by?: NamedPerson
  readonly as: string
  readonly reason?: string
}

function deedOf(step: string, { outcome, on, by, reason }: Result, people: PaperContext['people']): PaperDeed {
  const who = by.is === 'person' ? { by: personOf(people, by.person), as: by.as } : { as: by.name }
  return { step, outcome, on, ...who, ...(reason === undefined ? {} : { reason }) }
}

/** The latest deed in each of these steps. */
export function listLatestDeeds(state: MatterState, steps: readonly string[], people: PaperContext['people']): PaperDeed[] {
  return steps.flatMap((step) => {
    const result = listResults(state, step).at(-1)
    return result === undefined ? [] : [deedOf(step, result, people)]
  })
}

// Whoever votes in person does so as a member of the panel.
const panels: { readonly [step: string]: Both } = {
  'review-vote': { zh: '评审专家', en: 'Expert' },
  'appeal-vote': { zh: '复核人员', en: 'Reviewer' },
}

/** Who did what in which role, when, and to which end. */
export function deedsTable(deeds: readonly PaperDeed[], language: Language, caption: string): Table {
  const say = sayIn(language)
  const asIn = (step: string, as: string) => (as === 'self' && panels[step] !== undefined ? say(panels[step]) : roleIn(as, language))
  return {
    kind: 'table',
    caption,
    columns: [
      { title: say({ zh: '环节', en: 'Step' }) },
      { title: say({ zh: '结果', en: 'Result' }) },
      { title: say({ zh: '办理人', en: 'By' }) },
      { title: say({ zh: '身份', en: 'As' }) },
      { title: say({ zh: '日期', en: 'On' }) },
    ],
    rows: deeds.map(({ step, outcome, by, as, on }) => [
      stepIn(step, language),
      outcomeIn(step, outcome, language),
      by === undefined ? '—' : nameIn(by, language),
      by === undefined ? '—' : asIn(step, as),
      dayIn(on, language),
    ]),
  }
}
