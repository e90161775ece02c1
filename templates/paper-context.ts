import type { PersonId } from '#domain/actor.ts'
import type { Calendar } from '#domain/calendar.ts'
import type { PlainDay } from '#domain/day.ts'
import type { ParameterRow } from '#domain/parameter.ts'
import type { ProcessPolicy } from '#domain/policy-slice.ts'
import type { PartyFacts, RegisterRow } from '#domain/register.ts'
import type { MatterState, TaskId } from '#domain/state.ts'
import type { DocumentTemplate } from './block.ts'

/** A person as papers show him: names and posts, numbers only masked. */
export type PersonOnPaper = {
  readonly id: PersonId
  readonly name: string
  readonly nameLatin?: string
  readonly department?: string
  readonly departmentEn?: string
  readonly employer: string
  readonly employerEn?: string
  readonly post?: string
  readonly nationality?: string
  readonly idType?: string
  readonly idNumberMasked?: string
}

/** All a paper may draw on: the folded state, people joined at drawing time, the institution, dated parameters. */
export type PaperContext = {
  readonly state: MatterState
  readonly people: { readonly [person: string]: PersonOnPaper }
  readonly institution: { readonly nameZh: string; readonly nameEn: string; readonly province: string }
  readonly on: PlainDay
  readonly number: string
  readonly step: TaskId
  readonly parameters: readonly ParameterRow[]
  readonly calendar: Calendar
  /** What the university set for the process when the matter was opened; the steps' own days count where it set none. */
  readonly policy?: ProcessPolicy
  /** The university itself, as its register of parties has it. */
  readonly house?: PartyFacts
  /** What the registers say of the subjects that the matter was opened for. */
  readonly registers?: readonly RegisterRow[]
  /** Signing mandates on the register of the house. */
  readonly mandates?: readonly RegisterRow[]
}

/** A paper of a process: `facts` gathers what it says, `render` says it. */
export type PaperTemplate<Facts> = DocumentTemplate<Facts> & { facts(context: PaperContext): Facts }

/** Any paper, for lists: what its `facts` gathers goes into its own `render` and nowhere else. */
export type AnyPaperTemplate = DocumentTemplate<never> & { facts(context: PaperContext): unknown }
