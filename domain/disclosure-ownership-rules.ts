import { civilCodeArticle, technologyContractArticle, transformationLawArticle, zhejiangArticle } from './disclosure-law.ts'
import { patentLawArticle, patentRulesArticle } from './patent-citations.ts'
import { byDesign, type Rule } from './refusal.ts'

/** The rules that find an owner, strongest first. */
export const ownershipRules = {
  agreement: {
    code: 'disclosure/owned-by-agreement',
    citations: [patentLawArticle('6(3)'), technologyContractArticle('2(2)'), zhejiangArticle('35(2)')],
  },
  contract: {
    code: 'disclosure/owned-by-contract',
    citations: [patentLawArticle('8'), civilCodeArticle('859-861, 885'), transformationLawArticle('40')],
  },
  developer: {
    code: 'disclosure/owned-by-developer',
    citations: [civilCodeArticle('859'), patentLawArticle('8'), technologyContractArticle('19(2)')],
  },
  cooperation: { code: 'disclosure/owned-by-cooperation', citations: [civilCodeArticle('860'), patentLawArticle('8')] },
  knowHow: { code: 'disclosure/know-how-of-both', citations: [civilCodeArticle('861'), technologyContractArticle('20')] },
  transformationNew: {
    code: 'disclosure/owned-by-transformers',
    citations: [transformationLawArticle('40(ii)'), transformationLawArticle('41')],
  },
  transformationOld: {
    code: 'disclosure/owned-by-completer',
    citations: [transformationLawArticle('40(i)'), transformationLawArticle('41')],
  },
  contractor: { code: 'disclosure/owned-by-contractor', citations: [civilCodeArticle('885')] },
  consulting: { code: 'disclosure/owned-by-consulting-rule', citations: [byDesign, { law: 'Yeda', sure: 'article', source: '001' }] },
  formerEmployer: {
    code: 'disclosure/shared-with-former-employer',
    citations: [technologyContractArticle('5'), patentRulesArticle('13(1)(iii)')],
  },
  formerEmployerAlone: {
    code: 'disclosure/owned-by-former-employer',
    citations: [patentRulesArticle('13(1)(iii)'), patentLawArticle('6(1)'), technologyContractArticle('2')],
  },
  together: { code: 'disclosure/owned-by-completers', citations: [patentLawArticle('8'), civilCodeArticle('860')] },
  temporaryUnit: { code: 'disclosure/owned-by-temporary-unit', citations: [patentRulesArticle('13(2)'), patentLawArticle('6(1)')] },
  task: {
    code: 'disclosure/owned-by-task',
    citations: [patentLawArticle('6(1)'), patentRulesArticle('13(1)(i)-(ii)'), civilCodeArticle('847(2)')],
  },
  afterLeaving: {
    code: 'disclosure/owned-after-leaving',
    citations: [patentRulesArticle('13(1)(iii)'), patentLawArticle('6(1)'), technologyContractArticle('2')],
  },
  means: {
    code: 'disclosure/owned-by-means',
    citations: [patentLawArticle('6(1)'), patentRulesArticle('13(2)'), technologyContractArticle('3-4')],
  },
  nonService: {
    code: 'disclosure/owned-by-inventors',
    citations: [patentLawArticle('6(2)'), patentLawArticle('7'), civilCodeArticle('848')],
  },
} as const satisfies { readonly [name: string]: Rule }

export type OwnershipRule = (typeof ownershipRules)[keyof typeof ownershipRules]
