import type { Paper } from './block.ts'
import type { Canvas } from './pdf-canvas.ts'
import { ink, page, room, style } from './pdf-style.ts'
import { measureText, setText, shortenText, type Place } from './pdf-text.ts'
import { furniture } from './pdf-words.ts'

const headBaseline = 52
const headRule = 60
const footBaseline = page.height - 42

/** Paints the watermark; it lies below everything else on the page. */
export function paintWatermark(canvas: Canvas, place: Place, word: string): void {
  const width = measureText(word, { face: 'sans', size: 100, leading: 100 }, place.fonts, place.language)
  const size = Math.min(120, (100 * 440) / width)
  const [line] = setText(word, { face: 'sans', size, leading: size, gray: ink.watermark }, { ...place, width: Number.MAX_SAFE_INTEGER })
  if (line) canvas.artifact('Pagination', () => canvas.slanted(line))
}

function paintAt(canvas: Canvas, place: Place, text: string, align: 'left' | 'center' | 'right', baseline: number): void {
  const [line] = setText(text, style.furniture, { ...place, width: room.width, align })
  if (line) canvas.line(line, page.left, baseline)
}

function headRight(paper: Paper, place: Place, index: number, width: number): string {
  const confidential = paper.confidentiality ?? ''
  if (index === 0) return confidential
  const separator = confidential === '' ? '' : '\u3000'
  const used = measureText(confidential + separator, style.furniture, place.fonts, place.language)
  return `${shortenText(paper.title, style.furniture, { ...place, width: width - used })}${separator}${confidential}`
}

/** Paints head and foot of page `index` (from 0) of `count`: numbers of matter and document, title, page x of y. */
export function paintFurniture(canvas: Canvas, place: Place, paper: Paper, index: number, count: number): void {
  const words = furniture[paper.language]
  const colon = paper.language === 'zh-CN' ? '：' : ' '
  const reading = words.reading === undefined ? '' : `\u2003${words.reading}`
  const matter = `${words.matter}${colon}${paper.matterNumber}${reading}`
  const used = measureText(matter, style.furniture, place.fonts, place.language)
  canvas.artifact('Pagination', () => {
    paintAt(canvas, place, matter, 'left', headBaseline)
    const right = headRight(paper, place, index, room.width - used - 24)
    if (right !== '') paintAt(canvas, place, right, 'right', headBaseline)
    canvas.rule([page.left, headRule], [page.left + room.width, headRule], ink.hairline, ink.rule)
    paintAt(canvas, place, paper.documentNumber, 'left', footBaseline)
    paintAt(canvas, place, words.pageOf(index + 1, count), 'center', footBaseline)
    paintAt(canvas, place, words.issuedOn(paper.issuedOn), 'right', footBaseline)
  })
}
