import { z } from 'zod'
import { taker } from '../licence-take-up.ts'
import { receiptData } from '../receipt.ts'
import { paragraph } from '../disclosure-parts.ts'
import { day, labelled, pageQuery } from './common.ts'
import { due } from './due.ts'
import { houseQuery } from './notice.ts'

export const offerQuery = z.object({
  ...houseQuery.shape,
  q: z.string().trim().max(100).optional().meta({ description: 'Part of the title or of the patent number' }),
  ...pageQuery.shape,
})

/** What everybody pays alike. */
export const offeredFee = z
  .object({
    method: labelled,
    fixedFen: z.int().optional(),
    royaltyBp: z.int().optional(),
    royaltyBase: labelled.optional(),
    reportMonths: z.int().optional(),
    paymentDays: z.int().meta({ description: 'After the written notice arrived' }),
  })
  .meta({ id: 'OfferedFee' })

/** A live offer in the catalogue. */
export const offerRow = z
  .object({
    id: z.string(),
    number: z.string(),
    patent: z.string(),
    title: z.string(),
    patentees: z.array(z.string()),
    fee: offeredFee,
    announcedOn: day,
    termEnd: day,
    withdrawalFiledOn: day.optional().meta({ description: 'A withdrawal is filed; until it is announced the offer binds' }),
    address: z.string().meta({ description: 'Permanent' }),
  })
  .meta({ id: 'OpenLicenceRow' })

export const offerPage = z.object({ items: z.array(offerRow), next: z.string().nullable() }).meta({ id: 'OpenLicencePage' })

/** An offer as everybody may read it. */
export const offerView = z
  .object({
    ...offerRow.shape,
    titleEn: z.string().optional(),
    house: z.string(),
    announcementNumber: z.string(),
    noticeSystem: z.string(),
    noticeAddress: z.string(),
    account: z.string(),
    other: z.string().optional(),
    licences: z.int().meta({ description: 'Licences that were taken of it' }),
    twin: z.string().meta({ description: 'The same for machines, as JSON-LD' }),
  })
  .meta({ id: 'OpenLicence' })

/** What a taker sends: who he is, and that he takes the announced terms. */
export const newTakeUp = z
  .strictObject({
    taker,
    use: paragraph,
    startsOn: day,
    termsAccepted: z.boolean(),
  })
  .meta({ id: 'NewTakeUp' })

/** A written notice that came by post, by hand or by e-mail, as an officer enters it. */
export const enteredTakeUp = z
  .strictObject({
    ...newTakeUp.shape,
    channel: z.enum(['mail', 'hand', 'e-mail']),
    dispatchedOn: day.meta({ description: 'As the letter or its postmark says' }),
    arrivedOn: day.meta({ description: 'When it reached the announced address, not when it is entered' }),
  })
  .meta({ id: 'EnteredTakeUp' })

/** What the taker gets: the number of his notice, and how to pay. */
export const takeUpReceipt = z
  .object({
    number: z.string(),
    arrivedOn: day,
    reference: z.string().meta({ description: 'To be written beside the transfer' }),
    amountFen: z.int(),
    payBy: day.meta({ description: 'Last day on which the credit is in time' }),
    due: due.meta({ description: 'How that day was counted' }),
    account: z.string(),
  })
  .meta({ id: 'TakeUpReceipt' })

/** A credit on the university's account. */
export const newReceipt = receiptData.meta({ id: 'NewReceipt' })

export type OfferRow = z.infer<typeof offerRow>
export type OfferView = z.infer<typeof offerView>
export type OfferPage = z.infer<typeof offerPage>
export type EnteredTakeUp = z.infer<typeof enteredTakeUp>
export type NewTakeUp = z.infer<typeof newTakeUp>
export type TakeUpReceipt = z.infer<typeof takeUpReceipt>
