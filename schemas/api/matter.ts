import { z } from 'zod'
import {
  actorView,
  day,
  departmentRef,
  fieldRemark,
  instant,
  jsonObject,
  labelled,
  matterId,
  page,
  pageQuery,
  personRef,
  taskOccurrence,
} from './common.ts'
import { due } from './due.ts'
import { formView } from './form.ts'
import { citation, verdict } from './refusal.ts'
import { taskRow } from './task.ts'

const standing = z.enum(['open', 'suspended', 'closed'])
const turn = z.enum(['office', 'inventor', 'outside', 'nobody'])

export const newMatter = z
  .strictObject({
    process: z.string().min(1).max(100),
    data: jsonObject,
    department: z.string().max(100).optional().meta({ description: "Whose matter it is; one's own department when absent" }),
  })
  .meta({ id: 'NewMatter', examples: [{ process: 'disclosure', data: { secrecyLevel: 'none', titleZh: '一种固态电解质' } }] })

export const openedMatter = z.object({ id: matterId, number: z.string(), process: z.string(), repeated: z.boolean() }).meta({
  id: 'OpenedMatter',
  examples: [{ id: '0c5e3a52-7a0f-5a3c-9a5c-0d1f4b1f7c11', number: 'CP-2026-0001', process: 'disclosure', repeated: false }],
})

/** A matter as lists show it. */
export const matterRow = z
  .object({
    id: matterId,
    number: z.string(),
    process: labelled,
    title: z.string().nullable().meta({ description: 'Null where the reader is not to know it' }),
    standing,
    stage: z.array(labelled),
    turn,
    since: day.optional().meta({ description: 'Since when the oldest of its open tasks waits' }),
    outcome: labelled.optional(),
    openedOn: day,
    closedOn: day.optional(),
    openedBy: personRef.optional(),
    department: departmentRef.optional(),
    lastOn: day,
    parent: matterId.optional(),
  })
  .meta({ id: 'MatterRow' })

export const matterPage = page(matterRow, 'MatterPage')

export const matterQuery = z.object({
  ...pageQuery.shape,
  process: z.string().max(100).optional(),
  standing: standing.optional(),
  department: z.string().max(100).optional(),
  outcome: z.string().max(100).optional(),
  mine: z.enum(['true', 'false']).optional().meta({ description: 'Only matters I am tied to' }),
  parent: z.string().max(200).optional(),
  q: z.string().trim().max(100).optional().meta({ description: 'Words of the title or part of the number' }),
})

export const matterPerson = z.object({
  person: personRef,
  relation: labelled,
  shareBp: z.int().optional().meta({ description: 'Share in hundredths of a percent' }),
})

export const resultView = z
  .object({
    id: taskOccurrence,
    step: labelled,
    outcome: labelled,
    by: actorView,
    owner: personRef.optional(),
    on: day,
    reason: z.string().optional(),
    data: jsonObject.optional().meta({ description: 'Absent where the reader may not see it' }),
    form: z.string().optional(),
    remarks: z.array(fieldRemark).optional(),
    citations: z.array(citation).optional(),
    corrected: z.object({ on: day, by: z.array(personRef) }).optional(),
    correctable: z.boolean().meta({ description: 'Whether the reader may propose to correct it' }),
  })
  .meta({ id: 'Result' })

/** Where the matter is, with whom, since when, until when: the tracker's line for one open step. */
export const whereabouts = z.object({
  step: labelled,
  task: taskOccurrence.optional(),
  with: z.array(z.string()).meta({ description: 'Roles or people, in words' }),
  since: day,
  expected: day.optional(),
  myTurn: z.boolean(),
})

export const correctionView = z
  .object({
    id: z.string(),
    step: labelled,
    task: taskOccurrence,
    data: jsonObject.optional(),
    reason: z.string(),
    by: personRef,
    on: day,
    decide: verdict,
  })
  .meta({ id: 'Correction' })

