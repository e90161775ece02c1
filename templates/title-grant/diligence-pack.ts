import type { Citation } from '#domain/refusal.ts'
import { listStanding } from '#domain/signing.ts'
import { findResult } from '#domain/state.ts'
import { exemptionsFor, listCareful, type DiligenceRecord } from '#domain/title-grant-diligence.ts'
import { diligenceExemption, mayDispose, pilotNotice } from '#domain/title-grant-law.ts'
import { steps } from '#domain/title-grant.ts'
import { byDesign } from '#domain/refusal.ts'
import type { Block, Language } from '../block.ts'
import { citationForOffice } from '../citation-text.ts'
import { dayIn, listed, nameIn, personOf, titleIn, withRemark, type Both, type NamedPerson } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { authorityIn, gatherAuthority, type PaperAuthority } from './authority.ts'
import { deedsTable, type PaperDeed } from './deeds.ts'
import { committeeSeal, gatherHeader, headerFields, officeSeal, type Header } from './header.ts'
import { officialOf, sayIn, stepIn, type Say } from './lines.ts'

type PackFacts = Header &
  PaperAuthority & {
    readonly considered: readonly string[]
    readonly deeds: readonly PaperDeed[]
    readonly interested: readonly NamedPerson[]
    readonly recused: readonly NamedPerson[]
    readonly observer?: NamedPerson
    readonly gainDeclaredBy: readonly NamedPerson[]
    readonly papers: readonly { readonly template: string; readonly number: string; readonly on: Header['on'] }[]
    readonly citations: readonly Citation[]
  }

const name = 'title-grant/diligence-pack'
const official = officialOf(name)

const publication: Both = {
  zh: '审批之后，赋权情况在本单位公示，公示期不少于规定的日数，异议由学校依公布的程序处理；公示情况由公示办件另行出具说明。',
  en: 'After the approval the grant is posted in the unit for no fewer days than prescribed, objections are decided by the published procedure, and the notice issues its own statement.',
}

// Who checked neither votes nor approves: the steps' separation of duties; who did what stands in the table below it.
const democratic: Both = {
  zh: '决定依次经形式审查、权属审查、保密与负面清单审查、专家集体评审、学校审批作出；办理形式审查、权属审查的人员不参加评审表决和审批。各环节办理人见下表。',
  en: 'The decision was made through formal check, ownership check, secrecy and negative list, a vote of experts and the university’s approval; who made the formal or the ownership check neither voted nor approved. Who did what stands in the table.',
}

const reasonsSaid: Both = { zh: '办理中记明的理由：', en: 'Reasons given on the way:' }

const supervision: Both = {
  zh: '与成果有利益关系的人员未参与审查、评审、审批；操作记录逐条留痕，不可更改。',
  en: 'Nobody with an interest took part in check, review or approval; every act is on a record that cannot be altered.',
}

function gather(context: PaperContext): PackFacts {
  const { state, people, institution } = context
  const record = findResult(state, steps.diligenceRecord.name)?.data as unknown as DiligenceRecord | undefined
  if (record === undefined) throw new Error(`Matter ${state.head.id} has no record of diligence`)
  const { conflicts } = record
  const named = (ids: DiligenceRecord['gainDeclaredBy']) => ids.map((id) => personOf(people, id))
  return {
    ...gatherHeader(context),
    ...gatherAuthority(context),
    considered: record.factsConsidered,
    deeds: listCareful(state).map(({ by, ...deed }) => ({ ...deed, ...(by === undefined ? {} : { by: personOf(people, by) }) })),
    interested: named(conflicts.interested),
    recused: named(conflicts.recused),
    ...(conflicts.observer === undefined ? {} : { observer: personOf(people, conflicts.observer) }),
    gainDeclaredBy: named(record.gainDeclaredBy),
    papers: listStanding(state.papers).map(({ template: paper, number, on }) => ({ template: paper, number, on })),
    citations: [...exemptionsFor(institution.province), ...mayDispose, pilotNotice],
  }
}

