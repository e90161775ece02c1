import { overallParts } from './overall.ts'
import type { Clause, Language } from '../block.ts'
import { amountIn, dayIn, listed, nameIn, percent, type Both } from '../lines.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import { chinese, sayIn, valueIn, type Say } from './lines.ts'
import { considerationIn, exitsIn, partsIn } from './terms.ts'

/** The sentences that a rule asks for; both readings of each. */
export const sentences = {
  registration: {
    zh: '双方应当自本协议签署之日起30日内共同向国务院专利行政部门等主管机关申报权利人变更；所有权份额自登记之日起转移。',
    en: 'Within 30 days of signing the parties file the change of owners with the patent office or other authority; the shares pass on registration.',
  },
  keepsTitle: {
    zh: '甲方保留所有权；乙方在期限内可以自行或者与他人合作实施转化。期满不自动续期；期满前180日甲方提醒乙方，履约良好的，经甲方决定可以延长。',
    en: 'Party A keeps the title; for the term Party B may use and transform the result, alone or with others. Nothing renews itself: 180 days before the end Party A reminds Party B, and where the grant performed well Party A may extend it.',
  },
  override: {
    zh: '以上约定优先于专利法第十四条关于共有人单独实施、普通许可和一致同意的规定。',
    en: 'This goes before Art. 14 of the Patent Law on what co-owners may do alone and what needs all of them.',
  },
  oneIncentive: {
    zh: '同一转化项目不重复激励：乙方已就该项目取得份额收益的，不再就同一项目从甲方收入中取得转化奖励。',
    en: 'One transformation, one incentive: where Party B takes income from its share for a transformation it takes no award out of Party A’s income for the same one.',
  },
  reporting: {
    zh: '乙方每年以书面形式报告转化进展、收入、支出；逾期未报告的，记入履约记录。',
    en: 'Every year Party B reports progress, income and cost in writing; a report not made in time is put on record.',
  },
  warranty: {
    zh: '甲方保证有权作出本次赋权；不保证权利稳定或者转化成功。',
    en: 'Party A warrants that it may make this grant, not that the right is stable or the transformation succeeds.',
  },
  foreign: {
    zh: '向境外转让、许可的，依法办理技术出口手续和项目主管部门审批；涉及国家安全、国家秘密的，立即停止并报告。',
    en: 'Transfers and licences abroad follow the export rules and need the project body’s approval; whatever touches national security or a state secret is stopped and reported at once.',
  },
  receiving: {
    zh: '双方指定本系统内各自的账户为接收通知、报告的特定系统，数据电文进入该系统时生效。',
    en: 'For notices and reports each party designates its account in this system; a message takes effect on entering it.',
  },
  electronic: {
    zh: '双方同意以电子签名方式订立本协议；可靠的电子签名与手写签名或者盖章具有同等的法律效力。继承证明以纸质原件为准。',
    en: 'The parties agree to conclude this agreement by electronic signature; a reliable one has the force of signature or seal. Proofs of inheritance count as paper originals only.',
  },
  breach: {
    zh: '一方违约的，应当继续履行、采取补救措施或者赔偿损失。',
    en: 'Who breaks the agreement performs, makes good or pays damages.',
  },
} satisfies { readonly [name: string]: Both }

/** Where others own a part, only the university's own part is divided. */
function ownPartText(
  { terms, coOwners = [] }: AgreementFacts,
  text: { basis: string; overall: string },
  language: Language,
  say: Say,
): string {
  const parts = terms.title === undefined ? '' : partsIn(terms.title, say)
  const others = listed(
    coOwners.map(({ who, number, shareBp }) => {
      const part = shareBp === undefined ? '' : say({ zh: percent(shareBp), en: `, ${percent(shareBp)}` })
      return say({ zh: `${who}（${number}）${part}`, en: `${who} (${number})${part}` })
    }),
    language,
  )
  return say({
    zh: `${text.basis}甲方将其在所列成果所有权中自有的份额赋予乙方：甲方自有份额的划分为${parts}；乙方各成员占甲方自有份额的比例为：${text.overall}。其他共有人${others}已书面同意，其份额不变。${sentences.registration.zh}`,
    en: `${text.basis}Party A gives Party B a share of its own part of the title, divided: ${parts}; of that part the members hold ${text.overall}. The other owners, ${others}, have agreed in writing and keep their parts. ${sentences.registration.en}`,
  })
}

function grantText(facts: AgreementFacts, language: Language, say: Say): string {
  const { terms, until } = facts
  const basis = say({ zh: `依据${facts.authority}，`, en: `On the authority of ${facts.authority} ` })
  if (terms.title !== undefined) {
    const overall = listed(
      overallParts(facts).map(({ person, shareBp }) => `${nameIn(person, language)}${language === 'en' ? ' ' : ''}${percent(shareBp)}`),
      language,
    )
    if (facts.coOwners !== undefined) return ownPartText(facts, { basis, overall }, language, say)
    return say({
      zh: `${basis}甲方将所列成果的所有权按份额赋予乙方：${partsIn(terms.title, say)}；乙方各成员占全部权利的份额为：${overall}。${sentences.registration.zh}`,
      en: `${basis}Party A gives Party B a share of the title: ${partsIn(terms.title, say)}; of the whole right the members hold ${overall}. ${sentences.registration.en}`,
    })
  }
  const term = say({
    zh: `期限${terms.termYears ?? 0}年，自最后一方签署之日起算（如于本文件出具之日签署，至${until === undefined ? '—' : dayIn(until, 'zh-CN')}届满）。`,
    en: `for ${terms.termYears ?? 0} years from the last signature (if signed on the day of this paper, until ${until === undefined ? '—' : dayIn(until, 'en')}). `,
  })
  return say({
    zh: `${basis}甲方赋予乙方所列成果的长期使用权，${term}${sentences.keepsTitle.zh}`,
    en: `${basis}Party A gives Party B a long-term use right ${term}${sentences.keepsTitle.en}`,
  })
}

