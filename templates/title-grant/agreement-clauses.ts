import { deemedSale } from '#domain/title-grant-law.ts'
import type { Clause, Language } from '../block.ts'
import { citationsText } from '../citation-text.ts'
import { amountIn, asSentence, dayIn, listed, percent, type Both } from '../lines.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import { decisionRule, keepsTitleText, registrationText, sentences } from './agreement-sentences.ts'
import { authorityIn } from './authority.ts'
import { disputesArticle } from './dispute.ts'
import { chinese, sayIn, valueIn, type Say } from './lines.ts'
import { considerationIn, exitsIn, partyPartsIn } from './terms.ts'

/** Where others own a part, only the university's own part is divided. */
function ownPartText(facts: AgreementFacts, language: Language, say: Say): string {
  const { terms, coOwners = [] } = facts
  const parts = terms.title === undefined ? '' : partyPartsIn(terms.title, say)
  const others = listed(
    coOwners.map(({ who, number, shareBp }) => {
      const part = shareBp === undefined ? '' : say({ zh: percent(shareBp), en: `, ${percent(shareBp)}` })
      return say({ zh: `${who}（${number}）${part}`, en: `${who} (${number})${part}` })
    }),
    language,
  )
  return say({
    zh: `甲方将其在所列成果所有权中自有的份额赋予乙方，甲方自有份额的划分为：${parts}；乙方各成员占甲方自有份额的比例见成员表。其他共有人${others}已书面同意，其份额不变。`,
    en: `Party A gives Party B a share of its own part of the title, divided: ${parts}; what each member holds of that part stands in the table of members. The other owners, ${others}, have agreed in writing and keep their parts. `,
  })
}

function grantText(facts: AgreementFacts, language: Language, say: Say): string {
  const { terms, until } = facts
  const authority = authorityIn(facts, language)
  const basis = say({ zh: `依据${authority}，`, en: `On the authority of the ${authority}, ` })
  if (terms.title !== undefined) {
    const whole = say({
      zh: `甲方将所列成果的所有权按份额赋予乙方：${partyPartsIn(terms.title, say)}；乙方各成员占全部权利的份额见成员表。`,
      en: `Party A gives Party B a share of the title: ${partyPartsIn(terms.title, say)}; what each member holds of the whole right stands in the table of members. `,
    })
    const given = facts.coOwners === undefined ? whole : ownPartText(facts, language, say)
    return `${basis}${given}${registrationText(facts, say)}`
  }
  const term = say({
    zh: `期限${terms.termYears ?? 0}年，自最后一方签署之日起算（如于本文件出具之日签署，至${until === undefined ? '—' : dayIn(until, 'zh-CN')}届满）。`,
    en: `for ${terms.termYears ?? 0} years from the last signature (if signed on the day of this paper, until ${until === undefined ? '—' : dayIn(until, 'en')}). `,
  })
  return say({
    zh: `${basis}甲方赋予乙方所列成果的长期使用权，${term}${keepsTitleText(facts, say)}`,
    en: `${basis}Party A gives Party B a long-term use right ${term}${keepsTitleText(facts, say)}`,
  })
}

function decisionText(facts: AgreementFacts, language: Language, say: Say): string {
  const { decision } = facts.terms
  const deadlock = asSentence(decision.deadlock, language)
  return say({
    zh: `普通许可由${valueIn(decision.ordinaryLicence, language)}决定；独占、排他许可由${valueIn(decision.exclusiveLicence, language)}决定；转让由${valueIn(decision.transfer, language)}决定。意见不一致的：${deadlock}${decisionRule(facts).zh}`,
    en: `Ordinary licence: ${valueIn(decision.ordinaryLicence, language)}. Exclusive or sole licence: ${valueIn(decision.exclusiveLicence, language)}. Transfer: ${valueIn(decision.transfer, language)}. Deadlock: ${deadlock} ${decisionRule(facts).en}`,
  })
}

function incomeText({ terms }: AgreementFacts, say: Say): string {
  return say({
    zh: `转化净收益按以下比例分配：${partyPartsIn(terms.income, say)}；乙方所得依团队内部收益分配协议在各成员之间分配，按最大余数法计算至分。${sentences.oneIncentive.zh}`,
    en: `Net income is divided: ${partyPartsIn(terms.income, say)}; Party B’s part goes to its members by their own agreement, to the fen by largest remainder. ${sentences.oneIncentive.en}`,
  })
}

function costText(parts: AgreementFacts['terms']['income'], say: Say): string {
  return say({ zh: `由双方按以下比例承担：${partyPartsIn(parts, say)}。`, en: `Borne by ${partyPartsIn(parts, say)}.` })
}

