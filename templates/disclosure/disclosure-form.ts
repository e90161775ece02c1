import { personalDataArticle, stateSecretsArticle, transformationLawArticle } from '#domain/disclosure-law.ts'
import { patentLawArticle, patentRulesArticle } from '#domain/patent-citations.ts'
import { byDesign } from '#domain/refusal.ts'
import type { Block, Language } from '../block.ts'
import { countryIn, dayIn, identityIn, nameIn, percent, pick, unitIn, type Both } from '../lines.ts'
import type { PaperTemplate } from '../paper-context.ts'
import { labelIn, valueIn } from './lines.ts'
import { declarationFields } from './declaration-fields.ts'
import {
  findingFields,
  fundingBlock,
  identityTable,
  inventorTable,
  publicationBlocks,
  relationIn,
  resourceFields,
  resultFields,
} from './report-blocks.ts'
import { gatherReport, type ReportFacts } from './report-facts.ts'

const official = { zh: '职务科技成果披露表', en: 'Disclosure of a service result' }

const note: Both = {
  zh: '本表由披露系统依据申报人填报、各发明人确认和学校审查结果生成，供校内管理使用，不作对外公开。',
  en: 'Made by the disclosure system from what the applicant reported, the inventors confirmed and the university found; for internal use, not to be published.',
}

const declaration: Both = { zh: '八、声明', en: '8. Declaration' }

const truth: Both = {
  zh: '申报人代表全体发明人声明：以上填报内容真实、完整，发明人均已列明；不隐匿成果和技术资料，未经学校同意不自行转让、公开。填报不实的，依照学校有关规定处理。',
  en: 'For all inventors the applicant declares that this report is true and complete and names every inventor, and that nobody withholds the result or its data, transfers it or makes it public without the university’s consent. False reports are dealt with under the rules of the university.',
}

/** The applicant's place to sign for his declaration. */
function signatureOf({ applicant }: ReportFacts, language: Language): Block {
  return {
    kind: 'signature',
    parties: [
      {
        title: pick({ zh: '申报人', en: 'Applicant' }, language),
        name: nameIn(applicant, language),
        signLabel: pick({ zh: '（签字）', en: '(signature)' }, language),
        dateLabel: pick({ zh: '　　年　　月　　日', en: 'Date:' }, language),
      },
    ],
  }
}

const sections: readonly { readonly heading: Both; readonly blocks: (facts: ReportFacts, language: Language) => readonly Block[] }[] = [
  { heading: { zh: '一、成果信息', en: '1. The result' }, blocks: (facts, language) => [resultFields(facts, language)] },
  {
    heading: { zh: '二、发明人（完成人）', en: '2. Inventors' },
    blocks: (facts, language) => [inventorTable(facts, language), identityTable(facts, language)],
  },
  { heading: { zh: '三、经费来源', en: '3. Funding' }, blocks: (facts, language) => [fundingBlock(facts, language)] },
  { heading: { zh: '四、任务与物质技术条件', en: '4. Task and means' }, blocks: (facts, language) => [resourceFields(facts, language)] },
  { heading: { zh: '五、公开情况与申请期限', en: '5. Publication and filing' }, blocks: publicationBlocks },
  { heading: { zh: '六、其他申报事项', en: '6. Other declarations' }, blocks: (facts, language) => [declarationFields(facts, language)] },
  { heading: { zh: '七、审查与确认结果', en: '7. Findings' }, blocks: (facts, language) => [findingFields(facts, language)] },
]

