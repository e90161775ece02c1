import type { PlainDay } from '#domain/day.ts'
import { computeDue } from '#domain/deadline.ts'
import { formatYuan, sumFen, type Fen } from '#domain/money.ts'
import type { NoticeKind, NoticeSubject } from '#domain/public-notice-content.ts'
import { postedContent } from '#domain/public-notice-published.ts'
import { listNoticeBasis } from '#domain/public-notice-rules.ts'
import { closing, getVersion, readNotice, type NoticeVersion } from '#domain/public-notice-state.ts'
import type { Citation } from '#domain/refusal.ts'
import type { Column, Field, Language, Seal, Table } from '../block.ts'
import { amountIn, dayIn, nameIn, percent, personOf, pick, titleIn, unitIn, type Both, type NamedPerson } from '../lines.ts'
import type { PaperContext } from '../paper-context.ts'
import { termIn, valueIn } from './lines.ts'

/** A person as the notice names him. */
export type NamedOnNotice = NamedPerson & {
  readonly as: string
  readonly shareBp?: number
  readonly amountFen?: Fen
  readonly leads?: string
}

/** What every paper of a notice says. */
export type Header = {
  readonly number: string
  readonly kind: NoticeKind
  readonly basis: string
  readonly subject: NoticeSubject
  readonly named: readonly NamedOnNotice[]
  readonly channel: string
  readonly contact: string
  readonly parentNumber?: string
  readonly postedOn: PlainDay
  readonly closesOn: PlainDay
  readonly provisional: boolean
  readonly version: NoticeVersion
  /** What the kind rests on where the university stands, and what fixes the length; rules of the university are not among them. */
  readonly rests: readonly Citation[]
  readonly institution: Both
  readonly on: PlainDay
}

/** Gathers what every paper of a notice says; the last day is the docketed one, or before that the one that will be. */
export function gatherHeader({ state, people, institution, on, calendar, step }: PaperContext): Header {
  const version = getVersion(state)
  const { kind, basis, parentNumber } = readNotice(state)
  const content = postedContent(state, version)
  const isAnnounced = step.startsWith('announcement#')
  const due = (isAnnounced ? undefined : state.docket[closing]?.due) ?? computeDue(version.term.rule, version.postedOn, calendar)
  const named = content.people.map(({ person, role, shareBp, amountFen, post }) => ({
    ...personOf(people, person),
    as: role,
    ...(shareBp === undefined ? {} : { shareBp }),
    ...(amountFen === undefined ? {} : { amountFen }),
    ...(post === undefined ? {} : { leads: post }),
  }))
  return {
    number: state.head.number,
    kind,
    basis,
    subject: content.subject,
    named,
    channel: content.channel,
    contact: content.contact,
    ...(parentNumber === undefined ? {} : { parentNumber }),
    postedOn: version.postedOn,
    closesOn: due.on,
    provisional: due.provisional,
    version,
    rests: [...listNoticeBasis(kind, institution.province), ...version.term.citations].filter(({ sure }) => sure !== 'design'),
    institution: { zh: institution.nameZh, en: institution.nameEn },
    on,
  }
}

type Say = (both: Both) => string

/** The share, and of what it is where the university owns only a part. */
function grantedShareIn({ shareBp, of }: NonNullable<NoticeSubject['grant']>, language: Language): string {
  if (shareBp === undefined) return ''
  if (of === undefined) return percent(shareBp)
  return pick({ zh: `学校自有份额的${percent(shareBp)}`, en: `${percent(shareBp)} of the university’s part` }, language)
}

function grantIn({ grant }: NoticeSubject, language: Language): string {
  if (grant === undefined) return ''
  const { what, termYears } = grant
  const years = termYears === undefined ? '' : language === 'en' ? `${termYears} years` : `${termYears}年`
  const parts = [valueIn(what, language), grantedShareIn(grant, language), years].filter((part) => part !== '')
  return parts.join(language === 'en' ? ', ' : '，')
}

