import { commandView, type CommandView } from '#schemas/api/command.ts'
import { findCommand, type CommandRow } from '#store/desk/commands.ts'
import type { Delivery } from '../deliver-command.ts'
import { loadNames } from '../names.ts'
import { notFound, renderProblem } from '../problem.ts'
import { peopleInFacts } from '../refusal-view.ts'
import { statusOfRefusals } from '../refusal-status.ts'
import { ok, peopleRoute, type PeopleCall, type Route } from '../route.ts'

/** What became of a command: for whoever gave it. */
export const commandRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/commands/{id}',
      tag: 'Commands',
      summary: 'What became of a command of mine',
      answers: { 200: { says: 'The command', shape: commandView } },
    },
    async (call) => {
      const row = await findCommand(call.deps.store, call.who.institution, call.params['id'] ?? '')
      if (row === undefined || row.person !== call.who.person) throw notFound()
      return ok(await view(call, row))
    },
  ),
]

async function view(call: PeopleCall, row: CommandRow): Promise<CommandView> {
  const delivery = row.answer as Delivery | undefined
  return {
    id: row.id,
    name: row.name,
    ...(row.matter === undefined ? {} : { matter: row.matter }),
    status: row.status,
    createdAt: row.createdAt.toISOString(),
    ...(row.answeredAt === undefined ? {} : { answeredAt: row.answeredAt.toISOString() }),
    ...(delivery?.status === 'done' ? { answer: { ...delivery.answer } } : {}),
    ...(delivery?.status === 'refused' ? { problem: await viewProblem(call, delivery.refusals) } : {}),
  }
}

async function viewProblem(call: PeopleCall, refusals: Extract<Delivery, { status: 'refused' }>['refusals']) {
  const { names } = await loadNames(call.deps, call.who, peopleInFacts(refusals), call.words)
  return renderProblem({ status: statusOfRefusals(refusals), refusals }, call.words, names)
}
