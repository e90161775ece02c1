import { addYears, type PlainDay } from '#domain/day.ts'
import { fen, formatYuan, sumFen, type Fen } from '#domain/money.ts'
import { stepOfTask } from '#domain/state.ts'
import { getForm, listForms, readTeam } from '#domain/title-grant-facts.ts'
import type { AnnualReport } from '#domain/title-grant-forms.ts'
import { pilotNotice, statedRatio } from '#domain/title-grant-law.ts'
import { shareCost, splitIncome } from '#domain/title-grant-money.ts'
import { getSchedule } from '#domain/title-grant-monitoring.ts'
import { steps } from '#domain/title-grant.ts'
import type { Block, Language } from '../block.ts'
import { amountIn, dayIn, listed, nameIn, personOf, titleIn, type Both, type NamedPerson } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { dateLine, gatherHeader, headerFields, memberIn, type Header, type PaperMember } from './header.ts'
import { officialOf, sayIn, valueIn, type Say } from './lines.ts'

type ReportFacts = Header & {
  readonly year: number
  readonly dueOn: PlainDay
  readonly reportedOn: PlainDay
  readonly reportedBy?: NamedPerson
  readonly report: AnnualReport
  readonly net: Fen
  /** Of what is shared by the ratio agreed: what was rewarded by an award is not shared again. */
  readonly shared: Fen
  readonly university: Fen
  readonly parts: readonly { readonly person: NamedPerson; readonly amount: Fen }[]
  readonly cost?: { readonly university: Fen; readonly team: Fen }
}

const name = 'title-grant/annual-report'
const official = officialOf(name)

const nothing: Both = { zh: '本年度没有转化。', en: 'Nothing was transformed this year.' }

const once: Both = {
  zh: '选择转化奖励的项目不再按份额分配；同一转化项目不重复激励。以上为按约定比例的测算，实际分配以到账后的收益分配为准。',
  en: 'What is rewarded by an award is not shared as well: one transformation, one incentive. The amounts follow the ratio agreed; what is paid follows the distribution of money received.',
}

/** The report that the paper is drawn for: the one made at this visit of the step, else the latest. */
function placeOf({ state, step }: PaperContext): number {
  const reports = listForms(state, steps.annualReport)
  const visit = stepOfTask(step) === steps.annualReportPaper.name ? Number(String(step).split('#')[1] ?? '1') : reports.length
  const made = reports.flatMap(({ outcome }, place) => (outcome === 'reported' ? [place] : []))
  return made[visit - 1] ?? made.at(-1) ?? 0
}

function gather(context: PaperContext): ReportFacts {
  const { state, people } = context
  const place = placeOf(context)
  const form = listForms(state, steps.annualReport)[place]
  if (form === undefined) throw new Error(`Matter ${state.head.id} has no yearly report`)
  const { income, costs } = getForm(state, steps.draftTerms).data
  const { members } = readTeam(state)
  const total = (amounts: readonly Fen[]) => (amounts.length === 0 ? fen(0) : sumFen(amounts))
  const { transformations, costFen } = form.data
  const shared = total(transformations.flatMap(({ netFen, incentives }) => (incentives.includes('award') ? [] : [netFen])))
  const split = splitIncome(shared, income, members)
  return {
    ...gatherHeader(context),
    year: place + 1,
    dueOn: addYears(getSchedule(state).firstReportOn, place),
    reportedOn: form.on,
    ...(form.by.is === 'person' ? { reportedBy: personOf(people, form.by.person) } : {}),
    report: form.data,
    net: total(transformations.map(({ netFen }) => netFen)),
    shared,
    university: split.university,
    parts: split.members.map(({ person, part }) => ({ person: personOf(people, person), amount: part })),
    ...(costFen === undefined ? {} : { cost: shareCost(costFen, costs.maintenance) }),
  }
}

