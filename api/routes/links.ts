import { randomInt } from 'node:crypto'
import { deskRules } from '#domain/desk-rules.ts'
import { interestedPeople } from '#domain/project.ts'
import { refuse } from '#domain/refusal.ts'
import { mayAct } from '#domain/who-may.ts'
import type { PersonId } from '#domain/actor.ts'
import { emptyBody } from '#schemas/api/common.ts'
import { receipt } from '#schemas/api/command.ts'
import { linkAct, linkMade, linkOpening, linkTask, linkView, newLink, type LinkView } from '#schemas/api/link.ts'
import { listInstitutions } from '#store/desk/institutions.ts'
import { codePause, giveLinkBack, makeLink, setLinkCode, tryLinkCode, useLink } from '#store/desk/links.ts'
import { findPerson } from '#store/desk/people-lists.ts'
import { noteReading } from '#store/desk/read-log.ts'
import { readDocument } from '#store/lists/documents.ts'
import { findTask } from '#store/lists/tasks.ts'
import { carry } from '../access.ts'
import { hashBody } from '../command-id.ts'
import { completeTask } from '../complete-task.ts'
import { actingAs } from '../duty.ts'
import { inWords, postLater } from '../letters.ts'
import { findLinkFault, hashShown, takeLink, type LinkAtHand } from '../link-at-hand.ts'
import { sightOf } from '../matter-at-hand.ts'
import { doOnce } from '../once.ts'
import { notFound, ProblemError, refusedBy } from '../problem.ts'
import { publicUrlOf } from '../public-url.ts'
import { created, done, ok, openRoute, peopleRoute, type Answer, type Call, type PeopleCall, type Route } from '../route.ts'
import { answerOrder } from '../send-command.ts'
import { takeTask, type TaskAtHand } from '../task-at-hand.ts'
import { viewForm } from '../views/form-view.ts'
import { viewOutcomes } from '../views/task-view.ts'
import { labelled } from '../words.ts'

const tag = 'Links'

/** Minutes that a code lasts. */
const codeMinutes = 10

/** One-time links for people without an account: looking changes nothing, acting takes the code that was mailed. */
export const linkRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'post',
      path: '/api/links',
      tag,
      summary: 'Mail somebody a link to his task',
      body: newLink,
      answers: { 201: { says: 'On its way by mail', shape: linkMade } },
    },
    async (call) => {
      actingAs(call, ['ipo_officer'])
      const hand = await takeTask(call, call.body.task)
      return doOnce(call, 'send-link', call.body, () => sendLink(call, hand, call.body.person as PersonId, call.body.days))
    },
  ),
  openRoute(
    {
      method: 'get',
      path: '/api/links/{token}',
      tag,
      summary: 'What a link is for; looking changes nothing',
      answers: { 200: { says: 'The link', shape: linkView } },
    },
    async (call) => ok(await describeLink(await takeLink(call, call.params['token']))),
  ),
  openRoute(
    {
      method: 'post',
      path: '/api/links/{token}/code',
      tag,
      summary: 'Mail the code that opens the link',
      body: emptyBody,
      answers: { 204: { says: 'On its way' } },
    },
    async (call) => {
      const hand = await takeLink(call, call.params['token'])
      requireUsable(hand)
      await sendCode(call, hand)
      return done()
    },
  ),
  openRoute(
    {
      method: 'post',
      path: '/api/links/{token}/open',
      tag,
      summary: 'Show the task behind the link; uses nothing up',
      body: linkOpening,
      answers: { 200: { says: 'The task', shape: linkTask } },
    },
    async (call) => {
      const hand = await takeLink(call, call.params['token'])
      requireUsable(hand)
      await requireCode(call, hand, call.body.code)
      return ok(await describeTask(hand))
    },
  ),
  openRoute(
    {
      method: 'post',
      path: '/api/links/{token}/paper',
      tag,
      summary: 'The paper to be signed by the link: the file whose hash its signer confirms; uses nothing up',
      body: linkOpening,
      answers: { 200: { says: 'The PDF', mediaType: 'application/pdf' } },
    },
    async (call) => {
      const hand = await takeLink(call, call.params['token'])
      requireUsable(hand)
      await requireCode(call, hand, call.body.code)
      return readToSign(hand)
    },
  ),
  openRoute(
    {
      method: 'post',
      path: '/api/links/{token}',
      tag,
      summary: 'Act by the link, once',
      body: linkAct,
      answers: { 200: { says: 'Carried out', shape: receipt }, 202: { says: 'On its way' } },
    },
    async (call) => {
      const { code, contentHash, ...completion } = call.body
      const hand = await takeLink(call, call.params['token'])
      requireUsable(hand)
      await requireCode(call, hand, code)
      if (hand.task === undefined || contentHash !== hashShown(hand.matter.state, hand.task))
        throw refusedBy([refuse(deskRules.linkChanged)])
      return act(hand, completion)
    },
  ),
]

