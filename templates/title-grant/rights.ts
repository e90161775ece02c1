import type { PlainDay } from '#domain/day.ts'
import { listOwners, type Owner } from '#domain/register.ts'
import { findResultFacts, lifeEndOf } from '#domain/title-grant-bars.ts'
import { readOpening } from '#domain/title-grant-facts.ts'
import type { Block, Field, Fields, Language } from '../block.ts'
import { dayIn, listed, titleIn, withRemark, type ResultTitle } from '../lines.ts'
import type { PaperContext } from '../paper-context.ts'
import { chinese, sayIn, valueIn } from './lines.ts'

/** A right as a contract on it names it (民法典 845): what, who applied, who owns, from when and how long. */
export type PaperRight = ResultTitle & {
  readonly number: string
  readonly type: string
  readonly applicants: readonly string[]
  readonly owners: readonly string[]
  readonly filedOn?: PlainDay
  readonly endsOn?: PlainDay
}

const namesOf = (owners: readonly Owner[]) => owners.map(({ name }) => name)

/** Gathers the rights as the registers have them on the day of the paper; what is on none has its number and title alone. */
export function gatherRights({ state, registers = [], on }: PaperContext): PaperRight[] {
  return readOpening(state).results.map((result): PaperRight => {
    const facts = findResultFacts(result, { registers })
    const filedOn = facts !== undefined && 'filedOn' in facts ? facts.filedOn : undefined
    const endsOn = lifeEndOf(result, facts)
    return {
      number: result.number,
      title: result.title,
      ...(facts?.titleEn === undefined ? {} : { titleEn: facts.titleEn }),
      type: result.type,
      applicants: facts === undefined || filedOn === undefined ? [] : namesOf(listOwners(facts, filedOn)),
      owners: facts === undefined ? [] : namesOf(listOwners(facts, on)),
      ...(filedOn === undefined ? {} : { filedOn }),
      ...(endsOn === undefined ? {} : { endsOn }),
    }
  })
}

/** Who owns; who applied only where it was somebody else. */
export function ownersIn({ owners, applicants }: PaperRight, language: Language): string {
  if (owners.length === 0) return '—'
  const names = listed(owners, language)
  if (applicants.length === 0 || listed(applicants, language) === names) return names
  const first = listed(applicants, language)
  return withRemark(names, sayIn(language)({ zh: `申请人：${first}`, en: `applicant: ${first}` }), language)
}

/** A patent's application number is its own without the letters before it. */
export function applicationNumberOf({ number }: PaperRight): string | undefined {
  return number.startsWith('ZL') ? number.slice(2) : undefined
}

function rightFields(right: PaperRight, language: Language): Fields {
  const say = sayIn(language)
  const row = (zh: string, en: string, value: string | undefined, wide?: true): Field[] =>
    value === undefined ? [] : [{ label: say({ zh, en }), value, ...(wide === undefined ? {} : { wide }) }]
  const day = (on: PlainDay | undefined) => (on === undefined ? undefined : dayIn(on, language))
  return {
    kind: 'fields',
    columns: 2,
    rows: [
      ...row('名称', 'Name', titleIn(right, language), true),
      ...row('专利号或成果编号', 'Number', right.number),
      ...row('类型', 'Kind', valueIn(right.type, language)),
      ...row('申请号', 'Application number', applicationNumberOf(right)),
      ...row('申请日', 'Filed on', day(right.filedOn)),
      ...row('赋权前的权利人', 'Owner before', ownersIn(right, language), true),
      ...row('有效期至', 'In force until', day(right.endsOn), true),
    ],
  }
}

/** Every right in a form of its own. */
export function rightsBlocks(rights: readonly PaperRight[], language: Language): Block[] {
  const say = sayIn(language)
  return rights.flatMap((right, place): Block[] => {
    const number = rights.length === 1 ? '' : say({ zh: `（${chinese(place + 1)}）`, en: ` ${place + 1}` })
    return [{ kind: 'heading', level: 3, text: `${say({ zh: '赋权成果', en: 'What is granted' })}${number}` }, rightFields(right, language)]
  })
}
