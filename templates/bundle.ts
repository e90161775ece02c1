import type { IssuedPaper } from '#domain/action.ts'
import { dayOfInstant, formatDayZh, type PlainDay } from '#domain/day.ts'
import type { Block, Paper, Rendered } from './block.ts'
import { mandateIn } from './house-signature.ts'
import type { PaperContext } from './paper-context.ts'

/** A paper as an annex: what it says, and the file as it was issued. */
export type Annex = {
  readonly paper: IssuedPaper & { readonly on: PlainDay }
  readonly official: string
  readonly rendered: Rendered
  readonly bytes: Uint8Array
}

function headingOf(annex: Annex, index: number): string {
  return `附件${index + 1}　${annex.rendered.title}`
}

/** Who signed the file of an annex electronically, one to a line; `withDays` adds when, and for the house under which mandate. */
function signersOf({ paper }: Annex, context: PaperContext, withDays = false): string {
  return (paper.signatures ?? [])
    .map(({ by, capacity, at, mandate }) => {
      const day = withDays ? `，${formatDayZh(dayOfInstant(at))}` : ''
      const under = withDays && mandate !== undefined ? `：${mandateIn(mandate, 'zh-CN')}` : ''
      return `${context.people[by]?.name ?? by}（${capacity}${day}）${under}`
    })
    .join('\n')
}

function fileNameOf({ paper }: Annex, index: number): string {
  return `附件${index + 1}-${paper.number}.pdf`
}

/** Says of a signed annex that these pages are no original, and where the original lies. */
function noteOnOriginal(annex: Annex, index: number): Block[] {
  const { paper } = annex
  if ((paper.signatures ?? []).length === 0) return []
  const where = `嵌入本文件的“${fileNameOf(annex, index)}”`
  const text = `本附件的原件是各方以电子签名签署的电子文件（文件编号${paper.number}，SHA-256 ${paper.sha256}），见${where}；以下各页再现其内容，签字处留空不表示未签署。`
  return [{ kind: 'note', text }]
}

function contentsOf(annexes: readonly Annex[], context: PaperContext): Block[] {
  return [
    { kind: 'heading', level: 1, text: '目录' },
    {
      kind: 'contents',
      pageTitle: '页码',
      columns: [
        { title: '附件', width: 9 },
        { title: '名称', width: 38 },
        { title: '文件编号', width: 26 },
        { title: '出具日期', width: 17 },
        { title: '电子签名', width: 22 },
      ],
      rows: annexes.map((annex, index) => ({
        heading: headingOf(annex, index),
        cells: [String(index + 1), annex.rendered.title, annex.paper.number, formatDayZh(annex.paper.on), signersOf(annex, context) || '—'],
      })),
    },
    {
      kind: 'note',
      text: '各附件以其出具时的文件为准；该文件（含其中的电子签名）原样嵌入本文件，可据其 SHA-256 值核验。',
    },
  ]
}

function annexBlocks(annex: Annex, index: number, context: PaperContext): Block[] {
  const { paper, rendered } = annex
  const signers = signersOf(annex, context, true)
  return [
    { kind: 'pageBreak' },
    { kind: 'heading', level: 1, text: headingOf(annex, index) },
    ...(rendered.subtitle === undefined ? [] : [{ kind: 'paragraph', text: rendered.subtitle, align: 'center', indent: false } as const]),
    {
      kind: 'fields',
      rows: [
        { label: '文件编号', value: paper.number },
        { label: '出具日期', value: formatDayZh(paper.on) },
        // The places for signing below are as they were issued; who has signed since stands here and in the embedded file.
        ...(signers === '' ? [] : [{ label: '电子签名', value: signers }]),
        { label: 'SHA-256', value: paper.sha256 },
      ],
    },
    ...noteOnOriginal(annex, index),
    ...rendered.blocks,
  ]
}

/** A matter's papers in one file: title, table of contents, and every annex from the data it was issued with. */
export function bundleOf(annexes: readonly Annex[], context: PaperContext): Paper {
  const { institution, state, on } = context
  const said = {
    matter: state.head.number,
    issuedOn: on,
    annexes: annexes.map(({ paper: { number, template, sha256 } }, index) => ({ annex: index + 1, number, template, sha256 })),
  }
  return {
    title: '办件材料汇编',
    subtitle: `${state.head.number}　共${annexes.length}件`,
    language: 'zh-CN',
    issuer: institution.nameZh,
    matterNumber: state.head.number,
    documentNumber: `${state.head.number}-HB`,
    issuedOn: on,
    blocks: [...contentsOf(annexes, context), ...annexes.flatMap((annex, index) => annexBlocks(annex, index, context))],
    embedded: JSON.stringify(said),
    files: annexes.map((annex, index) => ({
      name: fileNameOf(annex, index),
      mediaType: 'application/pdf',
      description: annex.official,
      bytes: annex.bytes,
    })),
  }
}
