import type { PlainDay } from '#domain/day.ts'
import type { DueRule } from '#domain/deadline.ts'
import { steps } from '#domain/notice-objection.ts'
import { objectionBasis } from '#domain/public-notice-rules.ts'
import { byDesign } from '#domain/refusal.ts'
import type { Language } from '../block.ts'
import { basisNote } from '../citation-text.ts'
import { dayIn, pick, type Both } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { periodIn, periodOf } from '../period.ts'
import { addresseeIn, gatherHeader, objectionFields, valueIn, type Header } from './header.ts'
import { officeSeal } from '../public-notice/header.ts'

/** `decideIn` is what the decision takes; it may be extended once, by as much again. */
type ReceiptFacts = Header & { readonly acknowledgedOn: PlainDay; readonly decideIn: DueRule }

const official = { zh: '异议受理通知书', en: 'Acknowledgement of an objection' }

const tooLate: Both = {
  zh: '您的异议在公示截止后收到，按逾期异议转法务部门审查，不停止所公示事项的办理；审查认为成立的，撤销公示结论。',
  en: 'Your objection came after the notice had closed. It goes to legal and holds nothing up; if it is upheld the conclusion of the notice is set aside.',
}

const kept: Both = {
  zh: '对您的身份予以保密；公示涉及的人员看不到您的姓名和联系方式。',
  en: 'Who you are is kept confidential: the people whom the notice concerns see neither your name nor how to reach you.',
}

/** What follows: a decision within its days, or for what came too late a look by legal. */
function followsIn({ late, decideIn }: ReceiptFacts, language: Language): string {
  if (late) return pick(tooLate, language)
  const period = periodIn(decideIn, language)
  return language === 'en'
    ? `Your objection came while the notice stood. It is decided in writing within ${period}, which may be extended once by ${period} more; until then the notice does not close.`
    : `您的异议在公示期内收到。本单位将在受理后${period}内作出书面决定，情况复杂的可延长一次，延长不超过${period}；在此之前，公示不作出结论。`
}

function gather(context: PaperContext): ReceiptFacts {
  const acknowledged = context.state.results['acknowledge#1']
  return { ...gatherHeader(context), acknowledgedOn: acknowledged?.on ?? context.on, decideIn: periodOf(context, steps.decide) }
}

/** 异议受理通知书: that the objection came, whether in time, and what follows. */
export const template: PaperTemplate<ReceiptFacts> = {
  name: 'notice-objection/receipt',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    const taken = say({
      zh: `您对下列公示提出的异议已于${dayIn(facts.acknowledgedOn, 'zh-CN')}登记受理。`,
      en: `Your objection to the notice below was entered on ${dayIn(facts.acknowledgedOn, 'en')}.`,
    })
    return {
      title: say(official),
      blocks: [
        { kind: 'paragraph', indent: false, text: addresseeIn(facts, language) },
        { kind: 'paragraph', text: taken },
        objectionFields(facts, language),
        { kind: 'paragraph', text: followsIn(facts, language) },
        { kind: 'paragraph', text: say(kept) },
        basisNote([facts.rests], language),
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    { field: 'objection', rule: objectionBasis('Zhejiang'), find: (facts, language) => [facts.number, valueIn(facts.about, language)] },
    { field: 'notice', rule: byDesign, find: ({ noticeNumber, noticeTitle }) => [noticeNumber, noticeTitle] },
    { field: 'received', rule: byDesign, find: ({ receivedOn }, language) => [dayIn(receivedOn, language)] },
    { field: 'follows', rule: byDesign, find: (facts, language) => [followsIn(facts, language)] },
  ],
}
