import type { Action } from '#domain/action.ts'
import type { ProcessDefinition } from '#domain/definition.ts'
import type { Refusal } from '#domain/refusal.ts'
import { stepOfTask, type TaskId } from '#domain/state.ts'
import type { Labelled } from '#schemas/api/common.ts'
import type { WhatIfAnswer } from '#schemas/api/what-if.ts'
import type { WhatFollows } from '#workflows/messages.ts'
import { viewRefusal, type Names } from '../refusal-view.ts'
import { labelled, type Words } from '../words.ts'
import type { Lookup } from './lookup.ts'

/** What the answer speaks of is named with. */
export type WhatIfSight = {
  readonly definition: ProcessDefinition
  readonly words: Words
  readonly lookup: Lookup
  readonly names: Names
}

const nothing = { refusals: [], tasks: [], waits: [], documents: [], deadlines: [], findings: [], unforeseen: [], erased: false }

/** Why a completion would be refused. */
export function viewWouldBeRefused(refusals: readonly Refusal[], { definition, words, names }: WhatIfSight): WhatIfAnswer {
  return { ...nothing, is: 'refused', refusals: refusals.map((one) => viewRefusal(one, words, names, definition.stem)) }
}

/** People named by what would follow. */
export function peopleOfWhatFollows(actions: readonly Action[]): string[] {
  return actions.flatMap((one) => (one.kind === 'TaskOpened' ? one.facts.task.people : []))
}

/** What would follow, without anything that somebody wrote: steps, people, days, papers and the end. */
export function viewWhatFollows({ actions, unforeseen }: Extract<WhatFollows, { is: 'carried-out' }>, sight: WhatIfSight): WhatIfAnswer {
  const { definition, words } = sight
  const stepOf = stepNamer(sight)
  const end = of(actions, 'MatterClosed').at(-1)?.facts.outcome
  return {
    is: 'carried-out',
    refusals: [],
    tasks: of(actions, 'TaskOpened').map(({ facts }) => viewOpened(facts.task, sight)),
    waits: of(actions, 'WaitStarted').map(({ facts }) => ({
      step: stepOf(facts.step),
      messages: facts.messages.map((one) => labelled(one, words.message(definition.stem, one))),
      ...(facts.until === undefined ? {} : { until: facts.until.on }),
    })),
    documents: of(actions, 'DocumentIssued').map(({ facts }) => ({
      step: stepOf(facts.step),
      template: labelled(facts.paper.template, words.document(facts.paper.template)),
    })),
    deadlines: of(actions, 'DeadlinesSet')
      .flatMap(({ facts }) => facts.deadlines)
      .map(({ code, class: kind, due }) => ({
        code,
        label: words.deadline(definition.stem, code),
        class: kind,
        dueOn: due.on,
        provisional: due.provisional,
      })),
    findings: of(actions, 'StepDone').map(({ facts }) => viewFinding(facts, sight)),
    unforeseen: unforeseen.map((step) => stepOf(step as TaskId)),
    erased: of(actions, 'ContentErased').length > 0,
    ...(end === undefined ? {} : { end: labelled(end, words.ending(definition.stem, end)) }),
  }
}

function of<Kind extends Action['kind']>(actions: readonly Action[], kind: Kind): Extract<Action, { readonly kind: Kind }>[] {
  return actions.filter((one): one is Extract<Action, { readonly kind: Kind }> => one.kind === kind)
}

function stepNamer({ definition, words }: WhatIfSight): (id: TaskId) => Labelled {
  return (id) => labelled(stepOfTask(id), words.step(definition.stem, stepOfTask(id)))
}

function viewOpened(task: Extract<Action, { kind: 'TaskOpened' }>['facts']['task'], sight: WhatIfSight): WhatIfAnswer['tasks'][number] {
  const { words, lookup } = sight
  return {
    task: task.id,
    step: stepNamer(sight)(task.id),
    party: task.party,
    roles: task.roles.map((key) => labelled(key, words.role(key))),
    people: task.people.map((id) => lookup.person(id)),
    ...(task.due === undefined ? {} : { dueOn: task.due.on, provisional: task.due.provisional }),
    ...(task.class === undefined ? {} : { class: task.class }),
  }
}

function viewFinding(
  { step, outcome }: { readonly step: TaskId; readonly outcome: string },
  sight: WhatIfSight,
): WhatIfAnswer['findings'][number] {
  const { definition, words } = sight
  return { step: stepNamer(sight)(step), outcome: labelled(outcome, words.outcome(definition.stem, stepOfTask(step), outcome)) }
}
