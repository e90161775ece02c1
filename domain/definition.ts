import type { Action } from './action.ts'
import type { PersonId } from './actor.ts'
import type { PlainDay } from './day.ts'
import type { DeadlineClass, DueRule } from './deadline.ts'
import type { JsonObject } from './json.ts'
import type { Fen } from './money.ts'
import type { RegisterChange } from './register.ts'
import type { Role } from './role.ts'
import type { MatterId, MatterState } from './state.ts'

/** The key of a form, `<stem>/<step>`; `Data` is the type of what it gathers. */
export type Form<Data = unknown> = string & { readonly __data?: Data }

/**
 * How one acts in a step: `decides` on a matter, `advises` on it, or `declares`: for oneself (apply, confirm, consent,
 * withdraw, sign as party), or for the office where a role of it carries the step (filed, paid, what others said). Whoever has
 * an interest makes his own statements and does none of the rest; see `own-statement.ts`.
 */
export type Act = 'decides' | 'declares' | 'advises'

/** Whose clock runs while a step waits. */
export type Party = 'office' | 'inventor' | 'outside'

type StepBase = { readonly name: string; readonly party: Party }

export type UserTaskStep<Data = JsonObject, Outcome extends string = string> = StepBase & {
  readonly word: 'user-task'
  readonly act: Act
  /** Candidate roles; with none, only the people named by the story may act. */
  readonly roles: readonly Role[]
  readonly form: Form<Data>
  readonly outcomes: readonly Outcome[]
  /** Outcomes that need a written reason. */
  readonly reasonFor?: readonly Outcome[]
  /** Default due rule; the pinned policy's `due[name]` goes before it. */
  readonly due?: DueRule & { readonly class: DeadlineClass }
  /** Names of earlier steps whose performers may not perform this one (four eyes). */
  readonly separateFrom?: readonly string[]
  /** Who is asked when the due day passes; escalation widens the candidates, it takes nobody off. */
  readonly escalatesTo?: readonly Role[]
  /** One task for each of several people at a time (`step#n/person`). */
  readonly each?: true
  /** What one writes is shown to himself and the process only, until the step ends. */
  readonly private?: true
  /** Who does it binds the house by signing: also by delegation it goes to holders of its roles alone (民法典 171). */
  readonly mandated?: true
}

/** A step that software does: an activity, a paper, a docket, an opened matter. */
export type ServiceStep = StepBase & { readonly word: 'service' | 'document' | 'docket' | 'opens-matter' }

/** A wait for one of several messages, or for a day. */
export type WaitStep = StepBase & { readonly word: 'wait'; readonly messages: readonly string[] }

export type StepDefinition = UserTaskStep<never, string> | UserTaskStep<JsonObject, string> | ServiceStep | WaitStep

/** A message that people or programs may send to a matter, beside its tasks. */
export type MessageDefinition<Data = JsonObject> = {
  readonly name: string
  readonly act: Act
  readonly roles: readonly Role[]
  /** People related to the matter in one of these ways may send it too. */
  readonly relations?: readonly Relation[]
  readonly form: Form<Data>
  /** Whoever comes to a public door may send it, without having signed in. */
  readonly public?: true
  /** What it tells may not be lost: if the matter is closed before it hears it, it is laid before the office. */
  readonly mustBeHeard?: true
}

/** Something one matter has to say to another, which hears it as a message. */
export type Telling = { readonly matter: MatterId; readonly message: string; readonly data: JsonObject }

/** How a person is tied to a matter. */
export type Relation = 'applicant' | 'inventor' | 'interested' | 'participant'

export type MatterPerson = { readonly person: PersonId; readonly relation: Relation; readonly shareBp?: number }

/** What somebody outside may pay on a matter now, to which account, and how his transfer is known. */
export type Owed = { readonly reference: string; readonly amountFen: Fen; readonly account: string; readonly payBy?: PlainDay }

/** A process as data: what the story, the drawing, the API and the permissions matrix agree on. */
export type ProcessDefinition = {
  readonly stem: string
  /** Prefix of its numbers, e.g. `CP`. */
  readonly code: string
  /**
   * `public`: whoever comes to a public door may open one, without having signed in. `door`: the route by which alone the office
   * opens one, where it must hang on another matter or bear an id of its own.
   */
  readonly opens: { readonly roles: readonly Role[]; readonly form: Form; readonly public?: true; readonly door?: string }
  readonly steps: { readonly [key: string]: StepDefinition }
  /** How a matter can end, beside `withdrawn`. */
  readonly outcomes: readonly string[]
  readonly messages: { readonly [name: string]: MessageDefinition }
  /** Until when the applicant may withdraw: while this returns true. */
  readonly mayWithdraw: (state: MatterState) => boolean
  /** Title for lists and papers, from the folded state; empty for a matter whose content may not be kept. */
  readonly title: (state: MatterState) => string
  /** Whether titles may leave the house unsealed, in mail: only where the law makes them public before the matter is opened. */
  readonly titlesArePublic?: true
  /** Everybody tied to the matter, from the folded state: feeds who-may, visibility and lists. */
  readonly people: (state: MatterState) => readonly MatterPerson[]
  /** People with an interest whom the matter is not shown to: they do nothing in it and are not told of it. */
  readonly barred?: (state: MatterState) => readonly PersonId[]
  /** Names of the papers it may issue (template names). */
  readonly documents: readonly string[]
  /** Chains of the registers that the matter is about, e.g. `patent/ZL…`, with the data being recorded. Repeats do no harm. */
  readonly subjects?: (state: MatterState | undefined, data: JsonObject) => readonly string[]
  /** Names of the steps and messages, and `open`, at whose recording the subjects are locked and read again: there rules over more than one matter are decided. */
  readonly locks?: readonly string[]
  /** What an action that locks changes in the registers of its subjects, within the same transaction. */
  readonly effects?: (before: MatterState | undefined, state: MatterState, action: Action) => readonly RegisterChange[]
  /** What an action has to tell other matters; delivered at least once, tried again until the other waits for it, dropped when it is closed. */
  readonly tells?: (before: MatterState | undefined, state: MatterState, action: Action) => readonly Telling[]
  /** What is to be paid from outside, from the folded state; absent where nothing can be. */
  readonly owes?: (state: MatterState) => Owed | undefined
  /** What everybody may see without having signed in, from the folded state; absent when nothing is (or no longer) public. Never a personal number. */
  readonly published?: (state: MatterState) => JsonObject | undefined
}

/** Declares a user task whose form gathers `Data`; the outcomes become literal types. */
export function userTaskStep<Data>(): <const Outcome extends string>(
  step: Omit<UserTaskStep<Data, Outcome>, 'word'>,
) => UserTaskStep<Data, Outcome> {
  return (step) => ({ word: 'user-task', ...step })
}
