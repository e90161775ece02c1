import { z } from 'zod'
import { resultTypes } from '#domain/disclosure-form.ts'
import { compensationGrounds, ownerChangeGrounds, patentStatuses, resultStatuses, type RegisterEventFacts } from '#domain/register.ts'
import { actorView, day, jsonObject, labelled, matterId, page, pageQuery, personId, personRef } from './common.ts'
import { consents, encumbranceView, source, sourced, subjectId, text } from './encumbrance.ts'
import { transformation, transformationView } from './transformation.ts'

const shareBp = z.int().min(1).max(10_000).meta({ unit: 'bp', description: 'Ten-thousandths' })

const owner = z.strictObject({
  name: text(200),
  party: subjectId.exactOptional(),
  isHouse: z.boolean().exactOptional(),
  shareBp: shareBp.exactOptional(),
})
const ownerOverTime = z.strictObject({ ...owner.shape, since: day, until: day.exactOptional() })

const annuity = z.strictObject({ year: z.int().min(1).max(30), dueOn: day, paidOn: day.exactOptional() })
const conclusion = z.enum(['positive', 'negative', 'pending'])

export const newPatent = z
  .strictObject({
    number: z.string().max(30),
    title: text(300),
    titleEn: text(300).exactOptional(),
    kind: z.enum(['invention', 'utility-model', 'design']),
    filedOn: day,
    priorityOn: day.exactOptional(),
    grantedOn: day.exactOptional(),
    status: z.enum(patentStatuses),
    owners: z.array(ownerOverTime).min(1).max(20),
    annuities: z.array(annuity).max(20).default([]),
    inventors: z.array(personId).min(1).max(50),
    source,
  })
  .meta({ id: 'NewPatent' })

export const newResult = z
  .strictObject({
    title: text(300),
    titleEn: text(300).exactOptional(),
    type: z.enum(resultTypes),
    owners: z.array(ownerOverTime).min(1).max(20),
    inventors: z.array(personId).min(1).max(50),
    status: z.enum(resultStatuses).default('held'),
    source,
  })
  .meta({ id: 'NewResult' })

function change<Kind extends string, Facts extends z.ZodType>(kind: Kind, facts: Facts) {
  return z.strictObject({ kind: z.literal(kind), facts, source })
}

type Facts<Kind extends keyof RegisterEventFacts> = z.ZodType<RegisterEventFacts[Kind]>

const ownerChange = z.strictObject({
  since: day,
  owners: z.array(owner).min(1).max(20),
  ground: z.enum(ownerChangeGrounds).exactOptional(),
  consents,
}) satisfies Facts<'OwnerChanged'>

/** What may be entered of a patent that is on the register; encumbrances have addresses of their own. */
export const patentChange = z
  .discriminatedUnion('kind', [
    change(
      'PatentCorrected',
      z.strictObject({
        title: text(300).exactOptional(),
        titleEn: text(300).exactOptional(),
        filedOn: day.exactOptional(),
        priorityOn: day.exactOptional(),
        grantedOn: day.exactOptional(),
        inventors: z.array(personId).min(1).max(50).exactOptional(),
      }) satisfies Facts<'PatentCorrected'>,
    ),
    change('OwnerChanged', ownerChange),
    change('AnnuityDue', z.strictObject({ year: annuity.shape.year, dueOn: day }) satisfies Facts<'AnnuityDue'>),
    change(
      'AnnuityPaid',
      z.strictObject({ year: annuity.shape.year, paidOn: day, dueOn: day.exactOptional() }) satisfies Facts<'AnnuityPaid'>,
    ),
    change('EvaluationReceived', z.strictObject({ conclusion, number: text(60).exactOptional() }) satisfies Facts<'EvaluationReceived'>),
    change(
      'TermCompensated',
      z.strictObject({
        ground: z.enum(compensationGrounds),
        days: z.int().min(1).max(4000).meta({ description: 'As the office decided' }),
        decidedOn: day,
        approvedOn: day.exactOptional().meta({ description: 'Of a new drug: when it was approved for the market' }),
      }) satisfies Facts<'TermCompensated'>,
    ),
    change(
      'StatusChanged',
      z.strictObject({ status: z.enum(patentStatuses), grantedOn: day.exactOptional() }) satisfies Facts<'StatusChanged'>,
    ),
    change('TransformationEntered', transformation),
  ])
  .meta({ id: 'PatentChange', examples: [{ kind: 'AnnuityPaid', facts: { year: 6, paidOn: '2026-02-11' }, source: '年费缴纳收据' }] })

/** What may be entered of another result. */
export const resultChange = z
  .discriminatedUnion('kind', [
    change(
      'ResultCorrected',
      z.strictObject({
        title: text(300).exactOptional(),
        titleEn: text(300).exactOptional(),
        inventors: z.array(personId).min(1).max(50).exactOptional(),
      }) satisfies Facts<'ResultCorrected'>,
    ),
    change('OwnerChanged', ownerChange),
    change('StatusChanged', z.strictObject({ status: z.enum(resultStatuses) }) satisfies Facts<'StatusChanged'>),
    change('TransformationEntered', transformation),
  ])
  .meta({ id: 'ResultChange' })

