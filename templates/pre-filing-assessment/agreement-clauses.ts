import type { Clause, Language } from '../block.ts'
import { amountTwice } from '../amount-words.ts'
import { amountIn, dayIn, nameIn, percent, pick, type Both } from '../lines.ts'
import type { AgreementFacts } from './agreement-facts.ts'

/** The words by which a transfer of what was filed is known to need registration. */
export const onRegistration: Both = { zh: '转让自登记之日起生效', en: 'takes effect on registration' }

/** The sentences of the agreement that a rule asks for; both readings of each. */
export const sentences = {
  right: {
    zh: '甲方经专利申请前评估决定不以自己名义就本成果申请专利，依法将申请专利的权利转让给乙方，乙方同意受让。',
    en: 'After the pre-filing assessment Party A has decided not to apply in its own name and, as the law allows, transfers the right to apply to Party B, who accepts it.',
  },
  forNothing: { zh: '本转让为无偿转让。', en: 'The transfer is for nothing. ' },
  ownCost: {
    zh: '乙方以自己名义申请专利，自行承担申请、代理、审查、维持等全部费用；申请被批准后，专利权归乙方。',
    en: 'Party B applies in its own name and bears all cost of filing, agency, examination and maintenance; when granted, the patent is Party B’s.',
  },
  named: {
    zh: '本成果的全体发明人（包括未受让的发明人）均有在专利文件中写明自己是发明人的权利。',
    en: 'All inventors, those who take nothing over included, have the right to be named as inventors in the patent documents.',
  },
  register: {
    zh: '本协议生效时尚未提出申请的，申请专利的权利自生效之日转移；此前已提出申请的，双方应当向国务院专利行政部门办理登记，转让自登记之日起生效。',
    en: 'Where nothing is filed when this agreement takes effect, the right to apply passes on that day; where an application was filed before, the parties register the transfer with the patent office, and it takes effect on registration.',
  },
  abroad: {
    zh: '在中国完成的发明或者实用新型向外国申请专利的，乙方应当事先报经保密审查，未收到同意的决定不得申请；向境外转让、许可的，依法办理技术出口手续。',
    en: 'Before filing abroad an invention or utility model made in China, Party B asks for the confidentiality examination and files nothing without a decision that clears it; transfers and licences abroad follow the export rules.',
  },
  warranty: {
    zh: '甲方保证有权处置本成果申请专利的权利，不保证申请能够获得授权。',
    en: 'Party A warrants that it may dispose of the right to apply, not that a patent will be granted.',
  },
  secrecy: {
    zh: '专利申请公布之前，双方对本成果负有保密义务。',
    en: 'Until the application is published both parties keep the result confidential.',
  },
} satisfies { readonly [name: string]: Both }

type Say = (both: Both) => string

/** How several takers hold what they take over: without a word of it their shares would be in doubt (民法典 308). */
export const heldInShares: Both = {
  zh: '受让人为二人以上的，按“受让份额”表所列份额按份共有。',
  en: ' Several takers own it in the shares of the table above.',
}

function subjectText({ takers }: AgreementFacts, say: Say): string {
  return `${say(sentences.right)}${takers.length > 1 ? say(heldInShares) : ''}`
}

function priceText({ price, deemedSale }: AgreementFacts, say: Say): string {
  if (price > 0) {
    return say({
      zh: `转让价款为${amountTwice(price, 'zh-CN')}，含税，乙方在本协议生效后30日内支付。`,
      en: `The price is ${amountIn(price, 'en')} (tax included), payable within 30 days of the effective day.`,
    })
  }
  const market = deemedSale?.marketPrice
  const exempt = deemedSale?.exemption
  const tax =
    exempt !== undefined
      ? say({ zh: `免税依据：${exempt}。`, en: `Exemption: ${exempt}.` })
      : market === undefined
        ? ''
        : say({
            zh: `无偿转让无形资产视同应税交易，按市场价格${amountIn(market, 'zh-CN')}确定销售额，由甲方依法申报。`,
            en: `A transfer of an intangible for nothing is a deemed sale; its market price is ${amountIn(market, 'en')}, declared by Party A.`,
          })
  return `${say(sentences.forNothing)}${tax}`
}

function incomeText({ universityShareBp, reportEveryMonths }: AgreementFacts, say: Say): string {
  return say({
    zh: `乙方实施、许可、转让或者以其他方式取得的收益，扣除申请和维持费用后，甲方分享${percent(universityShareBp)}。乙方每${reportEveryMonths}个月书面报告收益、费用并支付，凭证保存备查。`,
    en: `Of income from use, licence, transfer or otherwise, after the cost of filing and maintenance, Party A receives ${percent(universityShareBp)}. Every ${reportEveryMonths} months Party B reports income and cost in writing, pays, and keeps the vouchers.`,
  })
}

function consentText({ consents }: AgreementFacts, language: Language, say: Say): string {
  if (consents.length === 0) return say({ zh: '本成果没有其他共有人。', en: 'The result has no other owner.' })
  return consents
    .map(({ coOwner, letter, on }) =>
      say({
        zh: `共有人${coOwner}已于${dayIn(on, 'zh-CN')}书面同意（${letter}）。`,
        en: `Co-owner ${coOwner} consented in writing on ${dayIn(on, 'en')} (${letter}).`,
      }),
    )
    .join(language === 'en' ? ' ' : '')
}

