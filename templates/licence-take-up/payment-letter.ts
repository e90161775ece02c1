import { courseOf, entryStanding, groundOf, refundOwed } from '#domain/licence-take-up-facts.ts'
import type { PaymentStanding } from '#domain/licence-take-up-decision.ts'
import { steps } from '#domain/licence-take-up.ts'
import type { Fen } from '#domain/money.ts'
import { takeUpBasis } from '#domain/open-licence-law.ts'
import { patentLawArticle } from '#domain/patent-citations.ts'
import { byDesign } from '#domain/refusal.ts'
import { findResult } from '#domain/state.ts'
import type { Language } from '../block.ts'
import { amountTwice } from '../amount-words.ts'
import { basisNote, citationsText } from '../citation-text.ts'
import { dayIn, pick, type Both } from '../lines.ts'
import { officeSeal } from '../open-licence/header.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { accountField, gatherHeader, headerFields, remedyText, type Header } from './header.ts'

type LetterFacts = Header & { readonly is: 'part' | 'overdue'; readonly standing: PaymentStanding; readonly refund: Fen }

const official = { zh: '付款告知函', en: 'Letter on payment' }

const again: Both = {
  zh: '许可没有成立。开放许可仍然有效的，可以随时再次提交书面通知。',
  en: 'No licence came about. While the offer stands a new notice may be given at any time.',
}

function gather(context: PaperContext): LetterFacts {
  const { state } = context
  const [ground, course] = [groundOf(state), courseOf(state)]
  return {
    ...gatherHeader(context),
    is: findResult(state, steps.payments.name)?.outcome === 'overdue' ? 'overdue' : 'part',
    standing: entryStanding(ground, course),
    refund: refundOwed(ground, course, false),
  }
}

function sentenceOf({ is, standing, payBy, reference, refund }: LetterFacts, language: Language): string {
  const by = dayIn(payBy, language)
  const [owed, paid, missing] = [standing.owedFen, standing.paidFen, standing.missingFen].map((amount) => amountTwice(amount, language))
  if (is === 'part')
    return language === 'en'
      ? `Of ${owed} we have received ${paid}. Part of the fee makes no licence: please let the remaining ${missing} be credited by ${by}, with the reference ${reference}.`
      : `应付使用费${owed}，已收到${paid}。部分付款不产生许可，请于${by}前（含当日）补足${missing}，附言注明${reference}。`
  const back =
    refund === 0
      ? ''
      : language === 'en'
        ? ` What was paid, ${amountTwice(refund, language)}, goes back to the account it came from within 5 working days.`
        : `已付的${amountTwice(refund, language)}将在5个工作日内原路退还。`
  return language === 'en'
    ? `The fee of ${owed} was not credited in full by ${by}.${back}`
    : `截至${by}，应付使用费${owed}没有足额入账。${back}`
}

export const template: PaperTemplate<LetterFacts> = {
  name: 'licence-take-up/payment-letter',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    return {
      title: say(official),
      blocks: [
        { kind: 'paragraph', indent: false, text: `${facts.notice.taker.name}${say({ zh: '：', en: ':' })}` },
        headerFields(facts, language, facts.is === 'part' ? [accountField(facts, language)] : []),
        { kind: 'paragraph', text: sentenceOf(facts, language) },
        ...(facts.is === 'overdue'
          ? [{ kind: 'paragraph', text: say(again) } as const, { kind: 'paragraph', text: remedyText(facts, language) } as const]
          : []),
        basisNote(takeUpBasis, language),
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    { field: 'taker', rule: takeUpBasis[0], find: ({ notice }) => [notice.taker.name] },
    { field: 'standing', rule: takeUpBasis[0], find: (facts, language) => [sentenceOf(facts, language)] },
    { field: 'basis', rule: takeUpBasis[0], find: (_, language) => [citationsText(takeUpBasis, language)] },
    {
      field: 'remedy',
      rule: patentLawArticle('52'),
      find: (facts, language) => (facts.is === 'overdue' ? [remedyText(facts, language)] : []),
    },
    { field: 'again', rule: byDesign, find: ({ is }, language) => (is === 'overdue' ? [pick(again, language)] : []) },
  ],
}
