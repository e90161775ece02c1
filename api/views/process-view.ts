import type { ProcessDefinition, StepDefinition } from '#domain/definition.ts'
import type { Role } from '#domain/role.ts'
import type { MessageView, ProcessRow, StepView } from '#schemas/api/process.ts'
import type { Labelled } from '#schemas/api/common.ts'
import { holdsAny, type Reader } from '../visibility.ts'
import { labelled, type Words } from '../words.ts'
import { viewForm } from './form-view.ts'

/** Whether the reader may open a matter of the process. Everybody in the house is an inventor. */
export function mayStart(definition: ProcessDefinition, reader: Reader): boolean {
  return definition.opens.roles.includes('inventor') || holdsAny(reader, definition.opens.roles)
}

/** A process as lists show it. */
export function viewProcessRow(definition: ProcessDefinition, reader: Reader, words: Words): ProcessRow {
  const { stem, code, opens } = definition
  const named = { process: stem, name: words.process(stem), purpose: words.purpose(stem), code }
  return { ...named, mayStart: mayStart(definition, reader), ...(opens.door === undefined ? {} : { door: opens.door }) }
}

/** The steps of a process, by their words. */
export function viewSteps(definition: ProcessDefinition, words: Words): StepView[] {
  return Object.values(definition.steps).map((step) => viewStep(definition.stem, step, words))
}

function viewStep(stem: string, step: StepDefinition, words: Words): StepView {
  const base = { name: step.name, label: words.step(stem, step.name), word: step.word, party: step.party }
  switch (step.word) {
    case 'user-task': {
      const outcomes: readonly string[] = step.outcomes
      return {
        ...base,
        act: step.act,
        roles: labelRoles(step.roles, words),
        outcomes: outcomes.map((one) => labelled(one, words.outcome(stem, step.name, one))),
        form: viewForm(stem, step.form, words),
      }
    }
    case 'wait':
      return { ...base, messages: step.messages.map((one) => labelled(one, words.message(stem, one))) }
    default:
      return base
  }
}

/** The messages that may be sent to a matter of the process: form, and who. */
export function viewProcessMessages(definition: ProcessDefinition, words: Words): MessageView[] {
  return Object.values(definition.messages).map(({ name, act, roles, relations, form }) => ({
    name,
    label: words.message(definition.stem, name),
    schema: viewForm(definition.stem, form, words),
    who: { act, roles: labelRoles(roles, words), relations: [...(relations ?? [])] },
  }))
}

/** Every role that has a part in the process. */
export function viewRoles(definition: ProcessDefinition, words: Words): Labelled[] {
  const inSteps = Object.values(definition.steps).flatMap((step) =>
    step.word === 'user-task' ? [...step.roles, ...(step.escalatesTo ?? [])] : [],
  )
  const all = [...definition.opens.roles, ...inSteps, ...Object.values(definition.messages).flatMap((one) => one.roles)]
  return labelRoles([...new Set(all)], words)
}

function labelRoles(roles: readonly Role[], words: Words): Labelled[] {
  return roles.map((role) => labelled(role, words.role(role)))
}
