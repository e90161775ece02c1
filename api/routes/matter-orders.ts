import type { z } from 'zod'
import type { Order } from '#domain/command.ts'
import { decide } from '#domain/decide.ts'
import { deskRules } from '#domain/desk-rules.ts'
import type { Json, JsonObject } from '#domain/json.ts'
import { refuse } from '#domain/refusal.ts'
import { namedBy } from '#domain/subjects.ts'
import { commentList, commentView, newComment } from '#schemas/api/comment.ts'
import { emptyBody } from '#schemas/api/common.ts'
import { commandView, messageBody, receipt } from '#schemas/api/command.ts'
import { correction, suspension, withdrawal } from '#schemas/api/matter.ts'
import { addComment, listComments, type Comment } from '#store/desk/comments.ts'
import { uuidOf } from '../command-id.ts'
import { gatherFacts } from '../facts.ts'
import { checkForm, stripForm } from '../form-check.ts'
import { readMatter, takeMatter, type MatterAtHand } from '../matter-at-hand.ts'
import { loadNames } from '../names.ts'
import { doOnce } from '../once.ts'
import { notFound, refusedBy } from '../problem.ts'
import { noting } from '../refusal-log.ts'
import { created, ok, peopleRoute, type Answer, type PeopleCall, type Route } from '../route.ts'
import { answerOrder, findEarlier, giveOrder, identify, requestName } from '../send-command.ts'
import { findStep, listVisibilities } from '../visibility.ts'
import { viewComment } from '../views/comment-view.ts'
import { reportSecretRoute } from './report-secret.ts'

const tag = 'Matters'

const carriedOut = { 200: { says: 'Carried out', shape: receipt }, 202: { says: 'On its way; ask for the command', shape: commandView } }

function orderRoute<Body extends z.ZodType>(verb: string, summary: string, body: Body, orderOf: (body: z.output<Body>) => Order): Route {
  return peopleRoute({ method: 'post', path: `/api/matters/{id}/${verb}`, tag, summary, body, answers: carriedOut }, async (call) => {
    const matter = await takeMatter(call, call.params['id'] ?? '')
    return send(call, matter, orderOf(call.body), call.body as Json)
  })
}

async function send(call: PeopleCall, { definition, row, state }: MatterAtHand, order: Order, body: Json): Promise<Answer> {
  return answerOrder(await giveOrder(call, { definition, matter: row.id, state, order, body }), definition.stem)
}

/** What may be said to a matter beside its tasks. */
export const matterOrderRoutes: readonly Route[] = [
  orderRoute('suspend', 'Suspend it; service days stop, all others run on', suspension, ({ reason }) => ({
    name: 'suspend-matter',
    reason,
  })),
  orderRoute('resume', 'Let it go on', emptyBody, () => ({ name: 'resume-matter' })),
  orderRoute('withdraw', 'Withdraw it, while its process lets one', withdrawal, ({ reason }) => ({ name: 'withdraw-matter', reason })),
  reportSecretRoute,
  peopleRoute(
    {
      method: 'post',
      path: '/api/matters/{id}/correct',
      tag,
      summary: 'Correct a step’s record: one proposes, another decides',
      body: correction,
      answers: carriedOut,
    },
    async (call) => correct(call, await takeMatter(call, call.params['id'] ?? '')),
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/matters/{id}/messages/{message}',
      tag,
      summary: 'Send it a message it awaits',
      body: messageBody,
      answers: carriedOut,
    },
    async (call) => sendMessage(call, await takeMatter(call, call.params['id'] ?? ''), call.params['message'] ?? ''),
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/matters/{id}/comments',
      tag,
      summary: 'What people wrote to each other',
      answers: { 200: { says: 'Comments, oldest first', shape: commentList } },
    },
    async (call) => {
      const { row, reader, knows } = await readMatter(call, call.params['id'] ?? '', 'comments')
      const comments = knows ? await listComments(call.deps.store, call.who.viewer, row.id, listVisibilities(reader)) : []
      const { lookup } = await loadNames(
        call.deps,
        call.who,
        comments.flatMap((one) => [one.author, ...one.mentions]),
        call.words,
      )
      return ok({ items: comments.map((one) => viewComment(one, lookup)) })
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/matters/{id}/comments',
      tag,
      summary: 'Write a comment',
      body: newComment,
      answers: { 201: { says: 'Written', shape: commentView } },
    },
    async (call) => comment(call, await takeMatter(call, call.params['id'] ?? '')),
  ),
]

