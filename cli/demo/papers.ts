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
  readonly documents: readonly PaperSummary[]
}

/** A paper of the summary. A signed one has another hash in every run, for keys and signatures are new; the text that was signed has not. */
export type PaperSummary = {
  readonly title: string
  readonly file: string
  readonly sha256: string
  readonly signatures?: number
  readonly unsignedSha256?: string
  /** Shows the hash of a notice's content, which is salted so that nobody finds the names again once they are down: another in every run. */
  readonly salted?: true
}

const salted = ['public-notice/announcement', 'public-notice/certificate', 'public-notice/statement']

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
    readonly sha256: string
    readonly superseded: boolean
    readonly signatures?: readonly unknown[]
    readonly readings: readonly Reading[]
  }[]
}
type Paper = Papers['items'][number]

/** A matter whose papers are kept once it rests: closed, or at a step at which it stays for years. */
export type Resting = { readonly id: string; readonly at?: string }

/** Fetches every standing paper of a matter, in every language, into the folder, and answers what the summary says of it. */
export async function keepPapers(officer: Persona, { id, at }: Resting, folder: string): Promise<MatterSummary> {
  const matter = await eventually(
    async () => {
      const shown = await officer.get<Shown>(`/api/matters/${id}`)
      const rests = at === undefined ? shown.standing === 'closed' : shown.stage.some(({ name }) => name === at)
      return rests ? shown : undefined
    },
    `matter ${id} to rest at ${at ?? 'its end'}`,
  )
  const { items } = await officer.get<Papers>(`/api/matters/${id}/documents`)
  const documents: PaperSummary[] = []
  for (const paper of items.filter(({ superseded }) => !superseded)) {
    for (const { language, href } of [{ language: 'zh-CN', href: paper.href }, ...paper.readings]) {
      const bytes = await officer.bytes(href)
      const file = `${paper.number}-${paper.template.name.split('/').at(-1)}${language === 'zh-CN' ? '' : `.${language}`}.pdf`
      writeFileSync(join(folder, file), bytes)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      documents.push({
        title: paper.template.label,
        file,
        sha256,
        ...signaturesOf(paper, language, items),
        ...(salted.includes(paper.template.name) ? { salted: true } : {}),
      })
    }
  }
  const { openedOn, closedOn = null, number } = matter
  return {
    id,
    number,
    process: matter.process.name,
    stage: matter.outcome?.name ?? at ?? matter.standing,
    openedOn,
    closedOn,
    actions: await countActions(officer, id),
    documents,
  }
}

/** How often a file is signed, and the hash of the one before the first signature. */
function signaturesOf({ number, template, signatures }: Paper, language: string, papers: readonly Paper[]): Partial<PaperSummary> {
  if (signatures === undefined || language !== 'zh-CN') return {}
  const unsigned = papers.find((one) => one.number === number && one.template.name === template.name && one.signatures === undefined)
  return { signatures: signatures.length, ...(unsigned === undefined ? {} : { unsignedSha256: unsigned.sha256 }) }
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
