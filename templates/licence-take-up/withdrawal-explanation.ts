import { courseOf, groundOf, verdictOf, findLicence } from '#domain/licence-take-up-facts.ts'
import type { TableLine } from '#domain/licence-take-up-decision.ts'
import { endBasis } from '#domain/open-licence-docket.ts'
import type { OfferEnd } from '#domain/open-licence-end.ts'
import { withdrawalBasis } from '#domain/open-licence-law.ts'
import { patentLawArticle } from '#domain/patent-citations.ts'
import { byDesign } from '#domain/refusal.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Language } from '../block.ts'
import { citationsText } from '../citation-text.ts'
import { dayIn, pick, type Both } from '../lines.ts'
import { endTable } from '../open-licence/end-table.ts'
import { officeSeal } from '../open-licence/header.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { gatherHeader, headerFields, remedyText, type Header } from './header.ts'
import { tableLines } from './lines.ts'

type ExplanationFacts = Header & {
  readonly ended: OfferEnd
  readonly line: TableLine
  readonly paidOn?: PlainDay
  readonly endsOn?: PlainDay
}

const official = { zh: '开放许可终止对本许可影响的说明', en: 'What the end of the offer means for this licence' }

function gather(context: PaperContext): ExplanationFacts {
  const { state } = context
  const course = courseOf(state)
  if (course.ended === undefined) throw new Error(`The offer of ${state.head.id} has not ended`)
  const { line, paidOn } = verdictOf(groundOf(state), course)
  const endsOn = findLicence(state)?.endsOn
  return {
    ...gatherHeader(context),
    ended: course.ended,
    line,
    ...(paidOn === undefined ? {} : { paidOn }),
    ...(endsOn === undefined ? {} : { endsOn }),
  }
}

function resultIn({ ended, endsOn }: ExplanationFacts, language: Language): string {
  if (ended.cause === 'withdrawn')
    return language === 'en'
      ? `The withdrawal leaves this licence in force; it runs until ${endsOn === undefined ? '—' : dayIn(endsOn, language)} on the announced terms.`
      : `撤回不影响本许可的效力，本许可按公告的条件继续至${endsOn === undefined ? '—' : dayIn(endsOn, language)}。`
  if (ended.cause === 'expired')
    return pick({ zh: '许可期限届满，本许可同时结束。', en: 'The announced term is over, and this licence with it.' }, language)
  return pick(
    {
      zh: '专利权已经终止，此后实施无须许可，尚未到期的提成不再支付；已经履行的许可不追溯，法律另有规定的除外。',
      en: 'The patent has ended: no licence is needed from then on, and royalties of later periods are not owed. What was performed is not undone, save as the law says.',
    },
    language,
  )
}

export const template: PaperTemplate<ExplanationFacts> = {
  name: 'licence-take-up/withdrawal-explanation',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    const { ended, paidOn } = facts
    return {
      title: say(official),
      blocks: [
        { kind: 'paragraph', indent: false, text: `${facts.notice.taker.name}${say({ zh: '：', en: ':' })}` },
        headerFields(facts, language, [
          { label: say({ zh: '通知到达日', en: 'Notice arrived on' }), value: dayIn(facts.notice.arrivedOn, language) },
          { label: say({ zh: '使用费入账日', en: 'Fee credited on' }), value: paidOn === undefined ? '—' : dayIn(paidOn, language) },
          { label: say({ zh: '终止日', en: 'Ended on' }), value: dayIn(ended.endedOn, language) },
          { label: say({ zh: '公告编号', en: 'Announcement' }), value: ended.announcementNumber ?? '—' },
          { label: say({ zh: '依据', en: 'Basis' }), value: citationsText(endBasis(ended.cause), language), wide: true },
        ]),
        { kind: 'paragraph', text: `${say(tableLines[facts.line])}${language === 'en' ? ' ' : ''}${resultIn(facts, language)}` },
        endTable(language),
        { kind: 'paragraph', text: remedyText(facts, language) },
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    {
      field: 'days',
      rule: withdrawalBasis[0],
      find: ({ notice, ended }, language) => [dayIn(notice.arrivedOn, language), dayIn(ended.endedOn, language)],
    },
    { field: 'remedy', rule: patentLawArticle('52'), find: (facts, language) => [remedyText(facts, language)] },
    { field: 'line', rule: byDesign, find: ({ line }, language) => [pick(tableLines[line], language)] },
    { field: 'result', rule: withdrawalBasis[0], find: (facts, language) => [resultIn(facts, language)] },
  ],
}
