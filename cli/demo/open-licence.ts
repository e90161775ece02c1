import { paymentReference } from '#domain/licence-take-up-decision.ts'
import { fen, type Fen } from '#domain/money.ts'
import { plainDay } from '#domain/day.ts'
import { demonstration } from '../demonstration-house.ts'
import * as sample from '../samples/open-licence.ts'
import { sampleInvention } from '../samples/registers.ts'
import { postNotice } from './notice.ts'
import type { Office } from './office.ts'
import { eventually, SaidNo } from './persona.ts'
import { asJson, type Course } from './story.ts'

/** The matters of an open licence. */
export type Offered = {
  readonly declaration: string
  readonly notice: string
  readonly takeUps: readonly string[]
  readonly receipts: readonly string[]
}

/** A patent is offered to everybody: two take it up, the offer is withdrawn, and a third comes too late. */
export async function offerToAll(office: Office, course: Course): Promise<Offered> {
  const { declaration, notice } = await declare(office, course)
  const desk = createDesk(office, course, declaration)
  const prompt = await takeUpInFull(desk)
  await course.pass(2)
  const short = await takeUpInParts(desk, course)
  await withdraw(office, course, declaration)
  const late = await comeTooLate(desk, course)
  return { declaration, notice, takeUps: [prompt, short, late], receipts: desk.receipts }
}

/** From the question whether the patent may be declared to the announcement. */
async function declare(office: Office, course: Course): Promise<{ declaration: string; notice: string }> {
  const officer = await office.as('ipo_officer')
  const { id } = await officer.post<{ id: string }>('/api/matters', {
    process: 'open-licence',
    data: asJson({ ...sample.sampleOpening, patent: sampleInvention }),
  })
  await office.does('inventor1', id, 'advise', { outcome: 'noted' })
  await office.does('inventor2', id, 'advise', { outcome: 'noted' })
  const price = sample.samplePrice({
    noticeAddress: `（示例）示例市示例路1号${demonstration.nameZh}知识产权与技术转移办公室`,
    account: `（示例）${demonstration.nameZh}，示例银行示例支行，99990000000000001`,
  })
  await office.does('tech_manager', id, 'price', { outcome: 'proposed', data: asJson(price) })
  await office.does('asset', id, 'approve', { outcome: 'approved' })
  const notice = await postNotice(office, course, id)
  await course.pass(17)
  await office.does('asset', id, 'sign-declaration', ({ given }) => ({ outcome: 'signed', data: { sha256: given?.['sha256'] ?? '' } }))
  const filing = sample.sampleFiling(await course.today())
  await office.does('ipo_officer', id, 'file', { outcome: 'filed', data: asJson(filing) })
  await course.pass(21)
  await office.does('ipo_officer', id, 'office-reply', {
    outcome: 'announced',
    data: asJson(sample.sampleAnnouncement(await course.today())),
  })
  await eventually(async () => {
    const { items } = await office.visitor('reader').get<{ items: readonly { id: string }[] }>('/api/open-licences')
    return items.find((one) => one.id === id)
  }, 'the offer on the public page')
  return { declaration: id, notice }
}

/** What takers, finance and the patent officer do. */
type Desk = ReturnType<typeof createDesk>
type Receipt = { readonly number: string; readonly reference: string; readonly amountFen: Fen }

