import type { NoticeContent, NoticeKind, NoticePerson } from './public-notice-content.ts'
import { listNoticeBasis, noticeRules } from './public-notice-rules.ts'
import { refuse, type Refusal, type Rule } from './refusal.ts'
import { unreachable } from './unreachable.ts'

/** Whose names a notice of `kind` shows: only those its basis demands (个人信息保护法 13, 25); a price notice names who is tied to the taker. */
export function listNamed(kind: NoticeKind, people: readonly NoticePerson[]): readonly NoticePerson[] {
  const roleOf = {
    PRICE: 'related',
    GRANT: 'inventor',
    CASH_TAX: 'awardee',
    LEADER: 'leader',
    AWARD: 'awardee',
    RELATED: 'related',
  } as const
  return people.filter(({ role }) => role === roleOf[kind])
}

function wants(isThere: boolean, rule: Rule, field: string): Refusal[] {
  return isThere ? [] : [refuse(rule, {}, field)]
}

function checkPrice({ subject }: NoticeContent, province: string | undefined): Refusal[] {
  const price = wants(subject.priceFen !== undefined || subject.priceTerms !== undefined, noticeRules.priceMissing, '/subject/priceFen')
  if (province !== 'Zhejiang') return price
  return [
    ...price,
    ...wants(subject.abstract !== undefined, noticeRules.abstractMissing, '/subject/abstract'),
    ...wants(subject.mode !== undefined, noticeRules.modeMissing, '/subject/mode'),
    ...wants(subject.marketUrl !== undefined, noticeRules.marketMissing, '/subject/marketUrl'),
    ...wants(subject.takerTie !== undefined, noticeRules.tieUnstated, '/subject/takerTie'),
    ...checkTie(subject.takerTie, subject.relation),
  ]
}

/** A taker who is tied to a contributor is marked with what ties him. */
function checkTie(tie: NoticeContent['subject']['takerTie'], relation: string | undefined): Refusal[] {
  return wants(tie === undefined || tie === 'none' || relation !== undefined, noticeRules.relationMissing, '/subject/relation')
}

function checkGrant({ subject, people }: NoticeContent): Refusal[] {
  const { grant } = subject
  const isWhole = grant !== undefined && (grant.what === 'ownership' ? grant.shareBp !== undefined : grant.termYears !== undefined)
  return [
    ...wants(listNamed('GRANT', people).length > 0, noticeRules.teamMissing, '/people'),
    ...wants(isWhole, noticeRules.grantMissing, '/subject/grant'),
    ...wants(subject.plan !== undefined, noticeRules.planMissing, '/subject/plan'),
  ]
}

function checkAwardees(kind: 'CASH_TAX' | 'AWARD', people: readonly NoticePerson[], province?: string): Refusal[] {
  const citations = listNoticeBasis(kind, province)
  const awardees = listNamed(kind, people)
  const without = people.findIndex(({ role, amountFen, shareBp }) => role === 'awardee' && !(amountFen ?? (kind === 'AWARD' && shareBp)))
  return [
    ...wants(awardees.length > 0, { ...noticeRules.awardeesMissing, citations }, '/people'),
    ...wants(without < 0, { ...noticeRules.amountMissing, citations }, `/people/${without}/amountFen`),
  ]
}

function checkCash({ subject, people }: NoticeContent, province?: string): Refusal[] {
  return [
    ...wants(subject.mode !== undefined, noticeRules.transformationMissing, '/subject/mode'),
    ...checkAwardees('CASH_TAX', people, province),
    ...wants(subject.registration !== undefined, noticeRules.registrationMissing, '/subject/registration'),
  ]
}

function checkLeader({ people }: NoticeContent, province?: string): Refusal[] {
  const citations = listNoticeBasis('LEADER', province)
  const without = people.findIndex(({ role, amountFen, shareBp }) => role === 'leader' && amountFen === undefined && shareBp === undefined)
  return [
    ...wants(listNamed('LEADER', people).length > 0, { ...noticeRules.leaderMissing, citations }, '/people'),
    ...wants(without < 0, { ...noticeRules.leaderShareMissing, citations }, `/people/${without}/shareBp`),
  ]
}

function checkRelated({ subject, people }: NoticeContent, province?: string): Refusal[] {
  const rule = { ...noticeRules.relationMissing, citations: listNoticeBasis('RELATED', province) }
  return [
    ...wants(subject.relation !== undefined, rule, '/subject/relation'),
    ...wants(subject.counterparty !== undefined, rule, '/subject/counterparty'),
    ...wants(listNamed('RELATED', people).length > 0, rule, '/people'),
  ]
}

/** What must appear in a notice of `kind` in `province` and does not (rules 1.3). */
export function checkContents(kind: NoticeKind, content: NoticeContent, province?: string): Refusal[] {
  switch (kind) {
    case 'PRICE':
      return checkPrice(content, province)
    case 'GRANT':
      return checkGrant(content)
    case 'CASH_TAX':
      return checkCash(content, province)
    case 'LEADER':
      return checkLeader(content, province)
    case 'AWARD':
      return checkAwardees('AWARD', content.people, province)
    case 'RELATED':
      return checkRelated(content, province)
    default:
      return unreachable(kind)
  }
}
