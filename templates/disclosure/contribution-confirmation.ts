import type { PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { ShareConfirmation } from '#domain/disclosure-desk-forms.ts'
import { civilCodeArticle, technologyContractArticle } from '#domain/disclosure-law.ts'
import { findShares, getDisclosure } from '#domain/disclosure-state.ts'
import { patentLawArticle, patentRulesArticle } from '#domain/patent-citations.ts'
import type { MatterState, Result } from '#domain/state.ts'
import type { Block, Language } from '../block.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { basisNote } from '../citation-text.ts'
import { dayIn, nameIn, percent, personOf, pick, titleIn, type Both, type NamedPerson, type ResultTitle } from '../lines.ts'
import { titlesOf } from './lines.ts'

type Confirmation = NamedPerson & {
  readonly feature: string
  readonly shareBp: number
  /** When he confirmed this number; absent where the university determined it. */
  readonly confirmedOn?: PlainDay
  readonly byLink?: true
}

/** What every inventor contributed and confirmed. */
type ContributionFacts = ResultTitle & {
  readonly matter: string
  readonly how: 'confirmed' | 'determined'
  readonly confirmations: readonly Confirmation[]
  readonly institution: Both
  readonly on: PlainDay
}

const official = { zh: '发明人贡献确认书', en: 'Confirmation of inventors’ contributions' }

const basis = [patentRulesArticle('14'), patentLawArticle('16'), technologyContractArticle('6'), civilCodeArticle('849')]

/** Where inventors may take a share that the university determined: disputes on rewards can be mediated. */
const remedy = patentRulesArticle('102(1)(iii)')

const statements: readonly Both[] = [
  {
    zh: '下列发明人均对本成果的实质性特点作出了创造性贡献；只负责组织工作、提供物质技术条件或者从事辅助工作的人员未列入。',
    en: 'Each inventor below made a creative contribution to the substantive features of the result; who only organised, provided means or assisted is not listed.',
  },
  {
    zh: '各发明人有权在专利文件和有关技术成果文件上写明自己是发明人。',
    en: 'Each inventor has the right to be named as such in the patent and other papers of the result.',
  },
]

const shared: Both = {
  zh: '收益比例是各发明人之间分配本成果奖励和报酬的比例；另有书面约定的，从其约定。',
  en: 'The shares divide rewards and remuneration for the result among the inventors, unless they agree otherwise in writing.',
}

const ends: { readonly [how in ContributionFacts['how']]: Both } = {
  confirmed: {
    zh: '上列比例均由各发明人本人填写并确认。',
    en: 'Each inventor wrote and confirmed his own share.',
  },
  determined: {
    zh: '发明人之间经多轮协商未能达成一致，学校听取全体发明人意见后确定上列比例。对此有异议的，可请求管理专利工作的部门调解，或向人民法院起诉。',
    en: 'The inventors did not agree in the rounds provided; the university determined these shares after hearing them all. Whoever disagrees may ask the patent administration to mediate or bring an action in the people’s court.',
  },
}

/** The latest confirmation of a person, of whichever visit. */
function findConfirmation(state: MatterState, person: PersonId): Result | undefined {
  const own = Object.entries(state.results).filter(([id]) => id.startsWith('confirm-share#') && id.endsWith(`/${person}`))
  return own.map(([, result]) => result).findLast((result) => result.outcome === 'confirmed')
}

function confirmationOf({ state, people }: PaperContext, person: PersonId, feature: string, shareBp: number): Confirmation {
  const named = personOf(people, person)
  const result = findConfirmation(state, person)
  const said = result?.data as unknown as ShareConfirmation | undefined
  // A confirmation of another number, from an earlier round, confirms nothing.
  if (result === undefined || said === undefined || said.shareBp !== shareBp) return { ...named, feature, shareBp }
  const byLink = result.by.is === 'person' && result.by.byLink === true
  return { ...named, feature: said.feature, shareBp, confirmedOn: result.on, ...(byLink ? { byLink: true as const } : {}) }
}

function markOf({ confirmedOn, byLink }: Confirmation, language: Language): string {
  if (confirmedOn === undefined) return pick({ zh: '学校确定', en: 'Determined' }, language)
  const how = byLink === true ? pick({ zh: '（一次性链接）', en: ' (one-time link)' }, language) : ''
  return `${pick({ zh: '已确认\n', en: 'Confirmed\n' }, language)}${dayIn(confirmedOn, language)}${how}`
}

function tableOf({ confirmations }: ContributionFacts, language: Language): Block {
  const say = (both: Both) => pick(both, language)
  return {
    kind: 'table',
    columns: [
      { title: say({ zh: '序号', en: 'No.' }), width: 1, align: 'center' },
      { title: say({ zh: '发明人', en: 'Inventor' }), width: 2 },
      { title: say({ zh: '贡献的技术特征', en: 'Feature contributed' }), width: 4 },
      { title: say({ zh: '收益比例', en: 'Share' }), width: 1.5, align: 'right' },
      { title: say({ zh: '确认', en: 'Confirmation' }), width: 2.8 },
      { title: say({ zh: '本人签字', en: 'Signature' }), width: 2.2 },
    ],
    rows: confirmations.map((one, place) => [
      String(place + 1),
      nameIn(one, language),
      one.feature,
      percent(one.shareBp),
      markOf(one, language),
      '',
    ]),
    total: ['', say({ zh: '合计', en: 'Total' }), '', percent(confirmations.reduce((sum, one) => sum + one.shareBp, 0)), '', ''],
  }
}

export const template: PaperTemplate<ContributionFacts> = {
  name: 'disclosure/contribution-confirmation',
  official,
  facts(context) {
    const { state, institution, on } = context
    const shares = findShares(state)
    const confirmations = getDisclosure(state).inventors.map((one) =>
      confirmationOf(
        context,
        one.person,
        one.feature,
        shares?.shares.find((share) => share.person === one.person)?.shareBp ?? one.contributionBp,
      ),
    )
    return {
      matter: state.head.number,
      ...titlesOf(state),
      how: shares?.how ?? 'determined',
      confirmations,
      institution: { zh: institution.nameZh, en: institution.nameEn },
      on,
    }
  },
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    return {
      title: say(official),
      blocks: [
        {
          kind: 'fields',
          rows: [
            { label: say({ zh: '成果名称', en: 'Result' }), value: titleIn(facts, language), wide: true },
            { label: say({ zh: '披露编号', en: 'Disclosure' }), value: facts.matter, wide: true },
          ],
        },
        ...statements.map((text) => ({ kind: 'paragraph', text: say(text) }) as const),
        tableOf(facts, language),
        { kind: 'paragraph', text: say(ends[facts.how]) },
        { kind: 'paragraph', text: say(shared) },
        basisNote(facts.how === 'determined' ? [...basis, remedy] : basis, language),
        {
          kind: 'seal',
          label: say({ zh: '知识产权与技术转移办公室（盖章）', en: 'IP and technology transfer office (seal)' }),
          issuer: say(facts.institution),
          date: dayIn(facts.on, language),
        },
      ],
    }
  },
  requiredFields: [
    {
      field: 'inventor',
      rule: patentLawArticle('16'),
      find: ({ confirmations }, language) => confirmations.map((one) => nameIn(one, language)),
    },
    { field: 'feature', rule: patentRulesArticle('14'), find: ({ confirmations }) => confirmations.map((one) => one.feature) },
    {
      field: 'share',
      rule: technologyContractArticle('6'),
      find: ({ confirmations }) => [...confirmations.map((one) => percent(one.shareBp)), '100.00%'],
    },
    { field: 'use', rule: civilCodeArticle('849'), find: (_, language) => [pick(shared, language)] },
    { field: 'remedy', rule: remedy, find: ({ how }, language) => [pick(ends[how], language)] },
  ],
}
