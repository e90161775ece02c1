import type { PlainDay } from '#domain/day.ts'
import { fen, formatYuan, type Fen } from '#domain/money.ts'
import { findApprovalChain } from '#domain/approval.ts'
import { patentLawArticle } from '#domain/patent-citations.ts'
import { costOf } from '#domain/pre-filing-assessment-decision.ts'
import { getYardstickOf } from '#domain/pre-filing-assessment-evidence.ts'
import { getForm, listForms } from '#domain/pre-filing-assessment-facts.ts'
import type { AssessmentDecision } from '#domain/pre-filing-assessment-forms.ts'
import { assessmentOpinion, dualFilingBasis } from '#domain/pre-filing-assessment-rules.ts'
import { formatPoints, type ScoreSummary } from '#domain/pre-filing-assessment-score.ts'
import { steps } from '#domain/pre-filing-assessment.ts'
import { byDesign, type Citation } from '#domain/refusal.ts'
import { roleOfKey } from '#domain/role.ts'
import { findResult } from '#domain/state.ts'
import type { Block, Language } from '../block.ts'
import { basisNote } from '../citation-text.ts'
import { amountIn, asEntry, countryIn, dayIn, listed, nameIn, personOf, pick, titleIn, type Both, type NamedPerson } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { type Header, gatherHeader, headerFields, officeSeal, ownersIn } from './header.ts'
import { valueIn } from './lines.ts'
import { roleIn } from './roles.ts'

type Link = { readonly role: string; readonly by?: NamedPerson; readonly on: PlainDay; readonly remarks?: string }

type FilingFormFacts = Header & {
  readonly decision: AssessmentDecision
  readonly patentType?: string
  readonly countries: readonly string[]
  readonly reasons: string
  readonly decidedBy?: NamedPerson
  readonly decidedOn: PlainDay
  readonly mean: string
  readonly cost: Fen
  readonly funding: string
  readonly policyVersion: string
  readonly matrix: readonly { readonly upToFen?: number; readonly chain: readonly string[]; readonly applies: boolean }[]
  readonly links: readonly Link[]
}

const official = { zh: '专利申请审批表', en: 'Patent filing approval form' }

const dualWarning: Both = {
  zh: '同日申请提示：两件申请须在申请时分别声明；发明可授权时应在指定期限内声明放弃实用新型，不同意的发明被驳回，逾期不答复视为撤回，实用新型自发明公告授权之日终止；自2026年1月1日起不能再以修改发明的权利要求同时保留两项专利；该发明不适用专利权期限补偿。',
  en: 'Same-day filing: both applications declare each other. When the invention is allowable the utility model is to be abandoned in the period set: kept, the invention is rejected; without an answer it is deemed withdrawn; the utility model ends on the day the invention’s grant is announced. From 1 January 2026 amending the claims of the invention no longer keeps both patents. That invention gets no term compensation.',
}

function basisOf({ decision }: FilingFormFacts): readonly Citation[] {
  return [patentLawArticle('6(1)'), ...(decision === 'same-day-dual' ? dualFilingBasis : []), assessmentOpinion]
}

function gather(context: PaperContext): FilingFormFacts {
  const { state, people } = context
  const decided = getForm(state, steps.decide)
  const estimate = getForm(state, steps.costEstimate).data
  const decision = decided.outcome as AssessmentDecision
  const cost = costOf(decision, estimate)
  const { matrix } = getYardstickOf(state)
  const chain = findApprovalChain(matrix, cost, state.head.department)
  const summary = findResult(state, steps.weigh.name)?.data['summary'] as unknown as ScoreSummary
  const approvals = listForms(state, steps.approveFiling).slice(-chain.length)
  const { patentType } = decided.data
  return {
    ...gatherHeader(context),
    decision,
    ...(patentType === undefined || decision === 'same-day-dual' ? {} : { patentType }),
    countries: decided.data.countries,
    reasons: decided.data.reasons,
    ...(decided.by.is === 'person' ? { decidedBy: personOf(people, decided.by.person) } : {}),
    decidedOn: decided.on,
    mean: formatPoints(summary.mean),
    cost,
    funding: estimate.funding,
    policyVersion: state.head.policyVersion,
    matrix: matrix.map((row) => ({
      ...(row.upToFen === undefined ? {} : { upToFen: row.upToFen }),
      chain: row.chain,
      applies: row.chain === chain,
    })),
    links: approvals.map(({ by, on, data }) => ({
      role: by.is === 'person' && by.as !== 'self' ? roleOfKey(by.as) : '',
      ...(by.is === 'person' ? { by: personOf(people, by.person) } : {}),
      on,
      ...(data.remarks === undefined ? {} : { remarks: data.remarks }),
    })),
  }
}