export const awaitedMessage = z.object({ name: z.string(), label: z.string(), form: formView, verdict })

/** What may be paid on a matter now: enough for a client to make the transfer. */
const owed = z
  .object({
    reference: z.string().meta({ description: 'To be written beside the transfer: by it the credit finds the matter' }),
    amountFen: z.int().meta({ description: 'Outstanding now; 0 where nothing is' }),
    account: z.string(),
    payBy: day.optional().meta({ description: 'Last day on which the credit is in time' }),
  })
  .meta({
    id: 'Owed',
    examples: [
      { reference: 'KX202600001DE', amountFen: 5000000, account: '（示例）示例大学，示例银行，99990000000000001', payBy: '2026-03-17' },
    ],
  })

/** A matter, whole. */
export const matterView = z
  .object({
    ...matterRow.shape,
    masked: z.boolean().meta({ description: 'True when content is kept from this reader' }),
    form: formView.optional(),
    data: jsonObject.optional().meta({ description: 'What it was opened with' }),
    suspended: z.object({ reason: z.string(), since: day }).optional(),
    closed: z.object({ on: day, reason: z.string().optional() }).optional(),
    erased: z.object({ on: day, contact: z.string() }).optional(),
    whereabouts: z.array(whereabouts),
    clocks: z
      .object({ office: z.int(), inventor: z.int(), outside: z.int(), running: turn })
      .meta({ description: 'Days by whom it was waited for' }),
    people: z.array(matterPerson),
    tasks: z.array(taskRow),
    waits: z.array(z.object({ step: labelled, messages: z.array(labelled), since: day, until: due.optional() })),
    results: z.array(resultView),
    corrections: z.array(correctionView),
    messages: z.array(awaitedMessage),
    may: z.object({ withdraw: verdict, suspend: verdict, resume: verdict, reportSecret: verdict, correct: verdict, comment: verdict }),
    owes: owed.optional().meta({ description: 'What is to be paid from outside' }),
    children: z.array(z.object({ id: matterId, number: z.string(), process: labelled, standing })),
    policyVersion: z.string(),
    seq: z.int(),
    asOf: instant,
  })
  .meta({ id: 'Matter' })

/** Where the tokens stand on the drawing, and the path taken. */
export const matterDiagram = z
  .object({
    xml: z.string().meta({ description: 'BPMN 2.0' }),
    conforms: z.boolean().meta({ description: 'Whether everything that happened fits the drawing' }),
    active: z.array(z.object({ element: z.string(), label: z.string(), since: day, with: z.array(z.string()) })),
    taken: z.array(z.object({ element: z.string(), label: z.string(), times: z.int(), lastOn: day, by: z.array(z.string()).optional() })),
    covered: z.array(z.string()).meta({ description: 'Ids of the elements and flows that were passed' }),
  })
  .meta({ id: 'MatterDiagram' })

const reason = z.string().trim().min(1).max(2000)

export const suspension = z.strictObject({ reason }).meta({ id: 'Suspension', examples: [{ reason: '等待合作单位答复' }] })
export const withdrawal = z.strictObject({ reason }).meta({ id: 'Withdrawal', examples: [{ reason: '实验需要重做' }] })

export const correction = z
  .discriminatedUnion('do', [
    z.strictObject({ do: z.literal('propose'), step: taskOccurrence, data: jsonObject, reason }),
    z.strictObject({ do: z.literal('decide'), correction: z.string().min(1).max(200), approved: z.boolean(), reason: reason.optional() }),
  ])
  .meta({ id: 'CorrectionRequest', examples: [{ do: 'propose', step: 'formal-check#1', data: { complete: true }, reason: '录入有误' }] })

export type MatterRow = z.infer<typeof matterRow>
export type MatterView = z.infer<typeof matterView>
export type ResultView = z.infer<typeof resultView>
export type MatterQuery = z.infer<typeof matterQuery>
