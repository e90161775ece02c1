import type { PersonId } from '#domain/actor.ts'
import { addDays, type PlainDay } from '#domain/day.ts'
import { findResult } from '#domain/state.ts'
import { ownersAfter, type NewOwner } from '#domain/title-grant-effects.ts'
import { listRegistrable } from '#domain/title-grant-agreement.ts'
import { getGround, readOpening } from '#domain/title-grant-facts.ts'
import { getSchedule } from '#domain/title-grant-monitoring.ts'
import { onRegistration, statedRatio, suspendedFormalities } from '#domain/title-grant-law.ts'
import { byDesign } from '#domain/refusal.ts'
import { patentRulesArticle } from '#domain/patent-citations.ts'
import { steps } from '#domain/title-grant.ts'
import type { Block, Language } from '../block.ts'
import { gatherHouse, houseIdentity, type HouseParty } from '../house-party.ts'
import { dayIn, identityIn, nameIn, percent, personOf, titleIn, type Both, type NamedPerson, type ResultTitle } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { gatherHeader, headerFields, type Header } from './header.ts'
import { officialOf, sayIn, type Say } from './lines.ts'

type PaperOwner = { readonly name: string; readonly house?: HouseParty; readonly person?: NamedPerson; readonly shareBp?: number }

type Change = ResultTitle & {
  readonly number: string
  readonly before: readonly PaperOwner[]
  readonly after: readonly PaperOwner[]
}

type SheetFacts = Header & {
  readonly changes: readonly Change[]
  readonly signedOn: PlainDay
  readonly fileBy: PlainDay
  readonly returns: boolean
}

const name = 'title-grant/change-sheet'
const official = officialOf(name)

const sheetNote: Both = {
  zh: '本表为填写国务院专利行政部门《著录项目变更申报书》的数据表，不是该部门的表格，不替代官方表格；证件号码仅以掩码显示，填报时由经办人核对原件。',
  en: 'This data sheet is for filling in the office’s own form of change of bibliographic data. It is not the office’s form and does not replace it; identity numbers are masked and read from the originals when filed.',
}

const rest: Both = {
  zh: '存在权属纠纷、财产保全的，变更手续中止办理。',
  en: 'While a dispute or preservation stands the formalities rest.',
}

/** What proves the change: the agreement, or what took the share back. */
const proofs: { readonly granted: Both; readonly returned: Both; readonly always: Both; readonly heirs: Both } = {
  granted: { zh: '职务科技成果赋权协议（各方签署的原件）', en: 'The title grant agreement as signed by all' },
  returned: {
    zh: '赋权协议及收回评议决定书或者各方签署的终止协议',
    en: 'The title grant agreement, and the decision of recovery or the agreement to end it',
  },
  always: { zh: '各权利人身份或者主体资格证明', en: 'Proof of identity of every owner' },
  heirs: { zh: '继承证明（纸质原件）', en: 'Proof of inheritance (paper original)' },
}

function proofItems({ returns, members }: SheetFacts, say: Say): string[] {
  const hasHeirs = members.some(({ heirs }) => heirs.length > 0)
  return [returns ? proofs.returned : proofs.granted, proofs.always, ...(hasHeirs ? [proofs.heirs] : [])].map(say)
}

const effect: Both = {
  zh: '变更自登记之日起生效；登记之前，权利人以登记簿为准。',
  en: 'The change takes effect on registration; until then the register says who owns it.',
}

function gather(context: PaperContext): SheetFacts {
  const { state, people } = context
  const { results } = readOpening(state)
  const registrable = listRegistrable(results)
  const returns = findResult(state, steps.titleReturn.name)?.outcome === 'needed'
  const { signedOn } = getSchedule(state)
  const from = returns ? (findResult(state, steps.titleReturn.name)?.on ?? context.on) : signedOn
  const known = new Set(readOpening(state).members.map(({ person }) => String(person)))
  const house = gatherHouse(context)
  const header = gatherHeader(context)
  const ownerOf = ({ name: owner, isHouse, shareBp }: NewOwner): PaperOwner => ({
    name: owner,
    ...(isHouse === true && house !== undefined ? { house } : {}),
    ...(known.has(owner) || people[owner] !== undefined ? { person: personOf(people, owner as PersonId) } : {}),
    ...(shareBp === undefined ? {} : { shareBp }),
  })
  const owners = (number: string, back: boolean) => ownersAfter(state, number, back).map(ownerOf)
  return {
    ...header,
    changes: header.results
      .filter(({ number }) => registrable.includes(number))
      .map(({ type: _, ...result }) => ({ ...result, before: owners(result.number, !returns), after: owners(result.number, returns) })),
    signedOn,
    fileBy: addDays(from, getGround(state).recordChangeDays),
    returns,
  }
}