export const template: PaperTemplate<ReportFacts> = {
  name: 'disclosure/disclosure-form',
  official,
  facts: gatherReport,
  render(facts, language) {
    const body = sections.flatMap(({ heading, blocks }): Block[] => [
      { kind: 'heading', level: 1, text: pick(heading, language) },
      ...blocks(facts, language),
    ])
    return {
      title: pick(official, language),
      blocks: [
        ...body,
        { kind: 'heading', level: 1, text: pick(declaration, language) },
        { kind: 'paragraph', text: pick(truth, language) },
        signatureOf(facts, language),
        { kind: 'note', text: pick(note, language) },
        {
          kind: 'seal',
          label: pick({ zh: '知识产权与技术转移办公室（盖章）', en: 'IP and technology transfer office (seal)' }, language),
          issuer: pick(facts.institution, language),
          date: dayIn(facts.on, language),
        },
      ],
    }
  },
  requiredFields: [
    { field: 'title', rule: transformationLawArticle('11'), find: ({ report }) => [report.titleZh, ...report.ipc] },
    { field: 'abstract', rule: transformationLawArticle('11'), find: ({ report }) => [report.abstract] },
    { field: 'kind', rule: transformationLawArticle('11'), find: ({ report }, language) => [valueIn(report.resultType, language)] },
    {
      field: 'inventors',
      rule: patentRulesArticle('14'),
      find: ({ inventors }, language) => inventors.flatMap((one) => [nameIn(one, language), one.feature]),
    },
    {
      field: 'identity',
      rule: personalDataArticle('13'),
      find: ({ inventors }, language) => inventors.flatMap((one) => [identityIn(one, language), unitIn(one, language)]),
    },
    {
      field: 'relation',
      rule: patentRulesArticle('13'),
      find: ({ inventors }, language) => inventors.map((one) => relationIn(one, language)),
    },
    {
      field: 'funding',
      rule: transformationLawArticle('11'),
      find: ({ funding }, language) =>
        funding.flatMap((one) => [valueIn(one.source, language), one.projectNumber ?? '', one.partner ?? '']),
    },
    {
      field: 'resources',
      rule: patentLawArticle('6'),
      find: ({ resources }, language) => [valueIn(resources.task, language), resources.facts ?? '', resources.agreement?.document ?? ''],
    },
    {
      field: 'publications',
      rule: patentLawArticle('24'),
      find: ({ publications }, language) => publications.flatMap((one) => [dayIn(one.on, language), one.where]),
    },
    { field: 'secrecy', rule: stateSecretsArticle('31(iii)'), find: ({ secrecy }, language) => [valueIn(secrecy, language)] },
    {
      field: 'materials',
      rule: patentLawArticle('26(5)'),
      find: ({ report: { materials } }) =>
        [materials.thirdParty, materials.materialTransfer, materials.openSource, materials.geneticResources, materials.ethics].map(
          ({ facts = '' }) => facts,
        ),
    },
    {
      field: 'origin',
      rule: patentRulesArticle('29'),
      find: ({ report: { materials } }) => {
        const { directOrigin = '', originalOrigin = '', whyUnknown = '' } = materials.geneticResources
        return [directOrigin, originalOrigin, whyUnknown]
      },
    },
    {
      field: 'deposit',
      rule: patentRulesArticle('27'),
      find: ({ report: { materials } }, language) => {
        const { deposit } = materials.biological
        return deposit === undefined ? [] : [deposit.institution, deposit.number, dayIn(deposit.on, language)]
      },
    },
    {
      field: 'abroad',
      rule: patentLawArticle('19'),
      find: ({ report: { foreign } }, language) => [
        labelIn('foreign.madeInChina', language),
        labelIn('foreign.filing', language),
        ...(foreign.filing ? (foreign.countries ?? []) : []).map((code) => countryIn(code, language)),
      ],
    },
    { field: 'interests', rule: byDesign, find: ({ interests }) => interests.flatMap(({ company, detail = '' }) => [company, detail]) },
    {
      field: 'notice',
      rule: personalDataArticle('17'),
      find: (_, language) => [pick({ zh: '个人信息处理告知', en: 'Notice on personal data' }, language)],
    },
    { field: 'declaration', rule: transformationLawArticle('19(2)'), find: (_, language) => [pick(declaration, language)] },
    {
      field: 'shares',
      rule: patentRulesArticle('14'),
      find: ({ inventors, shares }) => inventors.map((one) => percent(shares === 'open' ? one.contributionBp : (one.shareBp ?? 0))),
    },
    {
      field: 'novelty',
      rule: patentRulesArticle('33'),
      find: ({ novelty }, language) => (novelty.is === 'running' ? [dayIn(novelty.fileBy, language)] : []),
    },
    {
      field: 'ownership',
      rule: patentRulesArticle('13'),
      find: ({ ownership }, language) => (ownership === undefined ? [] : [valueIn(ownership.kind, language)]),
    },
  ],
}
