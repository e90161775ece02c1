import { transformationLawArticle } from '#domain/disclosure-law.ts'
import { patentRulesArticle } from '#domain/patent-citations.ts'
import type { Block, Language } from '../block.ts'
import type { PaperTemplate } from '../paper-context.ts'
import { dayIn, nameIn, percent, pick, valueIn, type Both } from './lines.ts'
import {
  declarationFields,
  findingFields,
  fundingBlock,
  inventorTable,
  publicationBlocks,
  resourceFields,
  resultFields,
} from './report-blocks.ts'
import { gatherReport, type ReportFacts } from './report-facts.ts'

const official = { zh: '职务科技成果披露表', en: 'Disclosure of a service result' }

const note: Both = {
  zh: '本表由披露系统依据申报人填报、各发明人确认和学校审查结果生成，供校内管理使用，不作对外公开。',
  en: 'Made by the disclosure system from what the applicant reported, the inventors confirmed and the university found; for internal use, not to be published.',
}

const sections: readonly { readonly heading: Both; readonly blocks: (facts: ReportFacts, language: Language) => readonly Block[] }[] = [
  { heading: { zh: '一、成果信息', en: '1. The result' }, blocks: (facts, language) => [resultFields(facts, language)] },
  { heading: { zh: '二、发明人（完成人）', en: '2. Inventors' }, blocks: (facts, language) => [inventorTable(facts, language)] },
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
        { kind: 'note', text: pick(note, language) },
        {
          kind: 'seal',
          label: pick({ zh: '技术转移办公室（盖章）', en: 'Technology transfer office (seal)' }, language),
          issuer: pick(facts.institution, language),
          date: dayIn(facts.on, language),
        },
      ],
    }
  },
  requiredFields: [
    { field: 'title', rule: transformationLawArticle('11'), find: ({ report }) => [report.titleZh, ...report.ipc] },
    { field: 'abstract', rule: transformationLawArticle('11'), find: ({ report }) => [report.abstract] },
    {
      field: 'inventors',
      rule: patentRulesArticle('14'),
      find: ({ inventors }, language) => inventors.flatMap((one) => [nameIn(one, language), one.feature]),
    },
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
