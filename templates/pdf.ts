import PDFDocument from 'pdfkit'
import type { Paper } from './block.ts'
import type { Place } from './pdf-text.ts'
import { layBlocks } from './pdf-blocks.ts'
import { createCanvas, type Canvas } from './pdf-canvas.ts'
import { flow, type Placed } from './pdf-flow.ts'
import type { Fonts } from './pdf-fonts.ts'
import type { InnerDocument } from './pdf-internals.ts'
import { startOfDay, xmpOf } from './pdf-metadata.ts'
import { paintFurniture, paintWatermark } from './pdf-page.ts'
import { page, room } from './pdf-style.ts'
import { layTitle } from './pdf-title.ts'
import { furniture } from './pdf-words.ts'

/** Name of the embedded file that says the paper's content as canonical JSON. */
export const embeddedName = 'paper.json'

function openDocument(paper: Paper): PDFKit.PDFDocument {
  const day = startOfDay(paper.issuedOn)
  const info = {
    Title: paper.title,
    Subject: paper.matterNumber,
    Keywords: paper.documentNumber,
    Creator: 'Conveyance',
    Producer: 'PDFKit',
    CreationDate: day,
    ModDate: day,
    ...(paper.issuer !== undefined && { Author: paper.issuer }),
  }
  const document = new PDFDocument({
    subset: 'PDF/A-3a',
    pdfVersion: '1.7',
    tagged: true,
    lang: paper.language,
    displayTitle: true,
    autoFirstPage: false,
    font: null as unknown as string,
    info,
  })
  const inner = document as unknown as InnerDocument
  inner._addInfo = () => inner.appendXML(xmpOf(paper))
  return document
}

// The document is a stream that nobody reads: what it writes is taken as it is written, in order, at once.
function gather(document: PDFKit.PDFDocument): () => Uint8Array {
  const header: Uint8Array | null = document.read()
  const chunks = header === null ? [] : [header]
  document.push = (chunk: Uint8Array | null): boolean => {
    if (chunk !== null) chunks.push(chunk)
    return true
  }
  return () => new Uint8Array(Buffer.concat(chunks))
}

function paintPages(canvas: Canvas, place: Place, paper: Paper, pages: readonly (readonly Placed[])[]): void {
  for (const [index, placed] of pages.entries()) {
    canvas.openPage()
    if (paper.watermark !== undefined) paintWatermark(canvas, place, paper.watermark)
    for (const { slab, y } of placed) slab.paint(canvas, page.top + y)
    paintFurniture(canvas, place, paper, index, pages.length)
  }
}

type Bookmark = { readonly level: number; readonly text: string; readonly pageNumber: number; readonly top: number }

// Bookmarks help where a paper is long: more than three pages, or more than five headings.
function listBookmarks(pages: readonly (readonly Placed[])[]): Bookmark[] {
  const found = pages.flatMap((placed, pageNumber) =>
    placed.flatMap(({ slab, y }) => (slab.bookmark ? [{ ...slab.bookmark, pageNumber, top: page.top + y - 6 }] : [])),
  )
  return pages.length > 3 || found.length > 5 ? found : []
}

function writeBookmarks(document: PDFKit.PDFDocument, bookmarks: readonly Bookmark[]): void {
  const parents = [{ level: 0, item: document.outline }]
  for (const { level, text, pageNumber, top } of bookmarks) {
    while (parents.length > 1 && (parents[parents.length - 1]?.level ?? 0) >= level) parents.pop()
    const options = { pageNumber, top, left: page.width, expanded: true }
    const item = (parents[parents.length - 1]?.item ?? document.outline).addItem(text, options)
    parents.push({ level, item })
  }
}

function embed(document: PDFKit.PDFDocument, paper: Paper): void {
  const day = startOfDay(paper.issuedOn)
  // `relationship` is missing from pdfkit's types; PDF/A-3 requires it.
  const options = { name: embeddedName, type: 'application/json', relationship: 'Data', creationDate: day, modifiedDate: day }
  const described = { ...options, description: furniture[paper.language].embedded }
  document.file(Buffer.from(paper.embedded, 'utf8'), described)
  for (const { name, mediaType, description, bytes } of paper.files ?? []) {
    const own = { name, type: mediaType, description, relationship: 'Source', creationDate: day, modifiedDate: day }
    document.file(Buffer.from(bytes), own)
  }
}

type Layout = { readonly place: Place; readonly pages: Placed[][] }

/** Lays the paper out; with a table of contents a second time, once the pages of its headings are known. */
function layOut(paper: Paper, setting: Pick<Place, 'fonts' | 'language' | 'pageOf'>): Layout {
  const place: Place = { ...setting, root: { type: 'Document' } }
  const pages = flow([...layTitle(place, paper), ...layBlocks(place, paper.blocks)], room.height)
  if (setting.pageOf !== undefined || paper.blocks.every(({ kind }) => kind !== 'contents')) return { place, pages }
  const found = new Map<string, number>()
  for (const [index, placed] of pages.entries()) {
    for (const { slab } of placed) if (slab.bookmark && !found.has(slab.bookmark.text)) found.set(slab.bookmark.text, index + 1)
  }
  return layOut(paper, { ...setting, pageOf: (heading) => found.get(heading) })
}

/**
 * Draws a paper as PDF/A-3a (and PDF/UA-1), tagged, with its content embedded as JSON. Equal papers give equal bytes.
 * A character that no font has is shown as `〔U+XXXXX〕` and copies out as itself.
 */
export async function drawPaper(paper: Paper, fonts: Fonts): Promise<Uint8Array> {
  const document = openDocument(paper)
  const bytes = gather(document)
  const { place, pages } = layOut(paper, { fonts, language: paper.language })
  const canvas = createCanvas(document)
  paintPages(canvas, place, paper, pages)
  canvas.finish()
  writeBookmarks(document, listBookmarks(pages))
  embed(document, paper)
  document.end()
  return bytes()
}
