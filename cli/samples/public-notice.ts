import type { ObjectionDecision, ObjectionLetter, ObjectionOpening } from '#domain/notice-objection-forms.ts'
import type { PersonId } from '#domain/actor.ts'
import { plainDay, type PlainDay } from '#domain/day.ts'
import { fen } from '#domain/money.ts'
import type { NoticeChange, NoticeContent, NoticeKind, NoticeOpening, NoticePerson, NoticeSubject } from '#domain/public-notice-content.ts'
import type { Posting } from '#domain/public-notice-forms.ts'
import type { MatterId } from '#domain/state.ts'

const title = '（示例）一种紫云英秸秆基可降解育苗基质及其制备方法'

/** What each kind of notice says of its subject, as Zhejiang wants it. */
const subjects: { readonly [kind in NoticeKind]: NoticeSubject } = {
  PRICE: {
    title,
    number: '（示例）ZL202110123456.0',
    abstract: '以紫云英秸秆纤维与海藻胶双网络构成育苗基质骨架，使用后可在土壤中降解。',
    mode: 'ordinary-licence',
    priceFen: fen(50_000_000),
    priceTerms: '签约后十日内支付百分之五十，技术交底后支付其余部分。',
    counterparty: '（示例）江南绿农科技有限公司',
    takerTie: 'none',
    marketUrl: 'https://market.example/notices/1',
  },
  GRANT: {
    title,
    number: '（示例）ZL202110123456.0',
    grant: { what: 'ownership', shareBp: 7000 },
    plan: '由团队与学校共同许可两家农业企业使用，三年内建成年产一万立方米的示范线。',
  },
  CASH_TAX: {
    title,
    mode: 'ordinary-licence',
    incomeFen: fen(50_000_000),
    registration: '（示例）2026330100000001',
  },
  LEADER: { title, incomeFen: fen(50_000_000) },
  AWARD: { title, incomeFen: fen(50_000_000) },
  RELATED: {
    title,
    counterparty: '（示例）江南绿农科技有限公司',
    relation: '完成人之一持有对方百分之十二的股权，并任其技术顾问。',
  },
}

const roles = { PRICE: 'inventor', GRANT: 'inventor', CASH_TAX: 'awardee', LEADER: 'leader', AWARD: 'awardee', RELATED: 'related' } as const

function personIn(kind: NoticeKind, person: PersonId, place: number): NoticePerson {
  const role = roles[kind]
  if (kind === 'GRANT') return { person, role, shareBp: place === 0 ? 4000 : 3000 }
  if (kind === 'CASH_TAX' || kind === 'AWARD') return { person, role, amountFen: fen(10_000_000 + place) }
  return kind === 'LEADER' ? { person, role, shareBp: 1500, post: '（示例）学院副院长' } : { person, role }
}

/** What is posted in a notice of `kind` that concerns `people`. */
export function sampleContent(kind: NoticeKind, people: readonly PersonId[], subject: Partial<NoticeSubject> = {}): NoticeContent {
  return {
    subject: { ...subjects[kind], ...subject },
    people: people.map((person, place) => personIn(kind, person, place)),
    channel: 'https://tto.example/notices',
    contact: '（示例）技术转移办公室，电话 0571-00000000，邮箱 notices@tto.example，杭州市示例路1号行政楼201室',
    attachments: [],
  }
}

/** A notice as an officer opens it. */
export function sampleNotice(kind: NoticeKind, people: readonly PersonId[], changes: Partial<NoticeOpening> = {}): NoticeOpening {
  return { kind, basis: '（示例）科技成果转化领导小组2026年第3次会议纪要', ...sampleContent(kind, people), ...changes }
}

/** Posts it, reviewed on `today`. */
export function samplePosting(today: PlainDay): Posting {
  return { secrecyReview: { reviewedOn: today, opinion: '不涉密，可以公开。' }, channelReached: true, impactAssessed: true }
}

/** The same notice with another content. */
export function sampleChange(
  { subject, people, channel, contact, attachments }: NoticeContent,
  changed: Partial<NoticeSubject>,
): NoticeChange {
  return { subject: { ...subject, ...changed }, people, channel, contact, attachments, reason: '经协商调整。' }
}

/** What somebody objects. */
export const sampleLetter: ObjectionLetter = {
  about: 'price',
  grounds: '（示例）同类成果去年的成交价明显高于公示价格，请核实定价依据。',
  objector: '（示例）吴异议',
  contactOfObjector: 'objector@example.com',
  evidence: [],
}

/** An objection as it is opened against a notice. */
export function sampleObjection(changes: Partial<ObjectionOpening> = {}): ObjectionOpening {
  return {
    ...sampleLetter,
    notice: 'm-notice' as MatterId,
    noticeNumber: 'GS-2026-00001',
    noticeTitle: title,
    noticeKind: 'PRICE',
    contentHash: 'a'.repeat(64),
    closesOn: plainDay('2026-03-17'),
    receivedOn: plainDay('2026-03-02'),
    channel: 'letter',
    interested: [],
    ...changes,
  }
}

/** A reasoned answer. */
export const sampleDecision: ObjectionDecision = {
  findings: ['公示价格依据资产评估报告确定。', '异议所称成交为独占许可，与本次普通许可不可比。'],
  reasons: '定价程序合规，依据充分，异议所提事实不足以否定公示价格。',
  heard: true,
}
