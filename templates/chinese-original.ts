import type { Block, Clause, Language, Rendered } from './block.ts'
import { statutesInEnglish } from './citation-text.ts'
import type { AnyPaperTemplate, PaperContext } from './paper-context.ts'

/** How an English reading says that what stands before was written in Chinese and is not translated. */
export const chineseOriginal = '(Chinese original)'

/** Chinese names and the English ones the registers hold for them. */
export type Twins = ReadonlyMap<string, string>

const han = /\p{Script=Han}/u
// A person without a Latin name, or a word as short: 李䶮, 阿卜杜拉·买买提.
const name = /^\p{Script=Han}{1,4}$|^\p{Script=Han}+(?:·\p{Script=Han}+)+$/u
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu
const sample = /[（(]示例[）)]/gu
const closing = /[.,;:!?)\]]+$/u

/** The names of the house, its departments and the parties in question that have an English twin. */
export function twinsOf({ institution, people, registers = [] }: PaperContext): Twins {
  const units = Object.values(people).flatMap(({ department, departmentEn, employer, employerEn }) => [
    [department, departmentEn],
    [employer, employerEn],
  ])
  const parties = registers.flatMap((row) => (row.register === 'party' ? [[row.facts.name, row.facts.nameEn]] : []))
  const known = [[institution.nameZh, institution.nameEn], ...units, ...parties]
  return new Map(known.filter((pair): pair is [string, string] => pair[0] !== undefined && pair[0] !== '' && pair[1] !== undefined))
}

/** What a template says of these facts in one language; in English with every passage marked that is not. */
export function readingOf(template: AnyPaperTemplate, facts: unknown, context: PaperContext, language: Language): Rendered {
  const rendered = template.render(facts as never, language)
  return language === 'en' ? readInEnglish(rendered, twinsOf(context)) : rendered
}

/** An English reading in which names stand by their English twins and what stays Chinese, but for people's names, says so. */
function readInEnglish(rendered: Rendered, twins: Twins): Rendered {
  return { ...rendered, blocks: rendered.blocks.map((block) => mapTexts(block, (text) => markOriginals(text, twins))) }
}

/** One text of an English reading: twins for names, and a mark behind each Chinese passage. */
export function markOriginals(text: string, twins: Twins): string {
  if (!han.test(text)) return text
  return replaceNames(statutesInEnglish(text), twins).split('\n').map(markLine).join('\n')
}

// A name within a longer Chinese word or clause: an English one would tear it. A remark in brackets may stand between.
const before = '(?<!\\p{Script=Han}(?:（[^（）]*）)?|[，、；。：])'
const after = '(?!\\p{Script=Han}|[，、；。：])'

/** The text with every name that has an English twin by that twin, where it stands for itself. */
function replaceNames(text: string, twins: Twins): string {
  return [...twins].reduce((told, [chinese, english]) => {
    const literal = chinese.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    return told.replace(new RegExp(`${before}${literal}${after}`, 'gu'), () => english)
  }, text)
}

/** Words with Chinese in them that follow each other are one passage and bear one mark, before the stop that ends it. */
function markLine(line: string): string {
  const parts = line.split(/(\s+)/u)
  const isChinese = (place: number) => han.test(parts[place] ?? '')
  let isPassage = false
  return parts
    .map((part, place) => {
      if (place % 2 === 1) return part
      isPassage = isChinese(place) && (isPassage || !isName(part))
      if (!isPassage || isChinese(place + 2)) return part
      isPassage = false
      const stop = closing.exec(part)?.[0] ?? ''
      return `${part.slice(0, part.length - stop.length)} ${chineseOriginal}${stop}`
    })
    .join('')
}

function isName(word: string): boolean {
  const core = word.replace(sample, '').replace(edges, '')
  return !han.test(core) || name.test(core)
}

type Change = (text: string) => string

/** The block with what it says changed; labels and heads are the template's own words and stay. */
function mapTexts(block: Block, change: Change): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return { ...block, text: change(block.text) }
    case 'fields':
      return { ...block, rows: block.rows.map((row) => ({ ...row, value: change(row.value) })) }
    case 'table': {
      const { rows, total, caption } = block
      return {
        ...block,
        rows: rows.map((cells) => cells.map(change)),
        ...(total === undefined ? {} : { total: total.map(change) }),
        ...(caption === undefined ? {} : { caption: change(caption) }),
      }
    }
    case 'list':
      return { ...block, items: block.items.map(change) }
    case 'clause':
      return mapClause(block, change)
    case 'signature':
      return {
        ...block,
        parties: block.parties.map(({ name: own, signLabel, ...party }) => ({
          ...party,
          ...(own === undefined ? {} : { name: change(own) }),
          ...(signLabel === undefined ? {} : { signLabel: change(signLabel) }),
        })),
      }
    case 'contents':
      return { ...block, rows: block.rows.map(({ cells, heading }) => ({ cells: cells.map(change), heading: change(heading) })) }
    default:
      return block
  }
}

function mapClause(clause: Clause, change: Change): Clause {
  const { text, children } = clause
  return {
    ...clause,
    ...(text === undefined ? {} : { text: change(text) }),
    ...(children === undefined ? {} : { children: children.map((one) => mapClause(one, change)) }),
  }
}