function transformationBlock({ report }: ReportFacts, language: Language, say: Say): Block {
  if (report.transformations.length === 0) return { kind: 'paragraph', text: say(nothing) }
  return {
    kind: 'table',
    columns: [
      { title: say({ zh: '转化项目', en: 'Transformation' }) },
      { title: say({ zh: '方式', en: 'Way' }) },
      { title: say({ zh: '承接对象', en: 'Taker' }) },
      { title: say({ zh: '激励', en: 'Incentive' }) },
      { title: say({ zh: '净收益（人民币元）', en: 'Net income (CNY)' }), align: 'right' },
    ],
    rows: report.transformations.map(({ reference, kind, taker, incentives, netFen }) => [
      reference,
      valueIn(kind, language),
      taker,
      listed(
        incentives.map((incentive) => valueIn(incentive, language)),
        language,
      ) || '—',
      formatYuan(netFen),
    ]),
  }
}

/** Who takes a part: of a dead contributor his heirs. */
function holderIn(person: NamedPerson, member: PaperMember | undefined, language: Language): string {
  return member?.person.name === person.name ? memberIn(member, language) : nameIn(person, language)
}

function sharesBlock({ university, parts, shared, members }: ReportFacts, language: Language, say: Say): Block {
  return {
    kind: 'table',
    caption: say({ zh: '按约定比例测算', en: 'By the ratio agreed' }),
    columns: [
      { title: say({ zh: '权益人', en: 'Party' }) },
      { title: say({ zh: '金额（人民币元）', en: 'Amount (CNY)' }), align: 'right' },
    ],
    rows: [
      [say({ zh: '学校', en: 'University' }), formatYuan(university)],
      ...parts.map(({ person, amount }, place) => [holderIn(person, members[place], language), formatYuan(amount)]),
    ],
    total: [say({ zh: '合计', en: 'Total' }), formatYuan(shared)],
  }
}

function costText({ cost }: ReportFacts, language: Language, say: Say): string {
  if (cost === undefined) return say({ zh: '本年度没有报告支出。', en: 'No cost was reported.' })
  return say({
    zh: `本年度支出按维持费用分担比例：学校${amountIn(cost.university, language)}，团队${amountIn(cost.team, language)}。`,
    en: `The cost of the year by the ratio of upkeep: university ${amountIn(cost.university, language)}, team ${amountIn(cost.team, language)}.`,
  })
}

export const template: PaperTemplate<ReportFacts> = {
  name,
  official,
  facts: gather,
  render(facts, language) {
    const say = sayIn(language)
    const heading = (zh: string, en: string): Block => ({ kind: 'heading', level: 1, text: say({ zh, en }) })
    const { reportedBy } = facts
    return {
      title: say(official),
      subtitle: say({ zh: `第${facts.year}年度`, en: `Year ${facts.year}` }),
      blocks: [
        headerFields(facts, language, [
          { label: say({ zh: '报告期止', en: 'Year ends' }), value: dayIn(facts.dueOn, language) },
          { label: say({ zh: '报告日', en: 'Reported on' }), value: dayIn(facts.reportedOn, language) },
        ]),
        heading('一、转化情况', '1. Transformation'),
        transformationBlock(facts, language, say),
        ...(facts.report.progress === undefined ? [] : [{ kind: 'paragraph', text: facts.report.progress } as const]),
        heading('二、收益与费用', '2. Income and cost'),
        ...(facts.shared === 0 ? [] : [sharesBlock(facts, language, say)]),
        { kind: 'paragraph', text: costText(facts, language, say) },
        { kind: 'note', text: say(once) },
        {
          kind: 'signature',
          parties: [
            {
              title: say({ zh: '报告人', en: 'Reported by' }),
              ...(reportedBy === undefined ? {} : { name: nameIn(reportedBy, language) }),
              dateLabel: say(dateLine),
            },
          ],
        },
      ],
    }
  },
  requiredFields: [
    { field: 'result', rule: pilotNotice, find: (facts, language) => [titleIn(facts, language), dayIn(facts.dueOn, language)] },
    {
      field: 'transformation',
      rule: pilotNotice,
      find: (facts, language) =>
        facts.report.transformations.length === 0
          ? [sayIn(language)(nothing)]
          : facts.report.transformations.flatMap(({ reference, netFen }) => [reference, formatYuan(netFen)]),
    },
    {
      field: 'shares',
      rule: statedRatio,
      find: (facts) => (facts.shared === 0 ? [] : [facts.university, ...facts.parts.map(({ amount }) => amount)].map(formatYuan)),
    },
    { field: 'incentive', rule: pilotNotice, find: (_, language) => [sayIn(language)(once)] },
  ],
}
