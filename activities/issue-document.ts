import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { IssuedPaper } from '#domain/action.ts'
import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Json } from '#domain/json.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import type { Language, Paper } from '#templates/block.ts'
import { readingOf } from '#templates/chinese-original.ts'
import type { AnyPaperTemplate, PaperContext } from '#templates/paper-context.ts'
import { noteOnSignatures } from '#templates/signature-note.ts'
import { allTemplates } from '#templates/registry.gen.ts'
import { gatherPaperContext } from '#store/record/paper-context.ts'
import { keepPaper } from '#store/record/papers.ts'
import type { ActivityDependencies } from './dependencies.ts'

export type PaperOrder = {
  readonly institution: InstitutionId
  readonly matter: MatterId
  readonly step: TaskId
  readonly template: string
  readonly number: string
  readonly on: PlainDay
}

const languages: readonly Language[] = ['zh-CN', 'en']

/**
 * Draws a paper and its English reading and files the bytes under their hashes. The same order draws the same bytes and
 * files them once.
 */
export function createIssueDocumentActivity({ store, pool, keys }: ActivityDependencies) {
  return async function issueDocument(order: PaperOrder): Promise<IssuedPaper> {
    const template = allTemplates[order.template]
    if (template === undefined) throw new Error(`There is no template ${order.template}`)
    const context = await gatherPaperContext(store, order)
    const drawn = await Promise.all(
      languages.map(async (language) => ({ language, bytes: await pool.draw(paperOf(template, context, language, keys.isDemonstration)) })),
    )
    const readings = drawn.map(({ language, bytes }) => ({ language, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }))
    const [original, ...others] = readings
    if (original === undefined) throw new Error('A paper has at least one language')
    const id = `${order.matter}/${order.step}`
    await keepPaper(store, { institution: order.institution, matter: order.matter, readings })
    return {
      id,
      template: order.template,
      number: order.number,
      sha256: original.sha256,
      readings: others.map(({ language, sha256 }) => ({ language, sha256 })),
    }
  }
}

/** The paper a template makes of its context in one language, with what it says embedded as canonical JSON. */
export function paperOf(template: AnyPaperTemplate, context: PaperContext, language: Language, isDemonstration = true): Paper {
  const facts = template.facts(context)
  const { signedElectronically } = template
  const { title, subtitle, blocks } = readingOf(template, facts, context, language)
  const { institution, state, number, on } = context
  const said: Json = { template: template.name, number, matter: state.head.number, issuedOn: on, facts: facts as Json }
  return {
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    language,
    issuer: language === 'en' ? institution.nameEn : institution.nameZh,
    matterNumber: state.head.number,
    documentNumber: number,
    issuedOn: on,
    blocks: signedElectronically === undefined ? blocks : [...blocks, ...noteOnSignatures(signedElectronically, language, isDemonstration)],
    embedded: canonicalize(said) ?? '{}',
  }
}