function createDesk(office: Office, course: Course, declaration: string) {
  const receipts: string[] = []
  return {
    office,
    receipts,
    declaration,
    today: () => course.today(),
    /** Anybody takes the offer up on the public page. */
    async takeUp(serial: number): Promise<Receipt & { readonly id: string }> {
      const { taker, use, termsAccepted } = sample.sampleNotice(declaration, '2026-03-02', { taker: sample.sampleTaker(serial) })
      const body = asJson({ taker, use, termsAccepted, startsOn: await course.today() })
      const taken = await office.visitor(`taker${serial}`).post<Receipt>(`/api/open-licences/${declaration}/take-ups`, body)
      office.tell(`taker ${serial} · takes the licence up · ${taken.number}`)
      return { ...taken, id: await office.childOf(declaration, 'licence-take-up', taken.number) }
    },
    /** Finance tells of a credit; what does not fit by itself is matched by hand. */
    async credit(serial: number, amountFen: Fen, how: { readonly reference?: string; readonly byHand?: string }): Promise<void> {
      const finance = await office.as('finance')
      const voucher = `SAMPLE-${String(receipts.length + 1).padStart(4, '0')}`
      const written = how.reference === undefined ? {} : { reference: how.reference }
      const receipt = sample.sampleReceipt(await course.today(), { voucher, payer: sample.sampleTaker(serial).name, amountFen, ...written })
      const { id } = await finance.post<{ id: string }>('/api/receipts', asJson(receipt))
      receipts.push(id)
      office.tell(`finance · ${amountFen / 100} yuan credited from taker ${serial}`)
      const data = { reference: how.byHand ?? '', acceptAmount: true }
      if (how.byHand !== undefined) await office.does('finance', id, 'clarify', { outcome: 'match-again', data })
    },
    /** The recordal of a licence with the patent office. */
    async recordal(takeUp: string, serial: number): Promise<void> {
      const on = await course.today()
      const numbers = { receiptNumber: `（示例）BA-2026-${serial}` }
      await office.does('ipo_officer', takeUp, 'file-recordal', {
        outcome: 'filed',
        data: asJson({ ...sample.sampleRecordalFiling(on), ...numbers }),
      })
      const recorded = { ...sample.sampleRecorded(on), recordalNumber: `（示例）X202699000000${serial}` }
      await office.does('ipo_officer', takeUp, 'recordal-reply', { outcome: 'recorded', data: asJson(recorded) })
    },
  }
}

async function takeUpInFull(desk: Desk): Promise<string> {
  const { id, reference, amountFen } = await desk.takeUp(1)
  await desk.credit(1, amountFen, { reference })
  await desk.recordal(id, 1)
  return id
}

/** Part of the fee makes no licence; the rest does. */
async function takeUpInParts(desk: Desk, course: Course): Promise<string> {
  const { id, reference, amountFen } = await desk.takeUp(2)
  const part = fen(amountFen * 0.6)
  await desk.credit(2, part, { reference, byHand: reference })
  await course.pass(7)
  await desk.credit(2, fen(amountFen - part), { reference })
  await desk.recordal(id, 2)
  return id
}

async function withdraw(office: Office, course: Course, declaration: string): Promise<void> {
  const officer = await office.as('ipo_officer')
  await officer.post(`/api/matters/${declaration}/messages/withdraw-declaration`, { data: asJson(sample.sampleWithdrawal) })
  await office.does('legal', declaration, 'approve-withdrawal', { outcome: 'approved' })
  await office.does('asset', declaration, 'sign-withdrawal', ({ given }) => ({
    outcome: 'signed',
    data: { sha256: given?.['sha256'] ?? '' },
  }))
  const filing = { filedOn: await course.today(), receiptNumber: '（示例）CH-2026-1' }
  await office.does('ipo_officer', declaration, 'file-withdrawal', { outcome: 'filed', data: filing })
  await course.pass(14)
  const announced = { ...sample.sampleAnnouncement(await course.today()), announcementNumber: '（示例）公告2026-40' }
  await office.does('ipo_officer', declaration, 'withdrawal-reply', { outcome: 'announced', data: asJson(announced) })
  await course.pass(1)
}

/** The page refuses what comes after the announcement; a letter posted before it is answered in writing, and what was paid goes back. */
async function comeTooLate(desk: Desk, course: Course): Promise<string> {
  const { office, declaration } = desk
  const today = await desk.today()
  await desk.takeUp(3).then(
    () => {
      throw new Error('A notice after the end of the offer was taken')
    },
    (error: unknown) => {
      if (!(error instanceof SaidNo)) throw error
      office.tell('taker 3 · is told on the page that the offer is withdrawn')
    },
  )
  const taker = sample.sampleTaker(3)
  const dispatchedOn = plainDay(today.replace(/\d\d$/, '01'))
  const { declaration: _, patent: __, ...letter } = sample.sampleNotice(declaration, today, { taker, channel: 'mail', dispatchedOn })
  const officer = await office.as('ipo_officer')
  const { id, number } = await officer.post<{ id: string; number: string }>(`/api/open-licences/${declaration}/letters`, asJson(letter))
  office.tell(`ipo_officer · enters the letter of taker 3 · ${number}`)
  await desk.credit(3, fen(5_000_000), { byHand: paymentReference(number) })
  await office.does('finance', id, 'refund', ({ given }) => ({
    outcome: 'refunded',
    data: { refundedOn: today, voucher: '（示例）TK-2026-0001', amountFen: given?.['amountFen'] ?? 0 },
  }))
  await course.pass(16)
  return id
}
