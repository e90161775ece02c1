import { civilCodeArticle } from '#domain/disclosure-law.ts'
import { getSnapshot } from '#domain/open-licence-facts.ts'
import { barArticle } from '#domain/open-licence-law.ts'
import { pick, titleIn, type Both } from '../lines.ts'
import type { PaperTemplate } from '../paper-context.ts'
import { gatherHeader, headerFields, type Header } from './header.ts'

type PledgeeFacts = Header & { readonly pledgees: readonly string[] }

const official = { zh: '质权人同意书', en: 'Consent of the pledgee' }

const consent: Both = {
  zh: '我方作为上述专利权质押的质权人，同意出质人就该专利提出开放许可声明并按声明许可任何单位或者个人实施；所得使用费依法应当向质权人提前清偿债务或者提存，双方另有约定的从其约定。',
  en: 'As pledgee of the patent above we consent that the pledgor declares an open licence and licenses any unit or person accordingly; fees received pay the debt early or are deposited as the law says, unless agreed otherwise.',
}

export const template: PaperTemplate<PledgeeFacts> = {
  name: 'open-licence/pledgee-consent',
  official,
  facts: (context) => ({ ...gatherHeader(context), pledgees: getSnapshot(context.state).pledgees }),
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    return {
      title: say(official),
      blocks: [
        headerFields(facts, language),
        { kind: 'paragraph', text: say(consent) },
        {
          kind: 'signature',
          parties: facts.pledgees.map((name) => ({
            title: say({ zh: '质权人', en: 'Pledgee' }),
            name,
            signLabel: say({ zh: '（盖章）', en: '(seal)' }),
            dateLabel: say({ zh: '　　年　　月　　日', en: 'Date:' }),
          })),
        },
      ],
    }
  },
  requiredFields: [
    { field: 'patent', rule: barArticle('iv'), find: (facts, language) => [facts.patent, titleIn(facts, language)] },
    { field: 'pledgees', rule: barArticle('iv'), find: ({ pledgees }) => pledgees },
    { field: 'consent', rule: civilCodeArticle('444(2)'), find: (_, language) => [pick(consent, language)] },
  ],
}
