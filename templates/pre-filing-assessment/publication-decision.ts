import type { PlainDay } from '#domain/day.ts'
import { patentLawArticle } from '#domain/patent-citations.ts'
import { getForm } from '#domain/pre-filing-assessment-facts.ts'
import { steps } from '#domain/pre-filing-assessment.ts'
import { stateSecretsArticle } from '#domain/disclosure-law.ts'
import { byDesign } from '#domain/refusal.ts'
import { basisNote } from '../citation-text.ts'
import { dayIn, pick, titleIn, type Both } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { type Header, gatherHeader, headerFields, officeSeal } from './header.ts'

type PublicationFacts = Header & {
  readonly reasons: string
  readonly decidedOn: PlainDay
  readonly reviewedOn: PlainDay
  readonly opinion: string
}

const official = { zh: '科技成果公开决定', en: 'Decision to publish' }

const effect: Both = {
  zh: '成果公开后成为现有技术，任何人（包括学校和发明人）此后就同样内容申请专利均不具备新颖性；论文、一般会议的公开不适用宽限期。',
  en: 'Once public the result is prior art: nobody, the university and the inventors included, can then patent the same. Papers and ordinary conferences have no grace period.',
}

const basis = [stateSecretsArticle('35'), patentLawArticle('22(5)'), patentLawArticle('24')]

function gather(context: PaperContext): PublicationFacts {
  const decided = getForm(context.state, steps.decide)
  const review = decided.data.publicationReview
  if (review === undefined) throw new Error(`Matter ${context.state.head.id} was not reviewed before publication`)
  return {
    ...gatherHeader(context),
    reasons: decided.data.reasons,
    decidedOn: decided.on,
    reviewedOn: review.reviewedOn,
    opinion: review.opinion,
  }
}

export const template: PaperTemplate<PublicationFacts> = {
  name: 'pre-filing-assessment/publication-decision',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    return {
      title: say(official),
      blocks: [
        headerFields(facts, language, [
          { label: say({ zh: '决定日', en: 'Decided on' }), value: dayIn(facts.decidedOn, language) },
          { label: say({ zh: '保密审查日', en: 'Reviewed for secrecy on' }), value: dayIn(facts.reviewedOn, language) },
          { label: say({ zh: '保密审查意见', en: 'Opinion' }), value: facts.opinion, wide: true },
        ]),
        {
          kind: 'paragraph',
          text: say({ zh: '本成果不申请专利，同意公开。', en: 'No patent is applied for; the result may be published.' }),
        },
        { kind: 'paragraph', text: `${say({ zh: '理由：', en: 'Reasons: ' })}${facts.reasons}` },
        { kind: 'paragraph', text: say(effect) },
        basisNote(basis, language),
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    { field: 'decision', rule: byDesign, find: (facts, language) => [titleIn(facts, language), facts.reasons] },
    { field: 'review', rule: stateSecretsArticle('35'), find: (facts, language) => [dayIn(facts.reviewedOn, language), facts.opinion] },
    { field: 'effect', rule: patentLawArticle('22(5)'), find: (_, language) => [pick(effect, language)] },
  ],
}