async function correct(call: PeopleCall<unknown, z.output<typeof correction>>, matter: MatterAtHand): Promise<Answer> {
  const { body } = call
  const { reason } = body
  const { definition, state } = matter
  if (body.do === 'decide') {
    const order: Order = {
      name: 'decide-correction',
      correction: body.correction,
      approved: body.approved,
      ...(reason === undefined ? {} : { reason }),
    }
    return send(call, matter, order, body as Json)
  }
  const { id } = identify(call, `propose-correction/${matter.row.id}`, body)
  const name = uuidOf(`correction/${id}`)
  const asked: Order = {
    name: 'propose-correction',
    correction: name,
    step: body.step,
    data: stripForm(definition.stem, body.data),
    reason: body.reason,
  }
  // Whoever may not propose it learns nothing of what the form's rules know.
  if (!decide(definition, state, { id: 'asked', actor: call.who.actor, order: asked }, call.today).ok)
    return send(call, matter, asked, body)
  return send(call, matter, { ...asked, data: await readCorrection(call, matter, body.step, body.data) }, body)
}

/** What a step's record is to say instead must fit the form of the step. */
async function readCorrection(call: PeopleCall, { definition, state }: MatterAtHand, task: string, data: JsonObject): Promise<JsonObject> {
  const step = findStep(definition, task.split('#')[0] ?? '')
  if (step?.word !== 'user-task' || state.results[task] === undefined) return stripForm(definition.stem, data)
  return checkForm({ stem: definition.stem, form: step.form, data, state, actor: call.who.person, base: '/data' }, call.words, (named) =>
    gatherFacts(call.deps.store, call.who.institution, call.today, namedBy(definition, state, named)),
  )
}

async function sendMessage(call: PeopleCall<unknown, z.output<typeof messageBody>>, matter: MatterAtHand, name: string): Promise<Answer> {
  const { definition, row, state } = matter
  const message = definition.messages[name]
  if (message === undefined) throw notFound()
  const data = stripForm(definition.stem, call.body.data)
  const order: Order = { name: 'send-message', message: name, data }
  const earlier = await findEarlier(call, identify(call, requestName(order, row.id), call.body))
  const may = decide(definition, state, { id: 'asked', actor: call.who.actor, order }, call.today)
  if (earlier !== undefined || !may.ok) return send(call, matter, order, call.body)
  const form = { stem: definition.stem, form: message.form, data, state, actor: call.who.person, base: '/data' }
  const gather = (named: JsonObject) => gatherFacts(call.deps.store, call.who.institution, call.today, namedBy(definition, state, named))
  const read = await noting(call, { asked: 'send-message', matter: row.id }, () => checkForm(form, call.words, gather))
  return send(call, matter, { ...order, data: read }, call.body)
}

async function comment(call: PeopleCall<unknown, z.output<typeof newComment>>, { row, reader, knows }: MatterAtHand): Promise<Answer> {
  const { text, visibility, mentions } = call.body
  if (!knows) throw notFound()
  if (!listVisibilities(reader).includes(visibility)) throw refusedBy([refuse(deskRules.noteForOffice)])
  return doOnce(call, `comment/${row.id}`, call.body, async (id) => {
    const { deps, who } = call
    const written: Comment = {
      id: uuidOf(`comment/${id}`),
      visibility,
      author: who.person,
      text,
      mentions,
      at: deps.officeClock.now(),
      on: call.today,
    }
    if (!(await addComment(deps.store, who.viewer, row.id, written))) throw notFound()
    const { lookup } = await loadNames(deps, who, [who.person, ...mentions], call.words)
    return created(viewComment(written, lookup), `/api/matters/${row.id}/comments`)
  })
}