/** The subject line by line; what the content does not have is left out. */
export function subjectFields({ subject, parentNumber, number, basis }: Header, language: Language): Field[] {
  const say: Say = (both) => pick(both, language)
  const line = (label: Both, value: string | undefined, wide = true): Field[] =>
    value === undefined || value === '' ? [] : [{ label: say(label), value, ...(wide ? { wide: true } : {}) }]
  return [
    ...line({ zh: '成果名称', en: 'Result' }, titleIn(subject, language)),
    ...line({ zh: '公示编号', en: 'Notice' }, number, false),
    ...line({ zh: '所属办件', en: 'For matter' }, parentNumber, false),
    ...line({ zh: '专利号或成果编号', en: 'Number' }, language === 'en' ? subject.number?.replaceAll('、', ', ') : subject.number),
    ...line({ zh: '公示依据', en: 'Rests on' }, basis),
    ...line({ zh: '成果简介', en: 'Abstract' }, subject.abstract),
    ...line({ zh: '转化方式', en: 'Mode' }, subject.mode === undefined ? undefined : valueIn(subject.mode, language)),
    ...line({ zh: '拟交易价格', en: 'Price proposed' }, subject.priceFen === undefined ? undefined : amountIn(subject.priceFen, language)),
    ...line({ zh: '价格说明', en: 'Terms of the price' }, subject.priceTerms),
    ...line({ zh: '交易对方', en: 'Other side' }, subject.counterparty),
    ...line(
      { zh: '对方是否为完成人或其关联方', en: 'Tie to a contributor' },
      subject.takerTie === undefined ? undefined : valueIn(subject.takerTie, language),
    ),
    ...line({ zh: '关联关系', en: 'Relation' }, subject.relation),
    ...line({ zh: '技术市场公示', en: 'On the technology market' }, subject.marketUrl),
    ...line({ zh: '赋权内容', en: 'Grant' }, grantIn(subject, language)),
    ...line({ zh: '转化实施方案', en: 'Plan' }, subject.plan),
    ...line({ zh: '转化收入', en: 'Income' }, subject.incomeFen === undefined ? undefined : amountIn(subject.incomeFen, language)),
    ...line({ zh: '技术合同登记编号', en: 'Contract registration' }, subject.registration),
  ]
}

/** The people whom the basis of the kind wants named; undefined where there are none. */
export function peopleTable({ named, subject }: Header, language: Language): Table | undefined {
  if (named.length === 0) return undefined
  const say: Say = (both) => pick(both, language)
  const share: Both =
    subject.grant?.of === undefined ? { zh: '份额', en: 'Share' } : { zh: '占学校自有份额的比例', en: 'Share of the university’s part' }
  const amounts = named.flatMap(({ amountFen }) => (amountFen === undefined ? [] : [amountFen]))
  const columns: (Pick<Column, 'align'> & {
    readonly title: Both
    readonly has: boolean
    readonly cell: (one: NamedOnNotice) => string
    readonly total?: string
  })[] = [
    { title: { zh: '姓名', en: 'Name' }, has: true, cell: (one) => nameIn(one, language), total: say({ zh: '合计', en: 'Total' }) },
    { title: { zh: '单位', en: 'Unit' }, has: true, cell: (one) => unitIn(one, language) },
    { title: { zh: '身份', en: 'As' }, has: true, cell: (one) => valueIn(one.as, language) },
    { title: { zh: '职务', en: 'Post' }, has: named.some(({ leads }) => leads !== undefined), cell: ({ leads }) => leads ?? '—' },
    {
      title: share,
      align: 'right',
      has: named.some(({ shareBp }) => shareBp !== undefined),
      cell: ({ shareBp }) => (shareBp === undefined ? '—' : percent(shareBp)),
    },
    {
      title: { zh: '金额（元）', en: 'CNY' },
      align: 'right',
      has: amounts.length > 0,
      cell: ({ amountFen }) => (amountFen === undefined ? '—' : formatYuan(amountFen)),
      total: formatYuan(sumFen(amounts)),
    },
  ]
  const shown = columns.filter(({ has }) => has)
  return {
    kind: 'table',
    columns: shown.map(({ title, align }) => ({ title: say(title), ...(align === undefined ? {} : { align }) })),
    rows: named.map((one) => shown.map(({ cell }) => cell(one))),
    ...(amounts.length > 1 ? { total: shown.map(({ total = '' }) => total) } : {}),
  }
}

/** From which day to which, and how long that is. */
export function periodIn({ postedOn, closesOn, version }: Header, language: Language): string {
  const term = termIn(version.term.rule, language)
  return language === 'en'
    ? `From ${dayIn(postedOn, language)} to ${dayIn(closesOn, language)} inclusive (${term}, the day of posting not counted).`
    : `自${dayIn(postedOn, language)}起至${dayIn(closesOn, language)}止（${term}，发布当日不计）。`
}

/** The office's close of a paper. */
export function officeSeal({ institution, on }: Pick<Header, 'institution' | 'on'>, language: Language): Seal {
  const say: Say = (both) => pick(both, language)
  const label = say({ zh: '知识产权与技术转移办公室（盖章）', en: 'IP and technology transfer office (seal)' })
  return { kind: 'seal', label, issuer: say(institution), date: dayIn(on, language) }
}
