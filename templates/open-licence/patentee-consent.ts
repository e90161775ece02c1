import { coOwnersOf } from '#domain/open-licence-facts.ts'
import { declarationBasis } from '#domain/open-licence-law.ts'
import { patentLawArticle } from '#domain/patent-citations.ts'
import { pick, titleIn, type Both } from '../lines.ts'
import type { PaperTemplate } from '../paper-context.ts'
import { gatherHeader, headerFields, signaturesOf, type Header } from './header.ts'

type ConsentFacts = Header & { readonly coOwners: readonly string[] }

const official = { zh: '全体专利权人同意书', en: 'Consent of all patentees' }

const willing: Both = {
  zh: '我方作为上述专利的专利权人，同意就该专利提出开放许可声明，愿意许可任何单位或者个人实施；使用费支付方式、标准和许可期限以全体专利权人签章的声明为准。',
  en: 'As patentee of the patent above we consent to a declaration of open licence, willing to license any unit or person; fee, way of payment and term are those of the declaration signed by all patentees.',
}

const noBars: Both = {
  zh: '我方确认未就该专利给予仍在有效期内的独占或者排他许可（无论是否备案），声明期间也不给予此类许可；未以该专利出质，或已取得质权人同意。',
  en: 'We confirm that we granted no exclusive or sole licence still in force, recorded or not, and grant none while the declaration stands; and that we did not pledge the patent, or have the pledgee’s consent.',
}

export const template: PaperTemplate<ConsentFacts> = {
  name: 'open-licence/patentee-consent',
  official,
  facts: (context) => ({ ...gatherHeader(context), coOwners: coOwnersOf(context.state) }),
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    return {
      title: say(official),
      blocks: [
        headerFields(facts, language),
        { kind: 'paragraph', text: say(willing) },
        { kind: 'paragraph', text: say(noBars) },
        signaturesOf(facts, language),
      ],
    }
  },
  requiredFields: [
    { field: 'patent', rule: declarationBasis[0], find: (facts, language) => [facts.patent, titleIn(facts, language)] },
    { field: 'patentees', rule: patentLawArticle('14(2)'), find: ({ patentees }) => patentees },
    { field: 'willing', rule: patentLawArticle('50(1)'), find: (_, language) => [pick(willing, language)] },
    { field: 'noBars', rule: patentLawArticle('51(3)'), find: (_, language) => [pick(noBars, language)] },
  ],
}
