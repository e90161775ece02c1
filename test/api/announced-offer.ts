import * as sample from '#cli/samples/open-licence.ts'
import type { MatterId } from '#domain/state.ts'
import { complete, seenIn, type Rig } from '../rig.ts'

/** Declares an open licence of `patent` and has it announced today; the unit posts no price before filing. Answers the declaration. */
export async function announceOffer(rig: Rig, patent: string): Promise<string> {
  const [officer, asset] = [await rig.as('ipo_officer'), await rig.as('asset')]
  const today = rig.officeClock.today()
  await officer.put('/api/policies/open-licence', { body: { numbers: { priceNotice: 0, reliefNeedsRecordedLicence: 1 } }, from: today })
  const opened = await officer.post('/api/matters', { process: 'open-licence', data: { ...sample.sampleOpening, patent } })
  const id = String(opened.body['id'])
  for (const inventor of ['inventor1', 'inventor2'])
    await complete(await rig.as(inventor), await rig.task(id, `advise#1/${inventor}`), 'noted')
  await complete(await rig.as('tech_manager'), await rig.task(id, 'price#1'), 'proposed', sample.samplePrice())
  await complete(asset, await rig.task(id, 'approve#1'), 'approved')
  const signing = await rig.task(id, 'sign-declaration#1')
  await complete(asset, signing, 'signed', await seenIn(asset, signing))
  await complete(officer, await rig.task(id, 'file#1'), 'filed', sample.sampleFiling(today))
  await complete(officer, await rig.task(id, 'office-reply#1'), 'announced', sample.sampleAnnouncement(today))
  await rig.engine.until(id as MatterId, ({ waits }) => waits['offer#1'] !== undefined)
  return id
}

/** The matter that bears a number. */
export async function matterNumbered(rig: Rig, number: unknown): Promise<MatterId> {
  const [row] = await rig.look<{ id: MatterId }>('SELECT id FROM matters WHERE number = $1', [number])
  return String(row?.id) as MatterId
}