function ownerRow(when: string, { name: owner, person, house, shareBp }: PaperOwner, language: Language): string[] {
  return [
    when,
    person === undefined ? owner : nameIn(person, language),
    person === undefined ? houseIdentity(house, language) : identityIn(person, language),
    shareBp === undefined ? '—' : percent(shareBp),
  ]
}

function changeTable({ number, before, after, ...title }: Change, language: Language, say: Say): Block {
  const [was, becomes] = [say({ zh: '变更前', en: 'Before' }), say({ zh: '变更后', en: 'After' })]
  return {
    kind: 'table',
    caption: `${number}　${titleIn(title, language)}`,
    columns: [
      { title: say({ zh: '变更情况', en: 'Change' }) },
      { title: say({ zh: '专利权人（权利人）', en: 'Owner' }) },
      { title: say({ zh: '证件', en: 'Identity' }) },
      { title: say({ zh: '份额', en: 'Share' }), align: 'right' },
    ],
    rows: [...before.map((owner) => ownerRow(was, owner, language)), ...after.map((owner) => ownerRow(becomes, owner, language))],
  }
}

export const template: PaperTemplate<SheetFacts> = {
  name,
  official,
  facts: gather,
  render(facts, language) {
    const say = sayIn(language)
    const reason = facts.returns
      ? say({ zh: '赋权收回或者终止，份额返还', en: 'Recovery or end of the grant: the share goes back' })
      : say({ zh: '职务科技成果赋权', en: 'Title grant' })
    return {
      title: say(official),
      blocks: [
        { kind: 'note', text: say(sheetNote) },
        headerFields(facts, language, [
          { label: say({ zh: '变更原因', en: 'Reason' }), value: reason, wide: true },
          { label: say({ zh: '协议签署日', en: 'Agreement signed on' }), value: dayIn(facts.signedOn, language) },
          { label: say({ zh: '最迟申报日', en: 'To be filed by' }), value: dayIn(facts.fileBy, language) },
        ]),
        ...facts.changes.map((change) => changeTable(change, language, say)),
        { kind: 'heading', level: 1, text: say({ zh: '证明文件', en: 'Proofs' }) },
        { kind: 'list', ordered: true, items: proofItems(facts, say) },
        { kind: 'paragraph', text: `${say(effect)}${language === 'en' ? ' ' : ''}${say(rest)}` },
      ],
    }
  },
  requiredFields: [
    {
      field: 'rights',
      rule: onRegistration,
      find: ({ changes }, language) => changes.flatMap((change) => [change.number, titleIn(change, language)]),
    },
    {
      field: 'owners',
      rule: statedRatio,
      find: ({ changes }, language) =>
        changes.flatMap(({ after }) =>
          after.flatMap(({ name: owner, person, shareBp }) => [
            person === undefined ? owner : nameIn(person, language),
            ...(shareBp === undefined ? [] : [percent(shareBp)]),
          ]),
        ),
    },
    { field: 'days', rule: onRegistration, find: ({ signedOn, fileBy }, language) => [dayIn(signedOn, language), dayIn(fileBy, language)] },
    { field: 'effect', rule: onRegistration, find: (_, language) => [sayIn(language)(effect)] },
    { field: 'note', rule: byDesign, find: (_, language) => [sayIn(language)(sheetNote)] },
    { field: 'proofs', rule: patentRulesArticle('15'), find: (facts, language) => proofItems(facts, sayIn(language)) },
    { field: 'rest', rule: suspendedFormalities, find: (_, language) => [sayIn(language)(rest)] },
  ],
}