function taxText({ terms, tax }: AgreementFacts, language: Language, say: Say): string {
  const price = `${say({ zh: '对价：', en: 'Consideration: ' })}${considerationIn(terms, language)}${say({ zh: '。', en: '. ' })}`
  const paid = terms.considerationFen === 0 ? price : `${price}${say(sentences.paymentTime)}`
  if (tax === undefined) return paid
  const found =
    tax.exemption ??
    say({
      zh: `无偿转让无形资产视同应税交易（${citationsText(deemedSale, language)}），按市场价格${amountIn(tax.marketPriceFen, 'zh-CN')}依法申报`,
      en: `A grant for nothing is a deemed sale (${citationsText(deemedSale, language)}), declared at the market price of ${amountIn(tax.marketPriceFen, 'en')}`,
    })
  const flags = tax.flagsRead.map((flag) => valueIn(flag, language)).join(language === 'en' ? '; ' : '；')
  return `${paid}${asSentence(found, language)}${say({ zh: '税务提示：', en: ' Tax points: ' })}${flags}${say({ zh: '。', en: '.' })}`
}

/** What becomes of the right when the grant ends: a share goes back where agreed, a use right is simply over. */
function afterEnd({ terms }: AgreementFacts): Both {
  if (terms.title === undefined)
    return { zh: '收回或者终止的，乙方的使用权终止。', en: 'On recovery or termination the use right is over. ' }
  if (!terms.titleReturns) return { zh: '', en: '' }
  return {
    zh: '收回或者终止的，乙方份额返还甲方并办理变更登记，返还自登记之日起生效。',
    en: 'On recovery or termination the share goes back; the change is filed and takes effect on registration. ',
  }
}

function endText(facts: AgreementFacts, language: Language, say: Say): string {
  const { terms } = facts
  return say({
    zh: `有下列情形的，可以提前终止：${exitsIn(terms, language)}。自签署之日起满${terms.recoveryMonths}个月未转化的，甲方听取乙方意见后可以收回。${sentences.byNotice.zh}${afterEnd(facts).zh}赋权终止后，已有许可${valueIn(terms.sublicences, language)}。`,
    en: `It may end early on: ${exitsIn(terms, language)}. Where nothing was transformed ${terms.recoveryMonths} months after signing Party A may recover it after hearing Party B. ${sentences.byNotice.en} ${afterEnd(facts).en}Licences given by then ${valueIn(terms.sublicences, language).toLowerCase()}.`,
  })
}

function postedText({ noticeNumber }: AgreementFacts, say: Say): string {
  return say({
    zh: `本次赋权经学校审批，并经公示（公示编号：${noticeNumber ?? '—'}）。`,
    en: `The grant was approved by the university and posted (notice ${noticeNumber ?? '—'}).`,
  })
}

type Article = readonly [title: Both, text: string]

/** The articles of the agreement, numbered. */
export function listClauses(facts: AgreementFacts, language: Language): Clause[] {
  const say = sayIn(language)
  const { terms } = facts
  const articles: readonly Article[] = [
    [{ zh: '赋权', en: 'Grant' }, `${grantText(facts, language, say)}${language === 'en' ? ' ' : ''}${postedText(facts, say)}`],
    [{ zh: '收益分配', en: 'Income' }, incomeText(facts, say)],
    [{ zh: '转化决策机制', en: 'Who decides' }, decisionText(facts, language, say)],
    [{ zh: '转化费用', en: 'Cost of transformation' }, costText(terms.costs.transformation, say)],
    [{ zh: '知识产权维持费用', en: 'Upkeep of the rights' }, costText(terms.costs.maintenance, say)],
    [
      { zh: '后续改进', en: 'Improvements' },
      say({
        zh: `后续改进成果归${valueIn(terms.improvements, language)}。`,
        en: `Improvements belong to: ${valueIn(terms.improvements, language)}.`,
      }),
    ],
    [
      { zh: '报告', en: 'Reports' },
      `${say(sentences.reporting)}${say({ zh: '首次报告日：', en: ' The first is due on ' })}${dayIn(terms.firstReportOn, language)}${say({ zh: '。', en: '.' })}`,
    ],
    [{ zh: '对价与税费', en: 'Consideration and tax' }, taxText(facts, language, say)],
    [{ zh: '终止与收回', en: 'End and recovery' }, endText(facts, language, say)],
    [{ zh: '保证', en: 'Warranty' }, say(sentences.warranty)],
    [{ zh: '技术出口与安全', en: 'Abroad and security' }, say(sentences.foreign)],
    [{ zh: '违约责任', en: 'Breach' }, say(sentences.breach)],
    [{ zh: '通知与送达', en: 'Notices' }, say(sentences.receiving)],
    [{ zh: '争议', en: 'Disputes' }, disputesArticle(terms, say)],
    [
      { zh: '生效与电子签名', en: 'Effect and electronic signature' },
      `${say(sentences.effect)}${language === 'en' ? ' ' : ''}${say(sentences.electronic)}`,
    ],
  ]
  return articles.map(([title, text], index) => ({
    kind: 'clause',
    number: say({ zh: `第${chinese(index + 1)}条`, en: `Article ${index + 1}` }),
    title: say(title),
    text,
  }))
}