function decisionText({ terms }: AgreementFacts, language: Language, say: Say): string {
  const { decision } = terms
  return say({
    zh: `普通许可由${valueIn(decision.ordinaryLicence, language)}决定；独占、排他许可由${valueIn(decision.exclusiveLicence, language)}决定；转让由${valueIn(decision.transfer, language)}决定。意见不一致的：${decision.deadlock}${sentences.override.zh}`,
    en: `Ordinary licence: ${valueIn(decision.ordinaryLicence, language)}. Exclusive or sole licence: ${valueIn(decision.exclusiveLicence, language)}. Transfer: ${valueIn(decision.transfer, language)}. Deadlock: ${decision.deadlock} ${sentences.override.en}`,
  })
}

function incomeText({ terms }: AgreementFacts, say: Say): string {
  return say({
    zh: `转化净收益按以下比例分配：${partsIn(terms.income, say)}；乙方所得依团队内部收益分配协议在各成员之间分配，按最大余数法计算至分。${sentences.oneIncentive.zh}`,
    en: `Net income is divided: ${partsIn(terms.income, say)}; Party B’s part goes to its members by their own agreement, to the fen by largest remainder. ${sentences.oneIncentive.en}`,
  })
}

function taxText({ terms, tax }: AgreementFacts, language: Language, say: Say): string {
  const paid = `${say({ zh: '对价：', en: 'Consideration: ' })}${considerationIn(terms, language)}${say({ zh: '。', en: '. ' })}`
  if (tax === undefined) return paid
  const found =
    tax.exemption ??
    say({
      zh: `无偿转让无形资产视同应税交易，按市场价格${amountIn(tax.marketPriceFen, 'zh-CN')}依法申报`,
      en: `a grant for nothing is a deemed sale, declared at the market price of ${amountIn(tax.marketPriceFen, 'en')}`,
    })
  const flags = tax.flagsRead.map((flag) => valueIn(flag, language)).join(language === 'en' ? '; ' : '；')
  return `${paid}${found}${say({ zh: '。', en: '. ' })}${say({ zh: '税务提示：', en: 'Tax points: ' })}${flags}${say({ zh: '。', en: '.' })}`
}

function endText({ terms }: AgreementFacts, language: Language, say: Say): string {
  return say({
    zh: `有下列情形的，可以提前终止：${exitsIn(terms, language)}。自签署之日起满${terms.recoveryMonths}个月未转化的，甲方听取乙方意见后可以收回。${terms.titleReturns ? '收回或者终止的，乙方份额返还甲方并办理变更登记。' : ''}赋权终止后，已有许可${valueIn(terms.sublicences, language)}。`,
    en: `It may end early on: ${exitsIn(terms, language)}. Where nothing was transformed ${terms.recoveryMonths} months after signing Party A may recover it after hearing Party B. ${terms.titleReturns ? 'On recovery or termination the share goes back and the change is registered. ' : ''}Licences given by then ${valueIn(terms.sublicences, language).toLowerCase()}.`,
  })
}

function postedText({ noticeNumber }: AgreementFacts, say: Say): string {
  return say({
    zh: `本次赋权经学校审批，并经公示（${noticeNumber ?? '—'}）。`,
    en: `The grant was approved by the university and posted (${noticeNumber ?? '—'}).`,
  })
}

type Article = readonly [title: Both, text: string]

/** The articles of the agreement, numbered. */
export function listClauses(facts: AgreementFacts, language: Language): Clause[] {
  const say = sayIn(language)
  const { terms } = facts
  const stop = say({ zh: '。', en: '.' })
  const articles: readonly Article[] = [
    [{ zh: '赋权', en: 'Grant' }, `${grantText(facts, language, say)}${language === 'en' ? ' ' : ''}${postedText(facts, say)}`],
    [{ zh: '收益分配', en: 'Income' }, incomeText(facts, say)],
    [{ zh: '转化决策机制', en: 'Who decides' }, decisionText(facts, language, say)],
    [{ zh: '转化费用', en: 'Cost of transformation' }, `${partsIn(terms.costs.transformation, say)}${stop}`],
    [{ zh: '知识产权维持费用', en: 'Upkeep of the rights' }, `${partsIn(terms.costs.maintenance, say)}${stop}`],
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
    [{ zh: '电子签名', en: 'Electronic signature' }, say(sentences.electronic)],
    [{ zh: '争议', en: 'Disputes' }, `${valueIn(terms.disputes, language)}${stop}`],
  ]
  return articles.map(([title, text], index) => ({
    kind: 'clause',
    number: say({ zh: `第${chinese(index + 1)}条`, en: `Article ${index + 1}` }),
    title: say(title),
    text,
  }))
}
