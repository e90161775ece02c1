import { civilCodeArticle } from '#domain/disclosure-law.ts'
import { getProposal } from '#domain/open-licence-facts.ts'
import type { PriceProposal } from '#domain/open-licence-forms.ts'
import { barArticle, declarationBasis } from '#domain/open-licence-law.ts'
import { patentLawArticle, patentRulesArticle } from '#domain/patent-citations.ts'
import type { Language } from '../block.ts'
import { dayIn, pick, titleIn, type Both } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import {
  declarationNote,
  gatherHeader,
  gatherHouseAsPatentee,
  headerFields,
  signaturesOf,
  type Header,
  type HouseAsPatentee,
} from './header.ts'
import { feeIn, termFields } from './terms.ts'

type SheetFacts = Header & {
  readonly proposal: PriceProposal
  readonly house?: HouseAsPatentee
}

const official = { zh: '专利开放许可声明（附填报数据）', en: 'Open licence declaration (with data for filing)' }

const willing: Both = {
  zh: '专利权人自愿声明：愿意许可任何单位或者个人在中国境内实施上述专利。',
  en: 'The patentees declare of their own will that they are willing to license any unit or person to exploit the patent above in China.',
}

const noBars: Both = {
  zh: '专利权人声明：上述专利不属于依法不得实行开放许可的任何一种情形；所提交的材料真实，没有隐瞒事实。',
  en: 'The patentees state that none of the bars to an open licence applies to the patent, and that the materials are true and hide nothing.',
}

/** An open licence takes effect on its announcement; the term is counted from there. */
function termIn({ proposal }: SheetFacts, language: Language): string {
  const end = dayIn(proposal.termEnd, language)
  return pick({ zh: `自声明公告之日起至${end}`, en: `From the announcement of the declaration until ${end}` }, language)
}

const name = 'open-licence/declaration-sheet'

function gatherSheet(context: PaperContext): SheetFacts {
  const proposal = getProposal(context.state)
  const { fixedFen } = proposal.fee
  const signing = fixedFen === undefined ? { paper: name } : { paper: name, amountFen: fixedFen }
  return { ...gatherHeader(context), proposal, ...gatherHouseAsPatentee(context, signing) }
}

export const template: PaperTemplate<SheetFacts> = {
  name,
  official,
  signedElectronically: 'by-the-declarant',
  facts: gatherSheet,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    return {
      title: say(official),
      blocks: [
        declarationNote(language),
        headerFields(facts, language, [
          ...termFields(facts.proposal, language),
          { label: say({ zh: '许可期限', en: 'Licence term' }), value: termIn(facts, language), wide: true },
        ]),
        { kind: 'paragraph', text: say(willing) },
        { kind: 'paragraph', text: say(noBars) },
        signaturesOf(facts, language, facts.house),
      ],
    }
  },
  requiredFields: [
    { field: 'patent', rule: patentRulesArticle('85'), find: (facts, language) => [facts.patent, titleIn(facts, language)] },
    { field: 'patentees', rule: patentRulesArticle('85'), find: ({ patentees }) => patentees },
    { field: 'fee', rule: patentRulesArticle('85'), find: ({ proposal }, language) => [feeIn(proposal.fee, language)] },
    { field: 'term', rule: patentRulesArticle('85'), find: (facts, language) => [termIn(facts, language)] },
    { field: 'willing', rule: declarationBasis[0], find: (_, language) => [pick(willing, language)] },
    { field: 'noBars', rule: barArticle(), find: (_, language) => [pick(noBars, language)] },
    { field: 'receivingSystem', rule: civilCodeArticle('137(2)'), find: ({ proposal }) => [proposal.noticeSystem, proposal.noticeAddress] },
    { field: 'account', rule: patentLawArticle('51(1)'), find: ({ proposal }) => [proposal.account] },
  ],
}