async function sendLink(call: PeopleCall, { matter, row, task }: TaskAtHand, person: PersonId, days: number): Promise<Answer> {
  const { deps, who, today } = call
  const addressee = await findPerson(deps.store, who.viewer, person)
  if (addressee === undefined || task === undefined) throw notFound()
  if (addressee.mail === undefined) throw refusedBy([refuse(deskRules.mailMissing)])
  const actor = { is: 'person', person, roles: [], deputyFor: [], link: { task: task.id } } as const
  const may = mayAct({ verb: 'complete', task, actor, interested: interestedPeople(matter.definition, matter.state), on: today })
  if (!may.may) throw refusedBy([refuse(deskRules.linkPerson, { person, step: task.step }), may.refusal], matter.definition.stem)
  const expiresAt = new Date(Date.now() + days * 86_400_000)
  const secret = await makeLink(deps.store, who.institution, {
    purpose: 'task',
    matter: row.matter,
    task: task.id,
    person,
    contentHash: hashShown(matter.state, task),
    expiresAt,
  })
  const url = `${publicUrlOf(deps.config)}/links/${carry(who.institution, secret)}`
  const house = (await listInstitutions(deps.store)).find((one) => one.id === who.institution)
  const institution = (addressee.language === 'en' ? house?.nameEn : house?.nameZh) ?? who.institution
  const facts = { institution, number: row.number, process: row.process, step: row.step, url, until: inWords(expiresAt) }
  await postLater(deps.store, who.institution, { kind: 'link', key: `link/${hashBody(secret)}`, person, matter: row.matter, facts })
  return created({ mailTo: maskMail(addressee.mail), expiresAt: expiresAt.toISOString() }, '/api/links')
}

function requireUsable(hand: LinkAtHand): void {
  const fault = findLinkFault(hand)
  if (fault !== undefined) throw refusedBy([fault], hand.matter.definition.stem)
}

async function requireCode({ deps }: Call, { institution, secret }: LinkAtHand, code: string): Promise<void> {
  const answer = await tryLinkCode(deps.store, institution, secret, code)
  if (answer.is === 'wrong') throw refusedBy([refuse(deskRules.linkCode, { left: answer.left }, '/code')])
  if (answer.is === 'none') throw refusedBy([refuse(deskRules.linkCodeNone, {}, '/code')])
}

async function sendCode({ deps }: Call, { institution, secret, link }: LinkAtHand): Promise<void> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const expiresAt = new Date(Date.now() + codeMinutes * 60_000)
  if (!(await setLinkCode(deps.store, institution, secret, { code, expiresAt })))
    throw new ProblemError({ status: 429, headers: { 'Retry-After': String(codePause / 1000) } })
  const key = `link-code/${hashBody([secret, expiresAt.getTime()])}`
  await postLater(deps.store, institution, {
    kind: 'link-code',
    key,
    person: link.person,
    matter: link.matter,
    facts: { code, until: inWords(expiresAt) },
  })
}

