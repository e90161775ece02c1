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
  personId,
  personRef,
  taskOccurrence,
} from './common.ts'
import { deadlineClass, due } from './due.ts'
import { formView } from './form.ts'
import { citation, refusalView, verdict } from './refusal.ts'

/** A task as lists show it; `id` is its address, fit for a path. */
export const taskRow = z
  .object({
    id: z.string(),
    occurrence: taskOccurrence,
    matter: z.object({
      id: matterId,
      number: z.string(),
      title: z.string().nullable(),
      process: labelled,
      standing: z.enum(['open', 'suspended', 'closed']),
    }),
    step: labelled,
    status: z.enum(['open', 'done', 'dropped']),
    act: z.enum(['decides', 'declares', 'advises']),
    party: z.enum(['office', 'inventor', 'outside']),
    roles: z.array(labelled),
    people: z.array(personRef),
    assignee: personRef.optional(),
    owner: personRef.optional().meta({ description: 'Set while delegated: to whom it returns' }),
    department: departmentRef.optional(),
    openedOn: day,
    dueOn: day.optional(),
    class: deadlineClass.optional(),
    provisional: z.boolean().optional(),
    late: z.boolean(),
    followUpOn: day.optional(),
    outcome: labelled.optional(),
    reason: z.string().optional(),
    citations: z.array(citation).optional(),
    closedOn: day.optional(),
    closedBy: personRef.optional(),
  })
  .meta({ id: 'TaskRow' })

export const taskPage = page(taskRow, 'TaskPage')

export const taskLists = ['mine', 'group', 'delegated', 'department', 'overdue', 'done'] as const

export const taskQuery = z.object({
  ...pageQuery.shape,
  list: z.enum(taskLists).default('mine').meta({
    description:
      'mine: held by me or waiting for me by name · group: nobody holds it and I may take it · delegated: given away and to come back · department · overdue · done: closed by me',
  }),
  process: z.string().max(100).optional(),
  step: z.string().max(100).optional(),
  outcome: z.string().max(100).optional(),
  assignee: z.string().max(200).optional(),
  dueBefore: day.optional(),
  department: z.string().max(100).optional(),
  matter: z.string().max(200).optional(),
  q: z.string().trim().max(100).optional(),
  filter: z.string().max(200).optional().meta({ description: 'Id of a saved filter' }),
})

/** How a count is narrowed. Words are not asked: the number alone would tell of titles that one may not read. */
export const taskCountQuery = taskQuery.pick({ process: true, step: true, dueBefore: true })

export const taskCounts = z.object({ mine: z.int(), group: z.int(), department: z.int(), overdue: z.int() }).meta({ id: 'TaskCounts' })

export const draftView = z.object({ data: jsonObject, version: z.int(), savedAt: instant, by: personRef }).meta({ id: 'Draft' })

/** What this task repeats: the data given then, and what has changed in the draft or the new submission since. */
export const previousView = z.object({
  occurrence: taskOccurrence,
  outcome: labelled,
  on: day,
  by: actorView,
  data: jsonObject.optional(),
  changed: z.array(z.object({ field: z.string(), before: z.unknown(), now: z.unknown() })),
})

export const taskView = z
  .object({
    ...taskRow.shape,
    form: formView,
    outcomes: z.array(z.object({ name: z.string(), label: z.string(), reasonRequired: z.boolean() })),
    given: jsonObject.optional().meta({ description: 'Facts the form opens with' }),
    remarks: z.array(fieldRemark).optional(),
    previous: previousView.optional(),
    draft: draftView.optional(),
    may: z.boolean(),
    whyNot: refusalView.optional(),
    verbs: z.object({ claim: verdict, release: verdict, delegate: verdict, resolve: verdict, reassign: verdict, complete: verdict }),
    due: due.optional(),
    alarms: z.array(z.object({ name: z.string(), what: z.enum(['remind', 'escalate']), at: instant })),
    private: z.boolean(),
    ownStatement: z.boolean().meta({ description: "Whether it is a person's own statement, which nobody makes for him" }),
  })
  .meta({ id: 'Task' })

const reason = z.string().trim().min(1).max(2000)

export const taskCompletion = z
  .strictObject({
    outcome: z.string().min(1).max(100),
    data: jsonObject.default({}),
    reason: reason.optional(),
    remarks: z.array(fieldRemark).max(200).optional(),
  })
  .meta({ id: 'TaskCompletion', examples: [{ outcome: 'accepted', data: { complete: true } }] })

export const taskHandOver = z
  .strictObject({ to: personId, reason: reason.optional() })
  .meta({ id: 'TaskHandOver', examples: [{ to: 'p-zhou', reason: '出差' }] })

export const taskFollowUp = z.strictObject({ on: day }).meta({ id: 'TaskFollowUp', examples: [{ on: '2026-03-09' }] })

export const bulkReassignment = z
  .strictObject({
    tasks: z.array(z.string().max(400)).min(1).max(200),
    to: personId,
    reason: reason.optional(),
    preview: z.boolean().default(false),
  })
  .meta({ id: 'BulkReassignment', examples: [{ tasks: ['0c5e3a52.formal-check.1'], to: 'p-zhou', preview: true }] })

/** What becomes of each task of a bulk reassignment; a preview says what would. */
export const bulkOutcome = z
  .object({
    preview: z.boolean(),
    counts: z.object({ moved: z.int(), refused: z.int(), pending: z.int() }),
    items: z.array(
      z.object({
        task: z.string(),
        outcome: z.enum(['moves', 'moved', 'refused', 'pending']),
        command: z.string().optional(),
        refusals: z.array(refusalView).optional(),
      }),
    ),
  })
  .meta({ id: 'BulkOutcome' })

export const draftPatch = z
  .strictObject({
    fields: jsonObject.meta({ description: 'Values by JSON pointer; null clears. Nothing is validated.' }),
    version: z.int().min(0).optional().meta({ description: 'Version these changes were made on' }),
  })
  .meta({
    id: 'DraftPatch',
    examples: [{ fields: { '/abstract': '固态电解质的制备方法', '/inventors/0/contributionBp': 6000 }, version: 3 }],
  })

export type TaskRow = z.infer<typeof taskRow>
export type TaskView = z.infer<typeof taskView>
export type TaskQuery = z.infer<typeof taskQuery>
export type BulkOutcome = z.infer<typeof bulkOutcome>
