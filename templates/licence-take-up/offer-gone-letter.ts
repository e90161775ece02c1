import type { PlainDay } from '#domain/day.ts'
import { civilCodeArticle } from '#domain/disclosure-law.ts'
import { courseOf, groundOf, refundOwed, verdictOf } from '#domain/licence-take-up-facts.ts'
import type { TableLine } from '#domain/licence-take-up-decision.ts'
import { steps } from '#domain/licence-take-up.ts'
import type { Fen } from '#domain/money.ts'
import { endBasis } from '#domain/open-licence-docket.ts'
import type { OfferEnd } from '#domain/open-licence-end.ts'
import { exportRules, takeUpBasis, withdrawalBasis } from '#domain/open-licence-law.ts'
import { patentLawArticle } from '#domain/patent-citations.ts'
import { byDesign, type Citation } from '#domain/refusal.ts'
import { findResult } from '#domain/state.ts'
import type { Block, Language } from '../block.ts'
import { amountTwice } from '../amount-words.ts'
import { citationsText } from '../citation-text.ts'
import { dayIn, pick, type Both } from '../lines.ts'
import { endTable } from '../open-licence/end-table.ts'
import { officeSeal } from '../open-licence/header.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { gatherHeader, headerFields, remedyText, type Header } from './header.ts'
import { tableLines } from './lines.ts'

type GoneFacts = Header & {
  readonly because: 'offer' | 'counsel' | 'export'
  readonly line: TableLine
  readonly endedOn?: PlainDay
  /** How the offer ended; absent where it stands, and in letters drawn before they told it. */
  readonly cause?: OfferEnd['cause']
  readonly refund: Fen
  readonly opinion?: string
}

const official = { zh: '实施开放许可通知答复函', en: 'Reply to a notice of taking up an open licence' }

const exportBarred: Both = {
  zh: '该技术依照技术进出口管理的规定不得向贵方所在国家或地区出口，许可不能成立。',
  en: 'Under the rules on technology exports this technology may not go to your country: there is no licence.',
}

function gather(context: PaperContext): GoneFacts {
  const { state } = context
  const [ground, course] = [groundOf(state), courseOf(state)]
  const counsel = findResult(state, steps.legalReview.name)
  const isExport = findResult(state, steps.exportCheck.name)?.outcome === 'barred'
  const isCounsel = counsel?.outcome === 'not-licensed'
  const opinion = String(counsel?.data['opinion'] ?? '')
  return {
    ...gatherHeader(context),
    because: isExport ? 'export' : isCounsel ? 'counsel' : 'offer',
    line: verdictOf(ground, course).line,
    ...(course.ended === undefined ? {} : { endedOn: course.ended.endedOn, cause: course.ended.cause }),
    refund: refundOwed(ground, course, false),
    ...(isCounsel && opinion !== '' ? { opinion } : {}),
  }
}

function whyIn({ because, line, endedOn, opinion }: GoneFacts, language: Language): string {
  if (because === 'export') return pick(exportBarred, language)
  const said = pick(tableLines[line], language)
  const end =
    endedOn === undefined
      ? ''
      : language === 'en'
        ? `The offer ended on ${dayIn(endedOn, language)}. `
        : `开放许可已于${dayIn(endedOn, language)}终止。`
  const found =
    because !== 'counsel'
      ? ''
      : language === 'en'
        ? ` Counsel found that there is no licence. ${opinion ?? ''}`
        : `经法务审查，许可不成立。${opinion ?? ''}`
  return `${end}${said}${found}${language === 'en' && because === 'offer' ? ' There is no licence.' : because === 'offer' ? '许可没有成立。' : ''}`
}

/** What the reply rests on: the ban on the export, or how the offer ended and that a notice works on arrival. */
function basisOf({ because, cause }: GoneFacts): readonly Citation[] {
  if (because === 'export') return [exportRules('29')]
  return [...(cause === undefined ? takeUpBasis : endBasis(cause)), civilCodeArticle('137')]
}

function refundIn({ refund }: GoneFacts, language: Language): string {
  return language === 'en'
    ? `What you paid, ${amountTwice(refund, language)}, goes back to the account it came from within 5 working days.`
    : `已付的${amountTwice(refund, language)}将在5个工作日内原路退还。`
}

export const template: PaperTemplate<GoneFacts> = {
  name: 'licence-take-up/offer-gone-letter',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    const { notice, because, refund } = facts
    const table: readonly Block[] = because === 'export' ? [] : [endTable(language)]
    return {
      title: say(official),
      blocks: [
        { kind: 'paragraph', indent: false, text: `${notice.taker.name}${say({ zh: '：', en: ':' })}` },
        headerFields(facts, language, [
          { label: say({ zh: '通知发出日', en: 'Dispatched on' }), value: dayIn(notice.dispatchedOn, language) },
          { label: say({ zh: '通知到达日', en: 'Arrived on' }), value: dayIn(notice.arrivedOn, language) },
          { label: say({ zh: '依据', en: 'Basis' }), value: citationsText(basisOf(facts), language), wide: true },
        ]),
        { kind: 'paragraph', text: whyIn(facts, language) },
        ...(refund === 0 ? [] : [{ kind: 'paragraph', text: refundIn(facts, language) } as const]),
        ...table,
        { kind: 'paragraph', text: remedyText(facts, language) },
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    {
      field: 'days',
      rule: civilCodeArticle('137'),
      find: ({ notice }, language) => [dayIn(notice.dispatchedOn, language), dayIn(notice.arrivedOn, language)],
    },
    { field: 'why', rule: withdrawalBasis[0], find: (facts, language) => [whyIn(facts, language)] },
    {
      field: 'export',
      rule: exportRules('29'),
      find: ({ because }, language) => (because === 'export' ? [pick(exportBarred, language)] : []),
    },
    { field: 'refund', rule: byDesign, find: (facts, language) => (facts.refund === 0 ? [] : [refundIn(facts, language)]) },
    { field: 'remedy', rule: patentLawArticle('52'), find: (facts, language) => [remedyText(facts, language)] },
    { field: 'basis', rule: withdrawalBasis[0], find: (facts, language) => [citationsText(basisOf(facts), language)] },
  ],
}