async function act(hand: LinkAtHand, completion: Parameters<typeof completeTask>[2]): Promise<Answer> {
  const { call, institution, secret, matter, task, link } = hand
  const { store } = call.deps
  const row = await findTask(store, call.who.viewer, link.matter, link.task)
  if (row === undefined) throw notFound()
  if (!(await useLink(store, institution, secret))) throw refusedBy([refuse(deskRules.linkUsed)])
  const key = call.idempotencyKey ?? `link/${hashBody([secret, completion as never])}`
  const atHand = { matter, row, ...(task === undefined ? {} : { task }) }
  try {
    const outcome = await completeTask({ ...call, idempotencyKey: key }, atHand, completion)
    return answerOrder(outcome, matter.definition.stem)
  } catch (error) {
    // Refused: nothing was done by the link, so it may be used again.
    await giveLinkBack(store, institution, secret)
    throw error
  }
}

const states: { readonly [code: string]: LinkView['state'] } = {
  'link/used': 'used',
  'link/expired': 'expired',
  'link/content-changed': 'content-changed',
}

async function describeLink(hand: LinkAtHand): Promise<LinkView> {
  const { call, institution, link, matter } = hand
  const { words } = call
  const fault = findLinkFault(hand)
  const [houses, person] = await Promise.all([listInstitutions(call.deps.store), findPerson(call.deps.store, call.who.viewer, link.person)])
  const house = houses.find((one) => one.id === institution)
  const step = link.task.split('#')[0] ?? ''
  return {
    purpose: 'task',
    state: fault === undefined ? 'ready' : (states[fault.code] ?? 'used'),
    institution: (words.language === 'en' ? house?.nameEn : house?.nameZh) ?? institution,
    matterNumber: matter.row.number,
    step: labelled(step, words.step(matter.definition.stem, step)),
    ...(person?.mail === undefined ? {} : { mailTo: maskMail(person.mail) }),
    expiresAt: link.expiresAt.toISOString(),
    codeSent: link.codeExpiresAt !== undefined && link.codeExpiresAt.getTime() > Date.now(),
  }
}

/** The paper that the task shows; noted as read. Throws 404 where it shows none. */
async function readToSign({ call, task, matter }: LinkAtHand): Promise<Answer> {
  const id = task?.given?.['paper']
  const { store } = call.deps
  const read = typeof id === 'string' ? await readDocument(store, call.who.viewer, id) : undefined
  if (read === undefined) throw notFound()
  await noteReading(store, call.who.viewer, { matter: matter.row.id, what: `document/${read.document.number}` })
  const headers = { 'Content-Disposition': `inline; filename="${encodeURIComponent(read.document.number)}.pdf"` }
  return { status: 200, bytes: read.bytes, mediaType: read.mediaType, headers }
}

async function describeTask({ call, matter, task, link }: LinkAtHand) {
  if (task === undefined) throw notFound()
  const { definition, state, row } = matter
  const { sight, lookup } = await sightOf(call, matter, [link.person])
  return {
    matterNumber: row.number,
    title: row.title,
    step: labelled(task.step, call.words.step(definition.stem, task.step)),
    person: lookup.person(link.person).name,
    ...(task.due === undefined ? {} : { dueOn: task.due.on }),
    form: viewForm(definition.stem, task.form, call.words),
    outcomes: viewOutcomes(sight, task.step, task.outcomes),
    ...(task.given === undefined ? {} : { given: task.given }),
    data: state.data,
    contentHash: hashShown(state, task),
  }
}

/** `w…g@example.org`: enough for its owner to know it. */
function maskMail(mail: string): string {
  const [name = '', domain = ''] = mail.split('@')
  return `${name.slice(0, 1)}…${name.length > 2 ? name.slice(-1) : ''}@${domain}`
}