function effectText({ effectiveOn }: AgreementFacts, say: Say): string {
  const from = say({
    zh: `本协议自各方均签字或者盖章时成立，自${dayIn(effectiveOn, 'zh-CN')}起生效；该日之后才全部签署的，自签署完成之日起生效。`,
    en: `This agreement is made when all have signed or sealed and takes effect on ${dayIn(effectiveOn, 'en')}, or on the day of the last signature where that is later. `,
  })
  return `${from}${say(sentences.register)}`
}

function abroadText({ exportLicence }: AgreementFacts, say: Say): string {
  if (exportLicence === undefined) return say(sentences.abroad)
  const licence = say({ zh: `技术出口许可或登记：${exportLicence}。`, en: ` Export licence or registration: ${exportLicence}.` })
  return `${say(sentences.abroad)}${licence}`
}

function representativeText({ representative }: AgreementFacts, say: Say): string {
  return say({
    zh: `乙方由${nameIn(representative, 'zh-CN')}代表，就本协议的履行与甲方联系；处分专利申请权、专利权须经全体受让人同意。`,
    en: `${nameIn(representative, 'en')} represents Party B towards Party A; disposing of the application or patent needs all takers.`,
  })
}

type Article = readonly [title: Both, text: string]

const researchUse: Both = {
  zh: '甲方保留为教学、科研目的无偿使用本成果的权利。',
  en: 'Party A keeps its free use of the result for teaching and research.',
}

const disputes: Both = {
  zh: '因本协议发生的争议，协商不成的，向有管辖权的人民法院起诉。',
  en: 'Disputes that cannot be settled go to the competent people’s court.',
}

const breach: Both = {
  zh: '一方不履行或者不按约定履行本协议的，应当承担继续履行、采取补救措施或者赔偿损失等违约责任。乙方逾期支付甲方应得收益的，并应支付逾期利息。',
  en: 'A party that does not perform as agreed performs, makes good or pays damages; where Party B is late in paying Party A’s part, interest is added.',
}

/** The words by which the receiving system is known to be named. */
export const receivingSystem: Both = { zh: '特定系统', en: 'designates its account in this system' }

/** Who names no receiving system leaves the day of arrival open (民法典 137; 电子签名法 11). */
const notices: Both = {
  zh: '双方指定本系统内各自的账户为接收与本协议有关的通知、报告的特定系统，数据电文进入该系统时生效；联系方式变更的，应当及时书面告知对方。',
  en: 'For notices and reports under this agreement each party designates its account in this system; a message takes effect on entering it. Changes are notified in writing without delay.',
}

const copies: Both = {
  zh: '双方同意以电子签名方式订立本协议，可靠的电子签名与手写签名或者盖章具有同等的法律效力；需要纸质文本的，各方各执一份，内容与本文件一致。',
  en: 'The parties agree to conclude this agreement by electronic signature; a reliable one has the force of signature or seal. Of paper copies each party holds one, of the same content.',
}

/** The articles of the agreement, numbered. */
export function listClauses(facts: AgreementFacts, language: Language): Clause[] {
  const say: Say = (both) => pick(both, language)
  const research: readonly Article[] = facts.researchUseReserved
    ? [[{ zh: '教学科研使用', en: 'Teaching and research' }, say(researchUse)]]
    : []
  const articles: readonly Article[] = [
    [{ zh: '标的', en: 'Subject' }, subjectText(facts, say)],
    [{ zh: '价款与税费', en: 'Price and tax' }, priceText(facts, say)],
    [{ zh: '申请与费用', en: 'Filing and cost' }, say(sentences.ownCost)],
    [{ zh: '发明人署名', en: 'Inventors' }, say(sentences.named)],
    [{ zh: '收益分享', en: 'Income' }, incomeText(facts, say)],
    ...research,
    [{ zh: '共有人意见', en: 'Co-owners' }, consentText(facts, language, say)],
    [{ zh: '向外国申请与技术出口', en: 'Abroad' }, abroadText(facts, say)],
    [{ zh: '保证', en: 'Warranty' }, say(sentences.warranty)],
    [{ zh: '保密', en: 'Confidentiality' }, say(sentences.secrecy)],
    [{ zh: '乙方代表', en: 'Representative' }, representativeText(facts, say)],
    [{ zh: '违约责任', en: 'Breach' }, say(breach)],
    [{ zh: '通知与送达', en: 'Notices' }, say(notices)],
    [{ zh: '生效', en: 'Effect' }, effectText(facts, say)],
    [{ zh: '电子签名与文本', en: 'Signature and copies' }, say(copies)],
    [{ zh: '争议', en: 'Disputes' }, say(disputes)],
  ]
  return articles.map(([title, text], index) => ({
    kind: 'clause',
    number: say({ zh: `第${chinese(index + 1)}条`, en: `Article ${index + 1}` }),
    title: say(title),
    text,
  }))
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

function chinese(number: number): string {
  const tens = number >= 10 ? '十' : ''
  return `${tens}${digits[number % 10] ?? ''}`
}
