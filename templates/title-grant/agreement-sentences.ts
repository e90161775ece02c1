import { civilCodeArticle } from '#domain/disclosure-law.ts'
import { coOwnership } from '#domain/title-grant-law.ts'
import { citationsText } from '../citation-text.ts'
import type { Both } from '../lines.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import type { Say } from './lines.ts'

/** The sentences that a rule asks for; both readings of each. */
export const sentences = {
  override: {
    zh: `以上约定优先于${citationsText([coOwnership], 'zh-CN')}关于共有人单独实施、普通许可和一致同意的规定。`,
    en: `This goes before ${citationsText([coOwnership], 'en')} on what co-owners may do alone and what needs all of them.`,
  },
  withinUse: {
    zh: `乙方按照以上约定许可他人实施，不得许可约定以外的第三人实施（${citationsText([civilCodeArticle('867')], 'zh-CN')}）。`,
    en: `Party B lets others use the result only as agreed above (${citationsText([civilCodeArticle('867')], 'en')}).`,
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
    zh: '双方各自在本系统内的账户为接收通知、报告的指定系统；数据电文进入时生效。',
    en: 'For notices and reports each party designates its account in this system; a message takes effect on entering it.',
  },
  effect: {
    zh: '本协议自双方均签名或者盖章时成立并生效。',
    en: 'This agreement is concluded and takes effect when all have signed or sealed.',
  },
  electronic: {
    zh: '双方同意以电子签名方式订立本协议；可靠的电子签名与手写签名或者盖章具有同等的法律效力。继承证明以纸质原件为准。',
    en: 'The parties agree to conclude this agreement by electronic signature; a reliable one has the force of signature or seal. Proofs of inheritance count as paper originals only.',
  },
  paymentTime: {
    zh: '支付期限由双方书面约定；没有约定的，甲方可以随时请求支付，但是应当给乙方必要的准备时间。',
    en: 'The parties agree in writing when it is paid; else Party A may ask for it at any time, leaving Party B the time it needs.',
  },
  byNotice: {
    zh: '收回或者解除应当书面通知乙方，自通知到达乙方时生效；乙方有异议的，可以依本协议的争议条款请求确认。',
    en: 'Recovery or rescission is by written notice and takes effect when it arrives; Party B may have its effect decided as the disputes article says.',
  },
  breach: {
    zh: '一方违约的，应当继续履行、采取补救措施或者赔偿损失。',
    en: 'Who breaks the agreement performs, makes good or pays damages.',
  },
} satisfies { readonly [name: string]: Both }

/** Within how many days the change is filed; the shares pass on registration (专利法 10). */
export function registrationText({ recordChangeDays = formerDays.recordChange }: AgreementFacts, say: Say): string {
  return say({
    zh: `双方应当自最后一方签署本协议之日起${recordChangeDays}日内共同向国务院专利行政部门等主管机关申报权利人变更；所有权份额自登记之日起转移。`,
    en: `Within ${recordChangeDays} days of the last signature the parties file the change of owners with the patent office or other authority; the shares pass on registration.`,
  })
}

/** Who owns what is only used, and that nothing renews itself. */
export function keepsTitleText({ extensionNoticeDays = formerDays.extensionNotice }: AgreementFacts, say: Say): string {
  return say({
    zh: `甲方保留所有权；乙方在期限内可以自行或者与他人合作实施转化。期满不自动续期；期满前${extensionNoticeDays}日甲方提醒乙方，履约良好的，经甲方决定可以延长。`,
    en: `Party A keeps the title; for the term Party B may use and transform the result, alone or with others. Nothing renews itself: ${extensionNoticeDays} days before the end Party A reminds Party B, and where the grant performed well Party A may extend it.`,
  })
}

// What papers said that were drawn before the university's own days stood in their facts.
const formerDays = { recordChange: 30, extensionNotice: 180 } as const

/** What stands behind the mechanism: it goes before the default among co-owners; who only uses lets nobody else use but as agreed. */
export function decisionRule({ terms }: AgreementFacts): Both {
  return terms.title === undefined ? sentences.withinUse : sentences.override
}
