import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Persona } from './persona.ts'
import { eventually } from './persona.ts'

/** One matter of the demonstration's summary. */
export type MatterSummary = {
  readonly id: string
  readonly number: string
  readonly process: string
  readonly stage: string
  readonly openedOn: string
  readonly closedOn: string | null
  readonly actions: number
  readonly documents: readonly { readonly title: string; readonly file: string; readonly sha256: string }[]
}

type Named = { readonly name: string; readonly label: string }
type Shown = {
  readonly id: string
  readonly number: string
  readonly process: Named
  readonly stage: readonly Named[]
  readonly standing: string
  readonly outcome?: Named
  readonly openedOn: string
  readonly closedOn?: string
}
type Reading = { readonly language: string; readonly href: string }
type Papers = {
  readonly items: readonly {
    readonly number: string
    readonly template: Named
    readonly href: string
    readonly readings: readonly Reading[]
  }[]
}

/** Fetches every paper of a closed matter, in every language, into the folder, and answers what the summary says of it. */
export async function keepPapers(officer: Persona, id: string, folder: string): Promise<MatterSummary> {
  const matter = await eventually(async () => {
    const shown = await officer.get<Shown>(`/api/matters/${id}`)
    return shown.standing === 'closed' ? shown : undefined
  }, `the end of matter ${id}`)
  const { items } = await officer.get<Papers>(`/api/matters/${id}/documents`)
  const documents: { title: string; file: string; sha256: string }[] = []
  for (const paper of items) {
    for (const { language, href } of [{ language: 'zh-CN', href: paper.href }, ...paper.readings]) {
      const bytes = await officer.bytes(href)
      const file = `${paper.number}-${paper.template.name.split('/').at(-1)}${language === 'zh-CN' ? '' : `.${language}`}.pdf`
      writeFileSync(join(folder, file), bytes)
      documents.push({ title: paper.template.label, file, sha256: createHash('sha256').update(bytes).digest('hex') })
    }
  }
  const { openedOn, closedOn = null, number } = matter
  return {
    id,
    number,
    process: matter.process.name,
    stage: matter.outcome?.name ?? matter.standing,
    openedOn,
    closedOn,
    actions: await countActions(officer, id),
    documents,
  }
}

async function countActions(officer: Persona, id: string): Promise<number> {
  let count = 0
  let cursor: string | null | undefined
  do {
    const page = await officer.get<{ items: readonly unknown[]; next?: string | null }>(
      `/api/matters/${id}/actions?limit=100${cursor ? `&cursor=${cursor}` : ''}`,
    )
    count += page.items.length
    cursor = page.next
  } while (cursor)
  return count
}

/** The whole summary. */
export function summarise(matters: readonly MatterSummary[]): { readonly matters: readonly MatterSummary[] } {
  return { matters }
}
