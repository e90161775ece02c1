import type { z } from 'zod'
import type { Actor } from '#domain/actor.ts'
import type { Command } from '#domain/command.ts'
import { decide } from '#domain/decide.ts'
import type { JsonObject } from '#domain/json.ts'
import { refuse, type Refusal } from '#domain/refusal.ts'
import type { Task } from '#domain/state.ts'
import { namedBy } from '#domain/subjects.ts'
import { taskRules } from '#domain/task-rules.ts'
import type { whatIfRequest } from '#schemas/api/what-if.ts'
import { whatIfQuery, workflowIdOf, type WhatFollows, type WhatIf } from '#workflows/messages.ts'
import { gatherFacts } from './facts.ts'
import { checkForm, stripForm } from './form-check.ts'
import type { MatterAtHand } from './matter-at-hand.ts'
import { ProblemError, refusedBy } from './problem.ts'
import { statusOfRefusals } from './refusal-status.ts'
import type { PeopleCall } from './route.ts'
import { describeFailure } from './temporal-failure.ts'
import { isOffice } from './visibility.ts'

type Thought = z.output<typeof whatIfRequest>

/**
 * Asks the matter's own story what would follow from a completion: the rules and the form's checks first, then the story told on a
 * copy of its state. Nothing is written, not even a refusal. Whoever may complete the task may ask, and of the office whoever may
 * know the matter; of a sealed step nobody, because its answers would tell what others wrote.
 */
export async function askWhatIf(call: PeopleCall, matter: MatterAtHand, thought: Thought): Promise<WhatFollows> {
  const { definition, state } = matter
  const task = state.tasks[thought.task]
  if (task?.private === true) throw refusedBy([refuse(taskRules.sealed, { step: task.step })])
  const command = commandOf(call, matter, thought, task)
  const decision = decide(definition, state, command, call.today)
  if (!decision.ok) return { is: 'refused', refusals: decision.refusals }
  const by = decision.by.is === 'person' ? (decision.by.onBehalfOf ?? decision.by.person) : call.who.person
  const { deps, who, today, words } = call
  const { data } = command.order
  const signer = decision.by.is === 'person' ? decision.by.person : who.person
  const facts = await gatherFacts(deps.store, who.institution, today, namedBy(definition, state, data), signer)
  const sent = { stem: definition.stem, form: task?.form ?? '', data, state, actor: by, outcome: thought.outcome, base: '/data' }
  const read = await refusalsOr(() => checkForm(sent, words, async () => facts))
  if ('refusals' in read) return { is: 'refused', refusals: read.refusals }
  const asked = { ...command, order: { ...command.order, data: read.data } }
  return ask(call, matter, { command: asked, at: deps.officeClock.now(), calendar: facts.calendar })
}

type Completion = Command & { readonly order: Extract<Command['order'], { name: 'complete-task' }> }

/** Throws 403 where the asker neither may complete the task nor is of the office and may know what the matter is about. */
function commandOf(
  call: PeopleCall,
  { definition, state, reader, knows }: MatterAtHand,
  thought: Thought,
  task: Task | undefined,
): Completion {
  const { outcome, reason, remarks } = thought
  const rest = { ...(reason === undefined ? {} : { reason }), ...(remarks === undefined ? {} : { remarks }) }
  const data = stripForm(definition.stem, thought.data)
  const order = { name: 'complete-task', task: thought.task, outcome, data, ...rest } as const
  const own: Completion = { id: 'what-if', actor: call.who.actor, order }
  const decision = decide(definition, state, own, call.today)
  if (decision.ok || statusOfRefusals(decision.refusals) !== 403 || task === undefined) return own
  if (!knows || !isOffice(reader)) throw refusedBy(decision.refusals, definition.stem)
  return { ...own, actor: performerOf(task) }
}

/** Whose act an onlooker thinks of: the holder's, the first named person's, or that of nobody in particular. */
function performerOf(task: Task): Actor {
  const person = task.assignee ?? task.people[0]
  return person === undefined ? { is: 'system', name: 'process' } : { is: 'person', person, roles: task.roles, deputyFor: [] }
}

async function refusalsOr(
  check: () => Promise<JsonObject>,
): Promise<{ readonly data: JsonObject } | { readonly refusals: readonly Refusal[] }> {
  try {
    return { data: await check() }
  } catch (error) {
    // Faults of the form's shape are the asker's; what a rule says is the answer.
    if (error instanceof ProblemError && error.fault.refusals !== undefined) return { refusals: error.fault.refusals }
    throw error
  }
}

async function ask({ deps }: PeopleCall, { definition, row }: MatterAtHand, question: WhatIf): Promise<WhatFollows> {
  const { temporal, config, log } = deps
  const handle = temporal.workflow.getHandle(workflowIdOf(definition.stem, row.id))
  try {
    return await temporal.withDeadline(Date.now() + config.COMMAND_SECONDS * 1000, () =>
      handle.query<WhatFollows, [WhatIf]>(whatIfQuery, question),
    )
  } catch (error) {
    log.warn({ matter: row.id, why: describeFailure(error) }, 'what-if unanswered')
    throw new ProblemError({ status: 503, headers: { 'Retry-After': '5' } })
  }
}
