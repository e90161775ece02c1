import type { Clause, Heading, List, Paragraph } from './block.ts'
import type { Node } from './pdf-canvas.ts'
import type { Slab } from './pdf-flow.ts'
import { baselineOf } from './pdf-grid.ts'
import { page, room, style, type TextStyle } from './pdf-style.ts'
import { setSpans, setText, type SetLine, type Setting, type Span, type Place } from './pdf-text.ts'

type Stack = {
  readonly node: Node
  readonly style: TextStyle
  readonly left?: number
  readonly before?: number
  readonly keepsNext?: boolean
}

/** Lines one below the other as slabs; neither the first nor the last line stands alone on a page. */
export function stackLines(lines: readonly SetLine[], stack: Stack): Slab[] {
  const last = lines.length - 1
  return lines.map((line, index) => ({
    height: stack.style.leading,
    before: index === 0 ? (stack.before ?? 0) : 0,
    keepsNext: index === last ? (stack.keepsNext ?? false) : index === 0 || index === last - 1,
    paint: (canvas, y) => canvas.mark(stack.node, () => canvas.line(line, stack.left ?? page.left, y + baselineOf(stack.style))),
  }))
}

function settingOf(place: Place, left = 0): Setting {
  return { ...place, width: room.width - left, align: place.language === 'zh-CN' ? 'justify' : 'left' }
}

// Chinese paragraphs begin two characters in; English ones are set apart by the space above them.
function indentOf(place: Place, text: TextStyle): number {
  return place.language === 'zh-CN' ? text.size * 2 : 0
}

/** Slabs of running text. */
export function layParagraph(place: Place, block: Paragraph): Slab[] {
  const node: Node = { type: 'P', parent: place.root }
  const setting = block.align === undefined || block.align === 'left' ? settingOf(place) : { ...settingOf(place), align: block.align }
  const indent = block.indent === false || setting.align === 'center' || setting.align === 'right' ? 0 : indentOf(place, style.text)
  return stackLines(setText(block.text, style.text, { ...setting, indent }), { node, style: style.text, before: 5 })
}

/** Slabs of a small remark. */
export function layNote(place: Place, text: string): Slab[] {
  const node: Node = { type: 'P', parent: place.root }
  return stackLines(setText(text, style.note, settingOf(place)), { node, style: style.note, before: 7 })
}

/** Slabs of a heading, with its bookmark; `tag` is its rank among the paper's headings (`H2` …). */
export function layHeading(place: Place, block: Heading, tag: string): Slab[] {
  const node: Node = { type: tag, parent: place.root }
  const text = style.heading[block.level - 1] ?? style.heading[0]
  const lines = setText(block.text, text, { ...place, width: room.width })
  const slabs = stackLines(lines, { node, style: text, before: block.level === 1 ? 15 : 10, keepsNext: true })
  return slabs.map((slab, index) => ({
    ...slab,
    keepsNext: true,
    ...(index === 0 && { bookmark: { level: block.level, text: block.text } }),
  }))
}

type Labelled = {
  readonly label: Span
  readonly text: string
  readonly left: number
  readonly width: number
  readonly nodes: readonly [label: Node, body: Node]
}

function layLabelled(place: Place, item: Labelled): Slab[] {
  const [label] = setSpans([item.label], { ...place, width: item.width })
  const lines = setText(item.text, style.text, settingOf(place, item.left + item.width))
  const slabs = stackLines(lines, { node: item.nodes[1], style: style.text, left: page.left + item.left + item.width, before: 3 })
  return slabs.map((slab, index) => {
    if (index > 0 || !label) return slab
    return {
      ...slab,
      paint: (canvas, y) => {
        canvas.mark(item.nodes[0], () => canvas.line(label, page.left + item.left, y + baselineOf(item.label.style)))
        slab.paint(canvas, y)
      },
    }
  })
}

/** Slabs of a list. */
export function layList(place: Place, block: List): Slab[] {
  const list: Node = { type: 'L', parent: place.root }
  const left = indentOf(place, style.text)
  return block.items.flatMap((text, index) => {
    const item: Node = { type: 'LI', parent: list }
    const nodes = [
      { type: 'Lbl', parent: item },
      { type: 'LBody', parent: item },
    ] as const
    const label = block.ordered ? { text: `${index + 1}.`, style: style.text } : { text: '●', style: style.bullet }
    return layLabelled(place, { label, text, left, width: block.ordered && block.items.length > 9 ? 24 : 18, nodes })
  })
}

function numberSpans(clause: Clause, text: TextStyle): Span[] {
  // A number in brackets or with its own stop needs no more room behind it.
  const gap = /[）)、．]$/.test(clause.number) ? '' : /\p{Script=Han}$/u.test(clause.number) ? '\u3000' : ' '
  return [{ text: clause.number + gap, style: text }]
}

function layArticle(place: Place, clause: Clause, tag: string): Slab[] {
  const own = indentOf(place, style.text)
  const text = clause.text ?? ''
  if (clause.title === undefined) {
    const node: Node = { type: 'P', parent: place.root }
    const spans = [...numberSpans(clause, style.strong), { text, style: style.text }]
    return stackLines(setSpans(spans, { ...settingOf(place), indent: own }), { node, style: style.text, before: 7 })
  }
  const heading: Node = { type: tag, parent: place.root }
  const spans = [...numberSpans(clause, style.strong), { text: clause.title, style: style.strong }]
  const [first, ...others] = stackLines(setSpans(spans, { ...settingOf(place), align: 'left', indent: own }), {
    node: heading,
    style: style.strong,
    before: 11,
    keepsNext: true,
  })
  const bookmark = { level: 1, text: `${clause.number} ${clause.title}` }
  const body: Node = { type: 'P', parent: place.root }
  const lines = text === '' ? [] : setText(text, style.text, { ...settingOf(place), indent: own })
  const head = [...(first ? [{ ...first, keepsNext: true, bookmark }] : []), ...others.map((slab) => ({ ...slab, keepsNext: true }))]
  return [...head, ...stackLines(lines, { node: body, style: style.text, before: 2 })]
}

function laySubclause(place: Place, clause: Clause, depth: number): Slab[] {
  const node: Node = { type: 'P', parent: place.root }
  const text = [clause.title, clause.text]
    .filter((part) => part !== undefined && part !== '')
    .join(place.language === 'zh-CN' ? '：' : '. ')
  const spans = [...numberSpans(clause, style.text), { text, style: style.text }]
  const left = place.language === 'zh-CN' ? (depth - 1) * style.text.size * 2 : depth * 20
  const lines = setSpans(spans, { ...settingOf(place, left), indent: indentOf(place, style.text) })
  return stackLines(lines, { node, style: style.text, left: page.left + left, before: 3 })
}

/** Slabs of a contract's article and what stands below it; `tag` is the rank of a titled article's heading. */
export function layClause(place: Place, clause: Clause, tag: string, depth = 0): Slab[] {
  const own = depth === 0 ? layArticle(place, clause, tag) : laySubclause(place, clause, depth)
  return [...own, ...(clause.children ?? []).flatMap((child) => layClause(place, child, tag, depth + 1))]
}
