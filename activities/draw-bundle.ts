import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import { listStanding } from '#domain/signing.ts'
import type { MatterId } from '#domain/state.ts'
import { gatherPaperContext } from '#store/record/paper-context.ts'
import { findPaperBytes, keepPaper } from '#store/record/papers.ts'
import { bundleOf, type Annex } from '#templates/bundle.ts'
import { allTemplates } from '#templates/registry.gen.ts'
import type { ActivityDependencies } from './dependencies.ts'
import { readEmbedded } from './signing/verify-pdf.ts'

export type BundleOrder = { readonly institution: InstitutionId; readonly matter: MatterId; readonly on: PlainDay }

/**
 * Draws every standing paper of a matter as one file, the numbered annexes behind a table of contents, each annex as issued
 * embedded with its signatures. Files it under its hash and answers that; the same papers on the same day give the same bytes.
 */
export function createDrawBundleActivity({ store, pool }: ActivityDependencies) {
  return async function drawBundle({ institution, matter, on }: BundleOrder): Promise<{ readonly sha256: string }> {
    const context = await gatherPaperContext(store, { institution, matter, on, number: '', step: 'bundle#1' as never })
    const papers = listStanding(context.state.papers)
    const annexes = await Promise.all(
      papers.map(async (paper): Promise<Annex> => {
        const bytes = await findPaperBytes(store, { institution, matter, sha256: paper.sha256 })
        const template = allTemplates[paper.template]
        const said = bytes === undefined ? undefined : await readEmbedded(bytes)
        if (bytes === undefined || template === undefined || said === undefined) throw new Error(`Paper ${paper.number} cannot be read`)
        const { facts } = JSON.parse(said) as { readonly facts: never }
        return { paper, bytes, official: template.official.zh, rendered: template.render(facts, 'zh-CN') }
      }),
    )
    const drawn = bundleOf(annexes, context)
    const bytes = await pool.draw({ ...drawn, embedded: canonicalize(JSON.parse(drawn.embedded)) ?? '{}' })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await keepPaper(store, { institution, matter, readings: [{ sha256, bytes }] })
    return { sha256 }
  }
}
