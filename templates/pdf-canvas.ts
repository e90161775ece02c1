import type { InnerDocument, InnerElement } from './pdf-internals.ts'
import { createPen, number } from './pdf-pen.ts'
import { page } from './pdf-style.ts'
import type { SetLine } from './pdf-text.ts'

/** An element of the paper's logical structure; it comes into being when something is first painted in it. */
export type Node = {
  /** Standard structure type of PDF: `P`, `H1`, `Table`, `TH` … */
  readonly type: string
  readonly parent?: Node
  /** Attributes of table cells. */
  readonly table?: { readonly Scope?: 'Row' | 'Column'; readonly ColSpan?: number }
}

type Point = readonly [x: number, y: number]

/** Where to paint; lengths in points from the page's upper left corner. */
export type Canvas = {
  readonly openPage: () => void
  /** Paints text that belongs to `node`. */
  readonly mark: (node: Node, paint: () => void) => void
  /** Paints what is no part of the text: rules and shades (`Layout`), heads and feet of pages (`Pagination`). */
  readonly artifact: (type: 'Layout' | 'Pagination', paint: () => void) => void
  readonly line: (line: SetLine, x: number, baseline: number) => void
  /** A line that rises across the middle of the page. */
  readonly slanted: (line: SetLine) => void
  readonly rule: (from: Point, to: Point, width: number, gray?: number) => void
  readonly shade: (x: number, y: number, width: number, height: number, gray: number) => void
  readonly dashedCircle: (x: number, y: number, radius: number) => void
  /** Closes the last page and the structure. */
  readonly finish: () => void
}

type Page = { readonly write: (operators: string) => void; readonly flush: () => void }

// Operators are gathered and handed to pdfkit in one piece wherever pdfkit itself is about to write.
function createPageBuffer(document: InnerDocument): Page {
  let operators: string[] = []
  const flush = (): void => {
    if (operators.length > 0) document.page.content.write(operators.join('\n'))
    operators = []
  }
  return { write: (text) => void operators.push(text), flush }
}

type Structure = { readonly enter: (node: Node) => void; readonly leave: () => void; readonly end: () => void }

function createStructure(document: PDFKit.PDFDocument, buffer: Page): Structure {
  const elements = new Map<Node, PDFKit.PDFStructureElement>()
  let open: Node | undefined
  const elementOf = (node: Node): PDFKit.PDFStructureElement => {
    const known = elements.get(node)
    if (known) return known
    const element = document.struct(node.type)
    if (node.table) (element as unknown as InnerElement).dictionary.data.A = { O: 'Table', ...node.table }
    elements.set(node, element)
    if (node.parent) elementOf(node.parent).add(element)
    else document.addStructure(element)
    return element
  }
  const leave = (): void => {
    if (open === undefined) return
    buffer.flush()
    document.endMarkedContent()
    open = undefined
  }
  const enter = (node: Node): void => {
    if (open === node) return
    leave()
    const element = elementOf(node)
    buffer.flush()
    element.add(document.markStructureContent(node.type))
    open = node
  }
  return { enter, leave, end: () => elements.forEach((element) => element.end()) }
}

const circleOfCurves = 0.5523

function circlePath(x: number, y: number, r: number): string {
  const k = r * circleOfCurves
  const curve = (...values: number[]): string => `${values.map(number).join(' ')} c`
  return [
    `${number(x + r)} ${number(y)} m`,
    curve(x + r, y + k, x + k, y + r, x, y + r),
    curve(x - k, y + r, x - r, y + k, x - r, y),
    curve(x - r, y - k, x - k, y - r, x, y - r),
    curve(x + k, y - r, x + r, y - k, x + r, y),
  ].join('\n')
}

/** Makes the canvas of a document that has no page yet. */
export function createCanvas(document: PDFKit.PDFDocument): Canvas {
  const buffer = createPageBuffer(document as unknown as InnerDocument)
  const structure = createStructure(document, buffer)
  const pen = createPen(document, buffer.write)
  const endPage = (): void => {
    structure.leave()
    buffer.flush()
  }
  const [cosine, sine] = [Math.cos(Math.PI / 5), Math.sin(Math.PI / 5)]
  return {
    openPage: () => {
      endPage()
      document.addPage({ size: [page.width, page.height], margin: 0 })
    },
    mark: (node, paint) => {
      structure.enter(node)
      paint()
    },
    artifact: (type, paint) => {
      structure.leave()
      buffer.write(`/Artifact <</Type /${type}>> BDC`)
      paint()
      buffer.write('EMC')
    },
    line: (line, x, baseline) => pen(line, `1 0 0 -1 ${number(x + line.x)} ${number(baseline)}`),
    slanted: (line) => {
      const [x, y] = [page.width / 2 - (line.width / 2) * cosine, page.height / 2 + (line.width / 2) * sine]
      pen(line, [cosine, -sine, -sine, -cosine, x, y].map(number).join(' '))
    },
    rule: (from, to, width, gray = 0) =>
      buffer.write(`${number(gray)} G ${number(width)} w ${from.map(number).join(' ')} m ${to.map(number).join(' ')} l S`),
    shade: (x, y, width, height, gray) => buffer.write(`${number(gray)} g ${[x, y, width, height].map(number).join(' ')} re f`),
    dashedCircle: (x, y, radius) => buffer.write(`q 0.6 G 0.5 w [2 2] 0 d\n${circlePath(x, y, radius)} S Q`),
    finish: () => {
      endPage()
      structure.end()
    },
  }
}
