import { civilCodeArticle } from '#domain/disclosure-law.ts'
import {
  coOwnership,
  deemedSale,
  electronicSignature,
  onRegistration,
  pilotNotice,
  pilotReport,
  statedRatio,
} from '#domain/title-grant-law.ts'
import { byDesign } from '#domain/refusal.ts'
import type { Block, Language } from '../block.ts'
import { amountIn, dayIn, listed, nameIn, percent, titleIn } from '../lines.ts'
import { houseLines } from '../house-party.ts'
import { houseSignLabel } from '../house-signature.ts'
import type { PaperTemplate } from '../paper-context.ts'
import { listClauses } from './agreement-clauses.ts'
import { gatherAgreement, type AgreementFacts } from './agreement-facts.ts'
import { decisionRule, keepsTitleText, registrationText, sentences } from './agreement-sentences.ts'
import { authorityIn } from './authority.ts'
import { dateLine, memberIn, resultFields, resultsTable } from './header.ts'
import { officialOf, sayIn, valueIn, type Say } from './lines.ts'
import { overallParts } from './overall.ts'
import { partiesTable } from './parties-table.ts'
import { applicationNumberOf, ownersIn, rightsBlocks } from './rights.ts'
import { signerTitle } from './signers.ts'
import { considerationIn, exitsIn, partyPartsIn } from './terms.ts'

const name = 'title-grant/agreement'
const official = officialOf(name)

function partyLines(facts: AgreementFacts, language: Language, say: Say): Block[] {
  const line = (text: string): Block => ({ kind: 'paragraph', indent: false, text })
  const partyB = listed(
    facts.members.map((member) => memberIn(member, language)),
    language,
  )
  return [
    line(`${say({ zh: '甲方（学校）：', en: 'Party A (the university): ' })}${say(facts.institution)}`),
    ...(facts.house === undefined ? [] : houseLines(facts.house, language).map(line)),
    line(`${say({ zh: '乙方（成果完成人团队）：', en: 'Party B (the contributors): ' })}${partyB}`),
    line(`${say({ zh: '乙方代表：', en: 'Party B’s representative: ' })}${nameIn(facts.representative, language)}`),
  ]
}

function signatures({ institution, signers, signatories = [] }: AgreementFacts, language: Language, say: Say): Block {
  const dateLabel = say(dateLine)
  return {
    kind: 'signature',
    parties: [
      ...signers.map((signer) => ({
        title: signerTitle(signer, { zh: '乙方', en: 'Party B' }, language),
        name: nameIn(signer.person, language),
        signLabel: say({ zh: '（签字）', en: '(signature)' }),
        dateLabel,
      })),
      {
        title: say({ zh: '甲方', en: 'Party A' }),
        name: say(institution),
        signLabel: houseSignLabel(signatories, language),
        dateLabel,
      },
    ],
  }
}

export const template: PaperTemplate<AgreementFacts> = {
  name,
  official,
  signedElectronically: 'by-the-parties',
  facts: gatherAgreement,
  render(facts, language) {
    const say = sayIn(language)
    return {
      title: say(official),
      blocks: [
        ...partyLines(facts, language, say),
        partiesTable(facts, language),
        resultFields(facts, language),
        ...(facts.rights === undefined ? [resultsTable(facts, language)] : rightsBlocks(facts.rights, language)),
        ...listClauses(facts, language),
        signatures(facts, language, say),
      ],
    }
  },
  requiredFields: [
    {
      field: 'parties',
      rule: pilotNotice,
      find: (facts, language) => [...facts.signers.map(({ person }) => nameIn(person, language)), sayIn(language)(facts.institution)],
    },
    {
      field: 'partyA',
      rule: civilCodeArticle('470(1)'),
      find: ({ house }, language) => (house === undefined ? [] : houseLines(house, language)),
    },
    {
      field: 'rights',
      rule: civilCodeArticle('845(3)'),
      find: (facts, language) => [
        titleIn(facts, language),
        ...facts.results.flatMap((result) => [result.number, titleIn(result, language)]),
        ...(facts.rights ?? []).flatMap((right) => [
          ownersIn(right, language),
          ...[applicationNumberOf(right)].filter((number) => number !== undefined),
          ...[right.filedOn, right.endsOn].flatMap((day) => (day === undefined ? [] : [dayIn(day, language)])),
        ]),
      ],
    },
    { field: 'authority', rule: pilotNotice, find: (facts, language) => [authorityIn(facts, language)] },
    {
      field: 'shares',
      rule: statedRatio,
      find: (facts) => (facts.terms.title === undefined ? [] : overallParts(facts).map(({ shareBp }) => percent(shareBp))),
    },
    { field: 'term', rule: pilotReport, find: ({ until }, language) => (until === undefined ? [] : [dayIn(until, language)]) },
    { field: 'income', rule: pilotReport, find: ({ terms }, language) => [partyPartsIn(terms.income, sayIn(language))] },
    {
      field: 'decision',
      rule: coOwnership,
      find: ({ terms, ...facts }, language) => [
        valueIn(terms.decision.ordinaryLicence, language),
        valueIn(terms.decision.exclusiveLicence, language),
        valueIn(terms.decision.transfer, language),
        terms.decision.deadlock,
        sayIn(language)(decisionRule({ terms, ...facts })),
      ],
    },
    {
      field: 'transformationCost',
      rule: pilotReport,
      find: ({ terms }, language) => [partyPartsIn(terms.costs.transformation, sayIn(language))],
    },
    {
      field: 'maintenanceCost',
      rule: pilotReport,
      find: ({ terms }, language) => [partyPartsIn(terms.costs.maintenance, sayIn(language))],
    },
    { field: 'improvements', rule: civilCodeArticle('875'), find: ({ terms }, language) => [valueIn(terms.improvements, language)] },
    {
      field: 'reports',
      rule: pilotNotice,
      find: ({ terms }, language) => [sayIn(language)(sentences.reporting), dayIn(terms.firstReportOn, language)],
    },
    {
      field: 'registration',
      rule: onRegistration,
      find: (facts, language) => [(facts.terms.title === undefined ? keepsTitleText : registrationText)(facts, sayIn(language))],
    },
    { field: 'exit', rule: byDesign, find: ({ terms }, language) => [exitsIn(terms, language), String(terms.recoveryMonths)] },
    { field: 'incentive', rule: pilotNotice, find: (_, language) => [sayIn(language)(sentences.oneIncentive)] },
    {
      field: 'tax',
      rule: deemedSale[0],
      find: ({ terms, tax }, language) => [
        considerationIn(terms, language),
        ...(tax === undefined ? [] : [tax.exemption ?? amountIn(tax.marketPriceFen, language)]),
      ],
    },
    {
      field: 'payment',
      rule: civilCodeArticle('511(iv)'),
      find: ({ terms }, language) => (terms.considerationFen === 0 ? [] : [sayIn(language)(sentences.paymentTime)]),
    },
    { field: 'effect', rule: civilCodeArticle('490(1)'), find: (_, language) => [sayIn(language)(sentences.effect)] },
    { field: 'endByNotice', rule: civilCodeArticle('565(1)'), find: (_, language) => [sayIn(language)(sentences.byNotice)] },
    { field: 'electronic', rule: electronicSignature, find: (_, language) => [sayIn(language)(sentences.electronic)] },
    { field: 'notices', rule: civilCodeArticle('137(2)'), find: (_, language) => [sayIn(language)(sentences.receiving)] },
  ],
}
