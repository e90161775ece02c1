import type { PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import { findResultFacts } from '#domain/title-grant-bars.ts'
import { findApplication, readOpening, readTeam } from '#domain/title-grant-facts.ts'
import type { GrantMode } from '#domain/title-grant-forms.ts'
import type { Field, Fields, Language, Seal, Table } from '../block.ts'
import {
  dayIn,
  listed,
  nameIn,
  percent,
  personOf,
  titleIn,
  unitIn,
  withRemark,
  type Both,
  type NamedPerson,
  type ResultTitle,
} from '../lines.ts'
import type { PaperContext } from '../paper-context.ts'
import { sayIn, valueIn } from './lines.ts'
import { gatherSigners, type PaperSigner } from './signers.ts'

/** One result as papers name it. */
export type PaperResult = ResultTitle & { readonly number: string; readonly type: string }

/** A contributor as papers name him; for the dead who signs in his place, and by which proof. */
export type PaperMember = {
  readonly person: NamedPerson
  readonly shareBp: number
  readonly standing: string
  readonly leadingPost?: string
  readonly heirs: readonly NamedPerson[]
  readonly heirProof?: string
}

/** What every paper of a title grant begins with. */
export type Header = ResultTitle & {
  readonly matter: string
  readonly results: readonly PaperResult[]
  readonly members: readonly PaperMember[]
  readonly representative: NamedPerson
  readonly signers: readonly PaperSigner[]
  readonly mode?: GrantMode
  readonly institution: Both
  readonly on: PlainDay
}

/** Gathers what every paper begins with. */
export function gatherHeader({ state, people, institution, on, registers = [] }: PaperContext): Header {
  const { title, titleEn, results } = readOpening(state)
  const team = readTeam(state)
  const mode = findApplication(state)?.mode
  return {
    matter: state.head.number,
    title,
    ...(titleEn === undefined ? {} : { titleEn }),
    results: results.map((result) => {
      const english = findResultFacts(result, { registers })?.titleEn
      return { number: result.number, title: result.title, type: result.type, ...(english === undefined ? {} : { titleEn: english }) }
    }),
    members: team.members.map(({ person, shareBp, standing, leadingPost, heirs = [], heirProof }) => ({
      person: personOf(people, person),
      shareBp,
      standing,
      ...(leadingPost === undefined ? {} : { leadingPost }),
      heirs: heirs.map((heir: PersonId) => personOf(people, heir)),
      ...(heirProof === undefined ? {} : { heirProof }),
    })),
    representative: personOf(people, team.representative),
    signers: gatherSigners(team, people),
    ...(mode === undefined ? {} : { mode }),
    institution: { zh: institution.nameZh, en: institution.nameEn },
    on,
  }
}

/** A contributor by name; of the dead, who stands in his place. */
export function memberIn({ person, heirs }: PaperMember, language: Language): string {
  const name = nameIn(person, language)
  if (heirs.length === 0) return name
  const standing = listed(
    heirs.map((heir) => nameIn(heir, language)),
    language,
  )
  return withRemark(name, sayIn(language)({ zh: `已去世，继承人${standing}`, en: `deceased, heirs: ${standing}` }), language)
}

/** The members' names in one line. */
export function membersIn({ members }: Header, language: Language): string {
  return listed(
    members.map(({ person }) => nameIn(person, language)),
    language,
  )
}

/** The result in a form: title, numbers, team, way of granting; `more` follows. */
export function headerFields(header: Header, language: Language, more: readonly Field[] = []): Fields {
  const say = sayIn(language)
  return resultFields(header, language, [
    {
      label: say({ zh: '专利号或成果编号', en: 'Numbers' }),
      value: listed(
        header.results.map(({ number }) => number),
        language,
      ),
      wide: true,
    },
    { label: say({ zh: '完成人团队', en: 'Contributors' }), value: membersIn(header, language), wide: true },
    { label: say({ zh: '团队代表', en: 'Representative' }), value: nameIn(header.representative, language) },
    ...more,
  ])
}

/** The result alone in a form, for a paper that names rights and team elsewhere. */
export function resultFields(header: Header, language: Language, more: readonly Field[] = []): Fields {
  const say = sayIn(language)
  const { mode } = header
  return {
    kind: 'fields',
    columns: 2,
    rows: [
      { label: say({ zh: '成果名称', en: 'Result' }), value: titleIn(header, language), wide: true },
      { label: say({ zh: '赋权编号', en: 'Grant' }), value: header.matter },
      ...(mode === undefined ? [] : [{ label: say({ zh: '赋权方式', en: 'Way of granting' }), value: say(modes[mode]) }]),
      ...more,
    ],
  }
}

/** The two ways of granting as papers call them. */
export const modes: { readonly [mode in GrantMode]: Both } = {
  ownership: { zh: '赋予所有权份额', en: 'Share of the title' },
  'use-right': { zh: '赋予长期使用权', en: 'Long-term use right' },
}

/** What is granted: each right with its number and kind. */
export function resultsTable({ results }: Header, language: Language): Table {
  const say = sayIn(language)
  return {
    kind: 'table',
    caption: say({ zh: '赋权成果', en: 'What is granted' }),
    columns: [
      { title: say({ zh: '专利号或成果编号', en: 'Number' }) },
      { title: say({ zh: '名称', en: 'Name' }) },
      { title: say({ zh: '类型', en: 'Kind' }) },
    ],
    rows: results.map((result) => [result.number, titleIn(result, language), valueIn(result.type, language)]),
  }
}

/** The team and its own split; who left and who died stand in it as well. */
export function membersTable({ members }: Header, language: Language): Table {
  const say = sayIn(language)
  return {
    kind: 'table',
    caption: say({ zh: '团队内部收益分配', en: 'Distribution within the team' }),
    columns: [
      { title: say({ zh: '完成人', en: 'Contributor' }) },
      { title: say({ zh: '单位', en: 'Unit' }) },
      { title: say({ zh: '与学校的关系', en: 'Relation' }) },
      { title: say({ zh: '份额', en: 'Share' }), align: 'right' },
    ],
    rows: members.map((member) => [
      nameIn(member.person, language),
      unitIn(member.person, language),
      standingIn(member, language),
      percent(member.shareBp),
    ]),
    total: [say({ zh: '合计', en: 'Total' }), '', '', '100.00%'],
  }
}

function standingIn({ standing, leadingPost }: PaperMember, language: Language): string {
  const stands = valueIn(standing, language)
  return leadingPost === undefined ? stands : `${stands}${language === 'en' ? ', ' : '，'}${leadingPost}`
}

/** The office's close of a paper: who issues it, the day, the place of the seal. */
export function officeSeal({ institution, on }: Header, language: Language, label: Both = office): Seal {
  const say = sayIn(language)
  return { kind: 'seal', label: say(label), issuer: say(institution), date: dayIn(on, language) }
}

const office: Both = { zh: '知识产权与技术转移办公室（盖章）', en: 'IP and technology transfer office (seal)' }

/** The leading group's seal. */
export const committeeSeal: Both = { zh: '科技成果转化领导小组（盖章）', en: 'Committee (seal)' }

/** The line for a hand-written day. */
export const dateLine: Both = { zh: '　　年　　月　　日', en: 'Date:' }
