import { civilCodeArticle } from '#domain/disclosure-law.ts'
import { patentLawArticle } from '#domain/patent-citations.ts'
import { assessmentOpinion, deemedSale, mayDispose, passesOnRegistration } from '#domain/pre-filing-assessment-rules.ts'
import { byDesign } from '#domain/refusal.ts'
import type { Block, Language } from '../block.ts'
import { amountTwice } from '../amount-words.ts'
import { houseLines } from '../house-party.ts'
import { houseSignLabel } from '../house-signature.ts'
import { amountIn, dayIn, identityIn, listed, nameIn, percent, pick, titleIn, unitIn, type Both } from '../lines.ts'
import type { PaperTemplate } from '../paper-context.ts'
import { heldInShares, listClauses, onRegistration, receivingSystem, sentences } from './agreement-clauses.ts'
import { gatherAgreement, type AgreementFacts } from './agreement-facts.ts'
import { headerFields } from './header.ts'

const official = { zh: '放弃（转让）专利申请权协议', en: 'Agreement on waiver and transfer of the right to apply' }

/** Owners of whom nothing is agreed hold in shares; the shares themselves are to be agreed. */
const propertyArticle308 = civilCodeArticle('308')

type Say = (both: Both) => string

function partyLines({ institution, house, takers }: AgreementFacts, language: Language, say: Say): Block[] {
  const names = listed(
    takers.map(({ person }) => nameIn(person, language)),
    language,
  )
  return [
    { kind: 'paragraph', indent: false, text: `${say({ zh: '甲方（转让方）：', en: 'Party A (transferor): ' })}${say(institution)}` },
    ...(house === undefined ? [] : houseLines(house, language)).map((text): Block => ({ kind: 'paragraph', indent: false, text })),
    { kind: 'paragraph', indent: false, text: `${say({ zh: '乙方（受让方）：', en: 'Party B (transferees): ' })}${names}` },
  ]
}

function sharesTable({ takers }: AgreementFacts, language: Language, say: Say): Block {
  return {
    kind: 'table',
    caption: say({ zh: '受让份额', en: 'Shares taken over' }),
    columns: [
      { title: say({ zh: '受让人', en: 'Taker' }) },
      { title: say({ zh: '单位', en: 'Unit' }) },
      { title: say({ zh: '证件', en: 'Identity' }) },
      { title: say({ zh: '份额', en: 'Share' }), align: 'right' },
    ],
    rows: takers.map(({ person, shareBp }) => [
      nameIn(person, language),
      unitIn(person, language),
      identityIn(person, language),
      percent(shareBp),
    ]),
    total: [say({ zh: '合计', en: 'Total' }), '', '', '100.00%'],
  }
}

function signatures({ institution, takers, signatories }: AgreementFacts, language: Language, say: Say): Block {
  const dateLabel = say({ zh: '　　年　　月　　日', en: 'Date:' })
  const seal = {
    title: say({ zh: '甲方', en: 'Party A' }),
    name: say(institution),
    signLabel: houseSignLabel(signatories, language),
    dateLabel,
  }
  const hands = takers.map(({ person }) => ({
    title: say({ zh: '乙方', en: 'Party B' }),
    name: nameIn(person, language),
    signLabel: say({ zh: '（签字）', en: '(signature)' }),
    dateLabel,
  }))
  return { kind: 'signature', parties: [...hands, seal] }
}

export const template: PaperTemplate<AgreementFacts> = {
  name: 'pre-filing-assessment/hand-over-agreement',
  official,
  signedElectronically: 'by-the-parties',
  facts: gatherAgreement,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    return {
      title: say(official),
      blocks: [
        ...partyLines(facts, language, say),
        headerFields(facts, language, [{ label: say({ zh: '评估决定日', en: 'Decided on' }), value: dayIn(facts.decidedOn, language) }]),
        sharesTable(facts, language, say),
        ...listClauses(facts, language),
        signatures(facts, language, say),
      ],
    }
  },
  requiredFields: [
    { field: 'right', rule: mayDispose, find: (facts, language) => [titleIn(facts, language), pick(sentences.right, language)] },
    {
      field: 'parties',
      rule: assessmentOpinion,
      find: (facts, language) =>
        facts.takers.flatMap(({ person, shareBp }) => [nameIn(person, language), identityIn(person, language), percent(shareBp)]),
    },
    {
      field: 'held',
      rule: propertyArticle308,
      find: ({ takers }, language) => (takers.length > 1 ? [pick(heldInShares, language)] : []),
    },
    {
      field: 'price',
      rule: assessmentOpinion,
      find: ({ price }, language) => [price > 0 ? amountTwice(price, language) : pick(sentences.forNothing, language)],
    },
    { field: 'notices', rule: civilCodeArticle('137(2)'), find: (_, language) => [pick(receivingSystem, language)] },
    { field: 'cost', rule: assessmentOpinion, find: (_, language) => [pick(sentences.ownCost, language)] },
    { field: 'income', rule: assessmentOpinion, find: (facts) => [percent(facts.universityShareBp)] },
    {
      field: 'registration',
      rule: passesOnRegistration,
      find: (facts, language) => [pick(onRegistration, language), dayIn(facts.effectiveOn, language)],
    },
    { field: 'inventors', rule: patentLawArticle('16'), find: (_, language) => [pick(sentences.named, language)] },
    { field: 'abroad', rule: patentLawArticle('19'), find: (_, language) => [pick(sentences.abroad, language)] },
    {
      field: 'deemedSale',
      rule: deemedSale[0] ?? byDesign,
      find: ({ deemedSale: sale }, language) => (sale === undefined ? [] : [sale.exemption ?? amountIn(sale.marketPrice, language)]),
    },
    {
      field: 'consents',
      rule: patentLawArticle('14(2)'),
      find: (facts) => facts.consents.flatMap(({ coOwner, letter }) => [coOwner, letter]),
    },
  ],
}
