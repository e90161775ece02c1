import type { PlainDay } from '#domain/day.ts'
import { addDays, addYears, plainDay } from '#domain/day.ts'
import { demonstration } from '../demonstration-house.ts'
import { inventionNumber } from '../samples/pre-filing-assessment.ts'
import { houseCode } from '../samples/registers.ts'
import * as sample from '../samples/title-grant.ts'
import { objectInVain, postNotice } from './notice.ts'
import type { Answer, Office, ShownTask } from './office.ts'
import { asJson, type Cast, type Course } from './story.ts'

/** The number under which the demonstration's invention was granted. */
const patent = `ZL${inventionNumber}`

/** What the office enters of the patent from its certificate. */
export async function registerPatent(office: Office, cast: Cast, days: { readonly filedOn: string; readonly grantedOn: string }) {
  const officer = await office.as('ipo_officer')
  const { title, titleEn } = sample.sampleGrant([])
  const { filedOn: since } = days
  const owners = [
    { name: demonstration.nameZh, party: houseCode, isHouse: true, shareBp: 8000, since },
    // The outside inventor's employer, with whom the invention was made together.
    { name: cast.outsideEmployer, shareBp: 2000, since },
  ]
  await officer.post('/api/patents', {
    number: patent,
    title,
    ...(titleEn === undefined ? {} : { titleEn }),
    kind: 'invention',
    ...days,
    status: 'granted',
    owners,
    inventors: [cast.lead, cast.student, cast.outsider],
    source: '（示例）发明专利证书',
  })
  office.tell(`ipo_officer · registers patent ${patent}`)
  return plainDay(days.filedOn)
}

/** The matters of a title grant. */
export type Granted = { readonly grant: string; readonly notice: string; readonly objection: string }

/** The inventors get 70% of the title: agreed, reviewed, approved, posted, signed by everybody and registered. */
export async function grantTitle(office: Office, cast: Cast, course: Course, filedOn: PlainDay): Promise<Granted> {
  const grant = await openGrant(office, cast)
  const application = sample.sampleApplication('ownership', (await course.today()) as PlainDay)
  await office.does('inventor1', grant, 'apply', { outcome: 'ownership', data: asJson(application) })
  await decide(office, cast, grant, (await course.today()) as PlainDay)
  const notice = await postNotice(office, course, grant)
  await course.pass(3)
  const objection = await objectInVain(office, notice)
  await course.pass(15)
  await office.does('legal', grant, 'draft-terms', {
    outcome: 'for-nothing',
    data: asJson(sample.sampleTerms(application, { rightsEndOn: addDays(addYears(filedOn, 20), -1) })),
  })
  await office.does('finance', grant, 'tax-review', { outcome: 'reviewed', data: asJson(sample.sampleTaxReview) })
  await signAgreement(office, cast, grant)
  const filing = { ...sample.sampleChangeFiling((await course.today()) as PlainDay), numbers: [patent] }
  await office.does('ipo_officer', grant, 'file-change', { outcome: 'filed', data: asJson(filing) })
  await course.pass(32)
  const reply = sample.sampleReply((await course.today()) as PlainDay)
  await office.does('ipo_officer', grant, 'office-reply', { outcome: 'registered', data: asJson(reply) })
  return { grant, notice, objection }
}

async function openGrant(office: Office, cast: Cast): Promise<string> {
  const inventors = [cast.lead, cast.student, cast.outsider]
  const standings = ['staff', 'student', 'outside'] as const
  const members = sample.sampleMembers(inventors).map((member, place) => ({ ...member, standing: standings[place] ?? 'staff' }))
  const { title } = sample.sampleGrant(inventors)
  const opening = sample.sampleGrant(inventors, { members, results: [{ register: 'patent', number: patent, title, type: 'invention' }] })
  const lead = await office.as('inventor1')
  const { id } = await lead.post<{ id: string }>('/api/matters', { process: 'title-grant', data: asJson(opening) })
  const agrees: Answer = { outcome: 'signed', data: asJson(sample.sampleStatement) }
  await everybody(office, cast, id, 'agree-split', agrees)
  return id
}

/** Checks, experts and the unit's approval. */
async function decide(office: Office, cast: Cast, grant: string, today: PlainDay): Promise<void> {
  const idOf = (username: string) => cast.people[username] ?? ''
  const panel = { members: ['evaluator1', 'evaluator2', 'committee3'].map(idOf), observer: idOf('discipline') }
  await office.does('ipo_officer', grant, 'formal-check', {
    outcome: 'accepted',
    data: asJson(sample.sampleFormalCheck(sample.beijingAuthority)),
  })
  await office.does('legal', grant, 'ownership-check', { outcome: 'clear', data: asJson(ownershipOn(cast.outsideEmployer, today)) })
  await office.does('secrecy', grant, 'secrecy-check', { outcome: 'cleared', data: { touches: [] } })
  await office.does('ipo_officer', grant, 'convene-review', { outcome: 'convened', data: panel })
  for (const expert of ['evaluator1', 'evaluator2', 'committee3']) await office.does(expert, grant, 'review-vote', { outcome: 'for' })
  await office.does('asset', grant, 'approve', { outcome: 'approved', data: asJson(sample.sampleApproval) })
}

/** The co-owner agrees in writing and keeps its share. */
function ownershipOn(who: string, consentedOn: PlainDay) {
  const consent = { who, number: patent, consentedOn, letter: '（示例）函〔2027〕6号', shareBp: 2000 }
  return {
    ...sample.sampleOwnership,
    basis: '合作完成的发明创造，专利登记簿载明学校与合作单位共有，合作单位已书面同意学校就其份额赋权（示例）。',
    universityName: demonstration.nameZh,
    coOwnerConsents: [consent],
  }
}

/** Members in the order of the record, the outsider by his link, the university last. */
async function signAgreement(office: Office, cast: Cast, grant: string): Promise<void> {
  const signs = ({ given }: ShownTask): Answer => ({ outcome: 'signed', data: { termsRead: true, sha256: given?.['sha256'] ?? '' } })
  await everybody(office, cast, grant, 'sign-member', signs)
  await office.does('asset', grant, 'sign-university', signs)
}

async function everybody(office: Office, cast: Cast, matter: string, step: string, answer: Answer | ((task: ShownTask) => Answer)) {
  await office.does('inventor1', matter, step, answer)
  await office.does('inventor2', matter, step, answer)
  await office.doesByLink(cast.outsider, matter, step, answer)
}
