import { formatYuan } from '#domain/money.ts'
import { byDesign } from '#domain/refusal.ts'
import { keptAsLongAsNeeded, noticeBasis } from '#domain/public-notice-rules.ts'
import { zhejiangArticle } from '#domain/disclosure-law.ts'
import type { Block } from '../block.ts'
import { citationsText } from '../citation-text.ts'
import { amountIn, nameIn, percent, pick, titleIn, withRemark, type Both } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { gatherHeader, officeSeal, peopleTable, periodIn, subjectFields, type Header } from './header.ts'
import { valueIn } from './lines.ts'

type AnnouncementFacts = Header & { readonly changeReason?: string }

const official = { zh: '公示公告', en: 'Announcement of a public notice' }

const personal: Both = {
  zh: '公示页面上的姓名只为本次公示之目的使用，期满后依期撤下；请勿用于其他用途。',
  en: 'Names on the page serve this notice alone and are taken down on their day; please make no other use of them.',
}

const provisionalNote: Both = {
  zh: '次年放假安排尚未公布，截止日以放假安排公布后的计算为准。',
  en: 'The holidays of the following year are not yet announced; the last day will be computed again when they are.',
}

function gather(context: PaperContext): AnnouncementFacts {
  const header = gatherHeader(context)
  const { source, version } = header.version
  const reason = source === 'open' || version === 1 ? undefined : context.state.results[source]?.data['reason']
  return { ...header, ...(typeof reason === 'string' ? { changeReason: reason } : {}) }
}

function opening(facts: AnnouncementFacts, say: (both: Both) => string): string {
  const { rests } = facts
  const zh = rests.length === 0 ? '' : `${citationsText(rests, 'zh-CN')}和`
  const en = rests.length === 0 ? '' : `${citationsText(rests, 'en')} and `
  return say({
    zh: `根据${zh}学校有关制度，现将下列事项予以公示，听取意见。`,
    en: `Under ${en}the rules of the university the following is made public for objections.`,
  })
}

function changed({ changeReason, version }: AnnouncementFacts, say: (both: Both) => string): Block[] {
  if (changeReason === undefined) return []
  const isNew = version.material.length > 0
  const zh = isNew ? '公示内容发生实质变更，重新公示，公示期重新计算。变更理由：' : '更正公示内容，公示期不变。更正理由：'
  const en = isNew
    ? 'The content changed materially: this is a new notice of full length. Reason: '
    : 'A correction; the term is unchanged. Reason: '
  return [{ kind: 'paragraph', text: `${say({ zh, en })}${changeReason}` }]
}

/** 公示公告: what is made public, how long, and how to object. */
export const template: PaperTemplate<AnnouncementFacts> = {
  name: 'public-notice/announcement',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    const table = peopleTable(facts, language)
    const { version } = facts
    return {
      title: say(official),
      subtitle: withRemark(
        valueIn(facts.kind, language),
        say({ zh: `第${version.version}版`, en: `version ${version.version}` }),
        language,
      ),
      blocks: [
        { kind: 'paragraph', text: opening(facts, say) },
        ...changed(facts, say),
        { kind: 'heading', level: 1, text: say({ zh: '一、公示事项', en: '1. What is made public' }) },
        { kind: 'fields', columns: 2, rows: subjectFields(facts, language) },
        ...(table === undefined ? [] : [table]),
        { kind: 'heading', level: 1, text: say({ zh: '二、公示期', en: '2. Term' }) },
        { kind: 'paragraph', text: periodIn(facts, language) },
        ...(facts.provisional ? [{ kind: 'note', text: say(provisionalNote) } as const] : []),
        { kind: 'heading', level: 1, text: say({ zh: '三、异议的提出和处理', en: '3. Objections' }) },
        { kind: 'paragraph', text: say({ zh: version.procedure, en: version.procedureEn }) },
        { kind: 'paragraph', text: `${say({ zh: '联系人及联系方式：', en: 'Contact: ' })}${facts.contact}` },
        { kind: 'paragraph', text: `${say({ zh: '公示网址：', en: 'Page: ' })}${facts.channel}` },
        { kind: 'note', text: say(personal) },
        {
          kind: 'note',
          text: `${say({ zh: '公示内容校验值（SHA-256）：', en: 'Hash of the content (SHA-256): ' })}${version.contentHash}`,
        },
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    {
      field: 'subject',
      rule: noticeBasis.PRICE[0],
      find: ({ subject }, language) => [
        titleIn(subject, language),
        ...(subject.priceFen === undefined ? [] : [amountIn(subject.priceFen, language)]),
        ...(subject.priceTerms === undefined ? [] : [subject.priceTerms]),
      ],
    },
    {
      field: 'provincial',
      rule: zhejiangArticle('17'),
      find: ({ subject }, language) => [
        ...[subject.abstract, subject.marketUrl].filter((part) => part !== undefined),
        ...[subject.mode, subject.takerTie].flatMap((value) => (value === undefined ? [] : [valueIn(value, language)])),
      ],
    },
    {
      field: 'people',
      rule: noticeBasis.GRANT[0],
      find: ({ named }, language) =>
        named.flatMap((one) => [nameIn(one, language), ...(one.shareBp === undefined ? [] : [percent(one.shareBp)])]),
    },
    {
      field: 'cash',
      rule: noticeBasis.CASH_TAX[0],
      find: ({ named, subject }) => [
        ...named.flatMap(({ amountFen }) => (amountFen === undefined ? [] : [formatYuan(amountFen)])),
        ...(subject.registration === undefined ? [] : [subject.registration]),
      ],
    },
    { field: 'basis', rule: byDesign, find: (facts, language) => [opening(facts, (both) => pick(both, language))] },
    { field: 'term', rule: byDesign, find: (facts, language) => [periodIn(facts, language)] },
    {
      field: 'objections',
      rule: zhejiangArticle('17(1)'),
      find: ({ version, contact }, language) => [language === 'en' ? version.procedureEn : version.procedure, contact],
    },
    { field: 'channel', rule: noticeBasis.PRICE[0], find: ({ channel }) => [channel] },
    { field: 'hash', rule: byDesign, find: ({ version }) => [version.contentHash] },
    { field: 'personal', rule: keptAsLongAsNeeded, find: (_, language) => [pick(personal, language)] },
  ],
}
