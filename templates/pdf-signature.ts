import type { Seal, Signature, SigningParty } from './block.ts'
import type { Canvas, Node } from './pdf-canvas.ts'
import type { Slab } from './pdf-flow.ts'
import { baselineOf, padding } from './pdf-grid.ts'
import { ink, page, room, style, type TextStyle } from './pdf-style.ts'
import { measureText, setText, type SetLine, type Place } from './pdf-text.ts'
import { furniture } from './pdf-words.ts'

type SetParty = {
  readonly node: Node
  readonly title: readonly SetLine[]
  readonly sign: readonly SetLine[]
  readonly date: readonly SetLine[]
}

/** Free height for a signature or a seal beside it, in points. */
const signingHeight = 74
/** Of a seal of 42 mm, in points. */
const sealRadius = 60

function setParty(place: Place, party: SigningParty, width: number): SetParty {
  const setting = { ...place, width: width - padding.x * 4 }
  const colon = place.language === 'zh-CN' ? '：' : ': '
  const title = party.name === undefined ? party.title : `${party.title}${colon}${party.name}`
  return {
    node: { type: 'P', parent: place.root },
    title: setText(title, style.label, setting),
    sign: setText(party.signLabel ?? furniture[place.language].sign, style.note, setting),
    date: setText(party.dateLabel, style.value, { ...setting, align: 'right' }),
  }
}

function paintLines(canvas: Canvas, lines: readonly SetLine[], text: TextStyle, x: number, y: number): void {
  for (const [index, line] of lines.entries()) canvas.line(line, x, y + index * text.leading + baselineOf(text))
}

function paintParty(canvas: Canvas, party: SetParty, x: number, y: number, height: number): void {
  const inner = x + padding.x * 2
  canvas.mark(party.node, () => {
    paintLines(canvas, party.title, style.label, inner, y + padding.y * 1.5)
    paintLines(canvas, party.sign, style.note, inner, y + padding.y * 1.5 + party.title.length * style.label.leading)
    const dates = party.date.length * style.value.leading
    paintLines(canvas, party.date, style.value, inner, y + height - dates - padding.y * 1.5)
  })
}

function layPair(place: Place, pair: readonly SigningParty[], alone: boolean, before: number): Slab {
  const width = alone ? room.width : room.width / 2
  const parties = pair.map((party) => setParty(place, party, width))
  const text = Math.max(
    ...parties.map(
      ({ title, sign, date }) => title.length * style.label.leading + sign.length * style.note.leading + date.length * style.value.leading,
    ),
  )
  const height = text + signingHeight + padding.y * 3
  const right = page.left + width * pair.length
  const paint = (canvas: Canvas, y: number): void => {
    canvas.artifact('Layout', () => {
      for (const at of [y, y + height]) canvas.rule([page.left, at], [right, at], ink.hairline, ink.rule)
      for (const x of [page.left, page.left + width, right]) canvas.rule([x, y], [x, y + height], ink.hairline, ink.rule)
    })
    for (const [index, party] of parties.entries()) paintParty(canvas, party, page.left + index * width, y, height)
  }
  return { height, before, paint }
}

/** Slabs of the places for signature and seal, two parties to a line; no party's place is torn apart. */
export function laySignature(place: Place, block: Signature): Slab[] {
  const alone = block.parties.length === 1
  // A handful of parties sign on one page.
  const fewParties = block.parties.length <= 6
  const slabs: Slab[] = []
  for (let index = 0; index < block.parties.length; index += 2) {
    const pair = layPair(place, block.parties.slice(index, index + 2), alone, index === 0 ? 16 : 0)
    const isLast = index + 2 >= block.parties.length
    // What follows the last place (the seal, what the signatures are worth) is never alone on a page.
    slabs.push(fewParties || isLast ? { ...pair, keepsNext: true } : pair)
  }
  return slabs
}

/** Slab of the issuer's close at the right: issuer and day, and the dashed place where the seal covers both. */
export function laySeal(place: Place, block: Seal): Slab[] {
  const width = Math.max(sealRadius * 2 + 24, 210)
  const left = page.left + room.width - width
  const setting = { ...place, width, align: 'center' as const }
  const node: Node = { type: 'P', parent: place.root }
  const issuer = block.issuer === undefined ? [] : setText(block.issuer, style.text, setting)
  const date = block.date === undefined ? [] : setText(block.date, style.text, setting)
  // The label stands within the ring, in as many lines as that takes; its remark in brackets stays whole.
  const inRing = sealRadius * 1.84
  const fits = measureText(block.label, style.note, place.fonts, place.language) <= inRing
  const label = setText(fits ? block.label : block.label.replace(/ ?(?=[（(])/, '\n'), style.note, { ...setting, width: inRing })
  const lines = (issuer.length + date.length) * style.text.leading
  const height = Math.max(sealRadius * 2, lines + label.length * style.note.leading) + 2
  const top = (height - lines - label.length * style.note.leading) / 2
  const paint = (canvas: Canvas, y: number): void => {
    canvas.artifact('Layout', () => canvas.dashedCircle(left + width / 2, y + height / 2, sealRadius))
    canvas.mark(node, () => {
      paintLines(canvas, issuer, style.text, left, y + top)
      paintLines(canvas, date, style.text, left, y + top + issuer.length * style.text.leading)
      paintLines(canvas, label, style.note, left + (width - inRing) / 2, y + top + lines)
    })
  }
  return [{ height, before: 10, paint }]
}