function countryNames({ countries }: FilingFormFacts, language: Language): string[] {
  return countries.map((code) => countryIn(code, language))
}

// The version is a hash; its beginning tells it from every other, and the whole stands in the embedded data.
function versionOf({ policyVersion }: FilingFormFacts): string {
  return policyVersion.slice(0, 16)
}

function matrixBlocks({ matrix }: FilingFormFacts, language: Language, say: (both: Both) => string): Block[] {
  return [
    {
      kind: 'table',
      caption: say({ zh: '审批权限', en: 'Approval matrix' }),
      columns: [
        { title: say({ zh: '费用', en: 'Cost' }), width: 4 },
        { title: say({ zh: '审批', en: 'Approved by' }), width: 6 },
        { title: say({ zh: '本件适用', en: 'Applies' }), width: 2, align: 'center' },
      ],
      rows: matrix.map(({ upToFen, chain, applies }) => [
        upToFen === undefined
          ? say({ zh: '超过上述数额', en: 'More than that' })
          : say({ zh: `不超过${formatYuan(fen(upToFen))}元`, en: `Up to CNY ${formatYuan(fen(upToFen))}` }),
        asEntry(chain.map((role) => roleIn(role, language)).join(' → ')),
        applies ? '√' : '',
      ]),
    },
  ]
}

function linkBlocks({ links }: FilingFormFacts, language: Language, say: (both: Both) => string): Block {
  return {
    kind: 'table',
    caption: say({ zh: '审批意见', en: 'Approvals' }),
    columns: [
      { title: say({ zh: '岗位', en: 'Role' }), width: 3 },
      { title: say({ zh: '审批人', en: 'By' }), width: 3 },
      { title: say({ zh: '意见', en: 'Opinion' }), width: 5 },
      { title: say({ zh: '日期', en: 'Day' }), width: 3 },
    ],
    rows: links.map(({ role, by, on, remarks }) => [
      asEntry(roleIn(role, language)),
      by === undefined ? '' : nameIn(by, language),
      `${say({ zh: '同意', en: 'Approved' })}${remarks === undefined ? '' : say({ zh: `：${remarks}`, en: `: ${remarks}` })}`,
      dayIn(on, language),
    ]),
  }
}

export const template: PaperTemplate<FilingFormFacts> = {
  name: 'pre-filing-assessment/filing-form',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    const { patentType, decidedBy } = facts
    return {
      title: say(official),
      blocks: [
        headerFields(facts, language, [
          { label: say({ zh: '评估决定', en: 'Decision' }), value: valueIn(facts.decision, language) },
          ...(patentType === undefined
            ? []
            : [{ label: say({ zh: '专利类型', en: 'Type of patent' }), value: valueIn(patentType, language) }]),
          { label: say({ zh: '国家或地区', en: 'Countries' }), value: listed(countryNames(facts, language), language) },
          { label: say({ zh: '综合评分', en: 'Score' }), value: facts.mean },
          { label: say({ zh: '估算费用', en: 'Estimated cost' }), value: amountIn(facts.cost, language) },
          { label: say({ zh: '经费来源', en: 'Funding' }), value: valueIn(facts.funding, language) },
          { label: say({ zh: '决定理由', en: 'Reasons' }), value: facts.reasons, wide: true },
          ...(decidedBy === undefined ? [] : [{ label: say({ zh: '决定人', en: 'Decided by' }), value: nameIn(decidedBy, language) }]),
          { label: say({ zh: '决定日', en: 'Decided on' }), value: dayIn(facts.decidedOn, language) },
        ]),
        ...(facts.decision === 'same-day-dual' ? [{ kind: 'note', text: say(dualWarning) } as const] : []),
        ...matrixBlocks(facts, language, say),
        linkBlocks(facts, language, say),
        { kind: 'note', text: say({ zh: `适用规则版本：${versionOf(facts)}`, en: `Version of the rules: ${versionOf(facts)}` }) },
        basisNote(basisOf(facts), language),
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    {
      field: 'decision',
      rule: assessmentOpinion,
      find: (facts, language) => [titleIn(facts, language), valueIn(facts.decision, language), facts.reasons],
    },
    { field: 'right', rule: patentLawArticle('6(1)'), find: (facts, language) => ownersIn(facts, language) },
    { field: 'cost', rule: byDesign, find: (facts, language) => [amountIn(facts.cost, language), '√', versionOf(facts)] },
    {
      field: 'approvals',
      rule: byDesign,
      find: (facts, language) => facts.links.flatMap(({ role, on }) => [asEntry(roleIn(role, language)), dayIn(on, language)]),
    },
    {
      field: 'dualWarning',
      rule: dualFilingBasis[1] ?? byDesign,
      find: (facts, language) => (facts.decision === 'same-day-dual' ? [pick(dualWarning, language)] : []),
    },
  ],
}