function peopleLine(label: Both, people: readonly NamedPerson[], language: Language, say: Say): Block {
  const names = people.map((one) => nameIn(one, language))
  return { kind: 'paragraph', text: `${say(label)}${names.length === 0 ? say({ zh: '无', en: 'nobody' }) : listed(names, language)}` }
}

function conflictBlocks(facts: PackFacts, language: Language, say: Say): Block[] {
  const { observer } = facts
  return [
    peopleLine({ zh: '有利益关系、全程不得参与决定的人员：', en: 'Interested and kept from deciding: ' }, facts.interested, language, say),
    peopleLine({ zh: '自行回避的专家：', en: 'Experts who stepped aside: ' }, facts.recused, language, say),
    peopleLine({ zh: '列席监督：', en: 'Observer: ' }, observer === undefined ? [] : [observer], language, say),
    peopleLine(
      { zh: '声明未牟取非法利益的审批人：', en: 'Approvers who declared no unlawful gain: ' },
      facts.gainDeclaredBy,
      language,
      say,
    ),
  ]
}

function reasonItems({ deeds }: PackFacts, language: Language): string[] {
  return deeds.flatMap(({ step, reason }) =>
    reason === undefined ? [] : [`${stepIn(step, language)}${language === 'en' ? ': ' : '：'}${reason}`],
  )
}

function paperItem({ template: paper, number, on }: PackFacts['papers'][number], language: Language): string {
  return withRemark(sayIn(language)(officialOf(paper)), `${number}${language === 'en' ? ', ' : '，'}${dayIn(on, language)}`, language)
}

export const template: PaperTemplate<PackFacts> = {
  name,
  official,
  facts: gather,
  render(facts, language) {
    const say = sayIn(language)
    const heading = (zh: string, en: string): Block => ({ kind: 'heading', level: 1, text: say({ zh, en }) })
    const list = (items: readonly string[]): Block => ({ kind: 'list', ordered: true, items })
    const reasons = reasonItems(facts, language)
    return {
      title: say(official),
      blocks: [
        headerFields(facts, language, [
          { label: say({ zh: '赋权依据', en: 'Authority' }), value: authorityIn(facts, language), wide: true },
        ]),
        heading('一、决定时知悉的事实', '1. Facts known when it was decided'),
        list(facts.considered),
        heading('二、程序', '2. Procedure'),
        { kind: 'paragraph', text: say(democratic) },
        deedsTable(facts.deeds, language, say({ zh: '办理经过', en: 'What was done' })),
        ...(reasons.length === 0 ? [] : [{ kind: 'paragraph', text: say(reasonsSaid) } as const, list(reasons)]),
        heading('三、利益冲突核查与回避', '3. Conflicts of interest'),
        { kind: 'paragraph', text: say(supervision) },
        ...conflictBlocks(facts, language, say),
        heading('四、信息公开', '4. Publication'),
        { kind: 'paragraph', text: say(publication) },
        heading('五、所附文件', '5. Papers'),
        list(facts.papers.map((paper) => paperItem(paper, language))),
        heading('六、依据', '6. Law'),
        list(facts.citations.map((citation) => citationForOffice(citation, language))),
        officeSeal(facts, language, committeeSeal),
      ],
    }
  },
  requiredFields: [
    { field: 'result', rule: diligenceExemption, find: (facts, language) => [titleIn(facts, language)] },
    { field: 'facts', rule: diligenceExemption, find: ({ considered }) => considered },
    { field: 'procedure', rule: diligenceExemption, find: ({ deeds }, language) => deeds.map(({ on }) => dayIn(on, language)) },
    { field: 'democracy', rule: diligenceExemption, find: (_, language) => [sayIn(language)(democratic)] },
    { field: 'publication', rule: diligenceExemption, find: (_, language) => [sayIn(language)(publication)] },
    { field: 'conflicts', rule: byDesign, find: (facts, language) => facts.interested.map((one) => nameIn(one, language)) },
    { field: 'gain', rule: diligenceExemption, find: (facts, language) => facts.gainDeclaredBy.map((one) => nameIn(one, language)) },
    { field: 'law', rule: diligenceExemption, find: ({ citations }, language) => citations.map((one) => citationForOffice(one, language)) },
  ],
}
