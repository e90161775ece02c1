import type { CheckContext } from '#domain/checks.ts'
import { applyAction } from '#domain/apply.ts'
import { plainDay } from '#domain/day.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { MatterState } from '#domain/state.ts'
import { checks } from '#domain/title-grant-checks.ts'
import { simulate } from '../simulator/simulate.ts'
import { agedPatent, contextOf, notices, ofAged, play, type Answers } from './title-grant-play.ts'

const today = plainDay('2026-03-02')

type Form = keyof typeof checks

/** What the doors say to a form, as codes without the stem. */
export function ask(form: Form, data: object, state: MatterState | undefined, more: Partial<CheckContext> = {}): string[] {
  const check = checks[form] as (data: never, context: CheckContext) => readonly Refusal[]
  return check(data as never, contextOf(state, { today, ...more })).map(({ code }) => code.replace('title-grant/', ''))
}

/** The state of a matter in which the step is open. */
export async function stateAt(step: string, answers: Answers = {}, registers = agedPatent.registers): Promise<MatterState> {
  const { actions } = await simulate(play({ ...ofAged, ...answers }, [notices()], { registers }))
  const place = actions.findIndex((action) => action.kind === 'TaskOpened' && action.facts.task.step === step)
  const state = actions.slice(0, place + 1).reduce<MatterState | undefined>(applyAction, undefined)
  if (state === undefined || place < 0) throw new Error(`No ${step}`)
  return state
}
