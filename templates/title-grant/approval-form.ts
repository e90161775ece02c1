import { getApplication, listForms } from '#domain/title-grant-facts.ts'
import type { GrantApplication } from '#domain/title-grant-forms.ts'
import { worthOf } from '#domain/title-grant-effects.ts'
import { byDesign } from '#domain/refusal.ts'
import { pilotNotice } from '#domain/title-grant-law.ts'
import type { Fen } from '#domain/money.ts'
import { steps } from '#domain/title-grant.ts'
import type { Language, Table } from '../block.ts'
import { amountIn, dayIn, nameIn, personOf, titleIn, type NamedPerson } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { authorityIn, gatherAuthority, type PaperAuthority } from './authority.ts'
import { deedsTable, listLatestDeeds, type PaperDeed } from './deeds.ts'
import { dateLine, gatherHeader, headerFields, membersTable, officeSeal, resultsTable, type Header } from './header.ts'
import { officialOf, roleIn, sayIn } from './lines.ts'
import { considerationIn, extentIn, partsIn } from './terms.ts'

type Approver = { readonly person?: NamedPerson; readonly as: string; readonly on: Header['on']; readonly remarks?: string }

type ApprovalFacts = Header &
  PaperAuthority & {
    readonly form: GrantApplication
    readonly worth: Fen
    readonly deeds: readonly PaperDeed[]
    readonly approvers: readonly Approver[]
  }

const name = 'title-grant/approval-form'
const official = officialOf(name)

const checked = [steps.formalCheck.name, steps.ownershipCheck.name, steps.secrecyCheck.name, steps.reviewVote.name]

function gather(context: PaperContext): ApprovalFacts {
  const { state, people } = context
  const { form } = getApplication(state)
  const approvals = listForms(state, steps.approve)
  const first = approvals.findLastIndex(({ outcome }) => outcome !== 'approved') + 1
  return {
    ...gatherHeader(context),
    form,
    worth: worthOf(form),
    ...gatherAuthority(context),
    deeds: listLatestDeeds(state, checked, people),
    approvers: approvals.slice(first).map(({ by, on, data }) => ({
      ...(by.is === 'person' ? { person: personOf(people, by.person), as: by.as } : { as: by.name }),
      on,
      ...(data.remarks === undefined ? {} : { remarks: data.remarks }),
    })),
  }
}

function approversTable({ approvers }: ApprovalFacts, language: Language): Table {
  const say = sayIn(language)
  return {
    kind: 'table',
    caption: say({ zh: '审批', en: 'Approval' }),
    columns: [
      { title: say({ zh: '审批人', en: 'Approver' }) },
      { title: say({ zh: '身份', en: 'As' }) },
      { title: say({ zh: '意见', en: 'Opinion' }) },
      { title: say({ zh: '日期', en: 'On' }) },
    ],
    rows: approvers.map(({ person, as, on, remarks }) => [
      person === undefined ? '—' : nameIn(person, language),
      roleIn(as, language),
      `${say({ zh: '同意', en: 'Approved' })}${remarks === undefined ? '' : `；${remarks}`}`,
      dayIn(on, language),
    ]),
  }
}

export const template: PaperTemplate<ApprovalFacts> = {
  name,
  official,
  facts: gather,
  render(facts, language) {
    const say = sayIn(language)
    const { form } = facts
    return {
      title: say(official),
      blocks: [
        headerFields(facts, language, [
          { label: say({ zh: '赋权依据', en: 'Authority' }), value: authorityIn(facts, language), wide: true },
          { label: say({ zh: '份额或者期限', en: 'Shares or term' }), value: extentIn(form, language), wide: true },
          { label: say({ zh: '收益分配', en: 'Income' }), value: partsIn(form.income, say), wide: true },
          { label: say({ zh: '承接对象', en: 'Taker' }), value: form.plan.taker, wide: true },
          { label: say({ zh: '审批所据金额', en: 'Worth' }), value: amountIn(facts.worth, language) },
          { label: say({ zh: '对价', en: 'Consideration' }), value: considerationIn(form, language), wide: true },
        ]),
        resultsTable(facts, language),
        membersTable(facts, language),
        deedsTable(facts.deeds, language, say({ zh: '审查与评审', en: 'Checks and review' })),
        approversTable(facts, language),
        {
          kind: 'signature',
          parties: [{ title: say({ zh: '学校负责人', en: 'For the university' }), dateLabel: say(dateLine) }],
        },
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    {
      field: 'result',
      rule: pilotNotice,
      find: (facts, language) => [titleIn(facts, language), ...facts.results.map(({ number }) => number)],
    },
    { field: 'authority', rule: pilotNotice, find: (facts, language) => [authorityIn(facts, language)] },
    { field: 'extent', rule: pilotNotice, find: ({ form }, language) => [extentIn(form, language), partsIn(form.income, sayIn(language))] },
    {
      field: 'approvers',
      rule: byDesign,
      find: ({ approvers }, language) =>
        approvers.flatMap(({ person, on }) => [person === undefined ? '—' : nameIn(person, language), dayIn(on, language)]),
    },
  ],
}