const partyFields = {
  name: text(200),
  nameEn: text(200).exactOptional(),
  address: text(300).exactOptional(),
  legalRepresentative: text(100).exactOptional(),
  country: z.string().regex(/^[A-Z]{2}$/),
  contact: text(300).exactOptional().meta({ description: 'For the office only' }),
}

export const newParty = z
  .strictObject({ code: z.string().regex(/^[A-Z0-9][\w.-]{1,39}$/), ...partyFields, source })
  .meta({ id: 'NewParty', examples: [{ code: '91310000607378294E', name: '示例科技有限公司', country: 'CN', source: '营业执照' }] })

export const partyChange = change('PartyCorrected', z.strictObject(partyFields).partial() as unknown as Facts<'PartyCorrected'>).meta({
  id: 'PartyChange',
})

// ---- As they are answered

const ownerView = z.object({
  name: z.string(),
  party: z.string().optional(),
  isHouse: z.boolean().optional(),
  shareBp: z.int().optional(),
  since: day,
  until: day.optional(),
})

const holdingRow = {
  title: z.string(),
  titleEn: z.string().optional(),
  status: labelled,
  owners: z.array(z.string()).meta({ description: 'Names of those who own it today' }),
  encumbrances: z.array(labelled).meta({ description: 'What binds it today' }),
  sample: z.boolean().optional(),
}

export const patentRow = z.object({ number: z.string(), kind: labelled, filedOn: day, ...holdingRow }).meta({ id: 'PatentRow' })
export const patentPage = page(patentRow, 'PatentPage')
export const resultRow = z.object({ id: z.string(), type: labelled, ...holdingRow }).meta({ id: 'ResultRow' })
export const resultPage = page(resultRow, 'ResultPage')

const matterAbout = z.object({
  id: matterId,
  number: z.string(),
  process: labelled,
  standing: z.string(),
  openedOn: day,
})

const holdingView = {
  title: z.string(),
  titleEn: z.string().optional(),
  status: labelled,
  owners: z.array(ownerView),
  inventors: z.array(personRef),
  encumbrances: z.array(encumbranceView),
  transformations: z.array(transformationView),
  sample: z.boolean().optional(),
  knownOn: day.meta({ description: 'As the register said at the end of this day' }),
  mayChange: z.boolean(),
  matters: z.array(matterAbout).meta({ description: 'Matters about it that the reader may see' }),
}

export const patentView = z
  .object({
    number: z.string(),
    kind: labelled,
    filedOn: day,
    priorityOn: day.optional(),
    grantedOn: day.optional(),
    annuities: z.array(z.object({ year: z.int(), dueOn: day, paidOn: day.optional() })),
    termEnd: day.meta({ description: 'Last day of the term, compensation included' }),
    termCompensations: z
      .array(z.object({ ground: labelled, days: z.int(), decidedOn: day, approvedOn: day.optional(), source: z.string() }))
      .optional(),
    evaluation: z.object({ conclusion: labelled, number: z.string().optional(), ...sourced }).optional(),
    ...holdingView,
  })
  .meta({ id: 'Patent' })

export const resultView = z.object({ id: z.string(), type: labelled, ...holdingView }).meta({ id: 'Result' })

export const partyView = z
  .object({
    code: z.string(),
    name: z.string(),
    nameEn: z.string().optional(),
    address: z.string().optional(),
    legalRepresentative: z.string().optional(),
    country: z.string(),
    isHouse: z.boolean().optional(),
    contact: z.string().optional().meta({ description: 'To the office only' }),
    sample: z.boolean().optional(),
    mayChange: z.boolean(),
  })
  .meta({ id: 'Party' })
export const partyPage = page(partyView, 'PartyPage')

export const historyEntry = z
  .object({
    seq: z.int(),
    kind: z.string(),
    says: z.string(),
    by: actorView,
    on: day,
    source: z.string(),
    facts: jsonObject,
    matter: matterId.optional(),
  })
  .meta({ id: 'RegisterHistoryEntry' })
export const historyView = z.object({ items: z.array(historyEntry) }).meta({ id: 'RegisterHistory' })

export const registerQuery = z.object({ ...pageQuery.shape, q: z.string().trim().max(100).optional(), inventor: personId.optional() })
export const partyQuery = z.object({ ...pageQuery.shape, q: z.string().trim().max(100).optional() })
export const knownOnQuery = z.object({
  knownOn: day.optional().meta({ description: 'The day whose knowledge is asked for; today when absent' }),
})

export type PatentRow = z.infer<typeof patentRow>
export type PatentView = z.infer<typeof patentView>
export type ResultRow = z.infer<typeof resultRow>
export type ResultView = z.infer<typeof resultView>
export type PartyView = z.infer<typeof partyView>
export type RegisterHistoryEntry = z.infer<typeof historyEntry>
