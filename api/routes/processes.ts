import { refuse } from '#domain/refusal.ts'
import { deskRules } from '#domain/desk-rules.ts'
import { handedOver } from '#domain/secret-report.ts'
import type { ProcessDefinition } from '#domain/definition.ts'
import { processes } from '#domain/registry.gen.ts'
import { processList, processView } from '#schemas/api/process.ts'
import { draftPatch, draftView } from '#schemas/api/task.ts'
import { listDepartments } from '#store/desk/departments.ts'
import { notFound } from '../problem.ts'
import { viewRefusal } from '../refusal-view.ts'
import { findDraftOf, mergeIntoDraft, type DraftOf } from '../drafts.ts'
import { findPolicyOn } from '../policy-in-force.ts'
import { ok, peopleRoute, type Route, type SignedIn } from '../route.ts'
import { viewForm } from '../views/form-view.ts'
import { mayStart, viewProcessMessages, viewProcessRow, viewRoles, viewSteps } from '../views/process-view.ts'
import { labelled, type Words } from '../words.ts'

const tag = 'Processes'

/** The process of a stem. Throws 404 where there is none. */
export function getProcess(stem: string | undefined): ProcessDefinition {
  const definition = stem !== undefined && Object.hasOwn(processes, stem) ? processes[stem] : undefined
  if (definition === undefined) throw notFound()
  return definition
}

/** Processes: what they are for, their start form, steps, roles, papers and messages. */
export const processRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/processes',
      tag,
      summary: 'Every process',
      answers: { 200: { says: 'The processes', shape: processList } },
    },
    async ({ who, words }) => ok({ items: Object.values(processes).map((one) => viewProcessRow(one, readerOf(who), words)) }),
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/processes/{process}',
      tag,
      summary: 'A process with its start form',
      answers: { 200: { says: 'The process', shape: processView } },
    },
    async (call) => {
      const { deps, who, words, params, today } = call
      const definition = getProcess(params['process'])
      const [policy, draft, departments] = await Promise.all([
        findPolicyOn(deps.store, who.institution, definition.stem, today),
        findDraftOf(call, startDraft(definition.stem, who)),
        listDepartments(deps.store, who.viewer),
      ])
      return ok({
        ...viewProcessRow(definition, readerOf(who), words),
        form: viewForm(definition.stem, definition.opens.form, words),
        start: viewStart(definition, who, words),
        steps: viewSteps(definition, words),
        roles: viewRoles(definition, words),
        outcomes: [...new Set([...definition.outcomes, 'withdrawn', handedOver])].map((one) =>
          labelled(one, words.ending(definition.stem, one)),
        ),
        documents: definition.documents.map((one) => labelled(one, words.document(one))),
        messages: viewProcessMessages(definition, words),
        policy: { version: policy.version, body: policy.policy },
        ...(draft === undefined ? {} : { draft }),
        departments: departments.map((one) => ({ id: one.id, name: words.language === 'en' ? one.nameEn : one.nameZh })),
      })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/processes/{process}/diagram',
      tag,
      summary: 'The drawing',
      answers: { 200: { says: 'BPMN 2.0', mediaType: 'application/xml' } },
    },
    async ({ deps, params }) => {
      const { stem } = getProcess(params['process'])
      const xml = deps.drawings[stem]
      if (xml === undefined) throw notFound()
      return { status: 200, bytes: xml, mediaType: 'application/xml' }
    },
  ),
  peopleRoute(
    {
      method: 'put',
      path: '/api/processes/{process}/draft',
      tag,
      summary: 'Keep my unfinished start form; nothing is validated',
      body: draftPatch,
      answers: { 200: { says: 'Kept', shape: draftView } },
    },
    async (call) => ok(await mergeIntoDraft(call, startDraft(getProcess(call.params['process']).stem, call.who), call.body.fields)),
  ),
]

/** The place of somebody's unfinished start form. */
export function startDraft(process: string, { person }: SignedIn): DraftOf {
  return { subject: { process, person }, stem: process }
}

function readerOf(who: SignedIn) {
  return { person: who.person, roles: who.actor.roles }
}

function viewStart(definition: ProcessDefinition, who: SignedIn, words: Words) {
  if (mayStart(definition, readerOf(who))) return { may: true }
  const refusal = refuse(deskRules.mayNotStart, { roles: [...definition.opens.roles] })
  return { may: false, whyNot: viewRefusal(refusal, words, new Map(), definition.stem) }
}
