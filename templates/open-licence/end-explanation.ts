import type { PlainDay } from '#domain/day.ts'
import { endBasis } from '#domain/open-licence-docket.ts'
import type { OfferEnd } from '#domain/open-licence-end.ts'
import { findOfferEnd, findStandard } from '#domain/open-licence-facts.ts'
import { withdrawalBasis } from '#domain/open-licence-law.ts'
import { byDesign } from '#domain/refusal.ts'
import { findResult } from '#domain/state.ts'
import { steps } from '#domain/open-licence.ts'
import type { Language } from '../block.ts'
import { citationsText } from '../citation-text.ts'
import { asEntry, dayIn, pick, withRemark, type Both } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { gatherHeader, headerFields, officeSeal, type Header } from './header.ts'
import { endTable } from './end-table.ts'

type EndFacts = Header &
  OfferEnd & {
    readonly announcedOn: PlainDay
    readonly declarationNumber: string
    readonly notices: number
    readonly licences: number
    readonly told: number
  }

const official = { zh: '开放许可终止说明', en: 'Explanation of the end of the open licence' }

const causes: { readonly [cause in OfferEnd['cause']]: Both } = {
  withdrawn: { zh: '撤回声明公告', en: 'announcement of the withdrawal' },
  expired: { zh: '许可期限届满', en: 'end of the announced term' },
  lapsed: { zh: '专利权终止', en: 'lapse of the patent' },
  invalidated: { zh: '专利权被宣告无效', en: 'invalidation of the patent' },
}

const order: Both = {
  zh: '学校和被许可人适用同一规则：以书面通知的到达日、使用费的入账日与终止日相比较，当日视为在先；各日期以各办件及专利登记簿的操作记录为准，记录的先后不可更改。',
  en: 'One rule for the university and the takers: the day the notice arrived and the day the fee was credited are compared with the day of the end, that day itself counting as before it; the days are those of the records of each matter and of the patent’s register, whose order cannot be changed.',
}

function gather(context: PaperContext): EndFacts {
  const { state } = context
  const [end, standard] = [findOfferEnd(state), findStandard(state)]
  if (end === undefined || standard === undefined) throw new Error(`The offer of ${state.head.id} has not ended`)
  const counts = (findResult(state, steps.tellTakers.name)?.data ?? {}) as { told?: number; notices?: number; licences?: number }
  return {
    ...gatherHeader(context),
    ...end,
    announcedOn: standard.announcedOn,
    declarationNumber: standard.announcementNumber,
    notices: counts.notices ?? 0,
    licences: counts.licences ?? 0,
    told: counts.told ?? 0,
  }
}

function countsIn({ notices, licences, told }: EndFacts, language: Language): string {
  return language === 'en'
    ? `Notices arrived: ${notices}; licences confirmed: ${licences}; open matters of takers told: ${told}.`
    : `共收到书面通知${notices}件，确认许可${licences}项，已通知尚未办结的被许可人办件${told}件。`
}

export const template: PaperTemplate<EndFacts> = {
  name: 'open-licence/end-explanation',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    const { announcementNumber } = facts
    return {
      title: say(official),
      blocks: [
        headerFields(facts, language, [
          {
            label: say({ zh: '声明公告', en: 'Declaration announced' }),
            value: withRemark(facts.declarationNumber, dayIn(facts.announcedOn, language), language),
            wide: true,
          },
          { label: say({ zh: '终止原因', en: 'Cause' }), value: asEntry(say(causes[facts.cause])) },
          { label: say({ zh: '终止日', en: 'Ended on' }), value: dayIn(facts.endedOn, language) },
          ...(announcementNumber === undefined
            ? []
            : [{ label: say({ zh: '撤回公告编号', en: 'Announcement' }), value: announcementNumber }]),
          { label: say({ zh: '依据', en: 'Basis' }), value: citationsText(endBasis(facts.cause), language), wide: true },
        ]),
        { kind: 'paragraph', text: say(order) },
        endTable(language),
        { kind: 'paragraph', text: countsIn(facts, language) },
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    {
      field: 'end',
      rule: withdrawalBasis[0],
      find: (facts, language) => [dayIn(facts.endedOn, language), asEntry(pick(causes[facts.cause], language))],
    },
    { field: 'order', rule: byDesign, find: (_, language) => [pick(order, language)] },
    { field: 'counts', rule: byDesign, find: (facts, language) => [countsIn(facts, language)] },
  ],
}
