import type { JsonObject } from '#domain/json.ts'
import type { PersonId } from '#domain/actor.ts'
import {
  sampleAssignment,
  sampleDecision,
  sampleEstimate,
  sampleEvent,
  sampleFiling,
  sampleInterview,
  samplePayments,
  sampleScore,
  sampleSearch,
} from '../samples/pre-filing-assessment.ts'
import { sampleDisclosure } from '../samples/disclosure.ts'
import type { Office, ShownTask } from './office.ts'
import { eventually } from './persona.ts'

/** Who takes part: two inventors of the university, one a student, and one at another employer without an account. */
export type Cast = {
  readonly lead: PersonId
  readonly student: PersonId
  readonly outsider: PersonId
  readonly outsideEmployer: string
  readonly people: { readonly [username: string]: PersonId }
}

/** The office's time: what day it is, and days let pass. */
export type Course = { today(): Promise<string>; pass(days: number): Promise<void> }

type Opened = { readonly id: string; readonly number: string }

/** One invention from its inventors' report to the docketed result; answers the assessment that it opened. */
export async function discloseInvention(office: Office, cast: Cast): Promise<{ disclosure: string; assessment: string }> {
  const inventors = [cast.lead, cast.student, cast.outsider]
  const report = asJson(sampleDisclosure(inventors, { inventors: inventorsOf(cast) }))
  const lead = await office.as('inventor1')
  const { id } = await lead.post<Opened>('/api/matters', {
    process: 'disclosure',
    data: { ...report, abstract: String(report['abstract']).slice(0, 60) },
  })
  await office.does('dept_admin', id, 'formal-check', {
    outcome: 'returned',
    reason: '摘要过短，未说明技术效果。',
    remarks: [{ field: '/abstract', remark: '请补充技术效果及对比数据' }],
  })
  await office.does('inventor1', id, 'revise', { outcome: 'resubmitted', data: report })
  await office.does('dept_admin', id, 'formal-check', { outcome: 'accepted' })
  await office.does('secrecy', id, 'secrecy-screen', { outcome: 'none', data: { mayPublish: true } })
  await office.does('legal', id, 'ownership-finding', decideOwnership)
  const first: JsonObject = { [cast.lead]: 6000, [cast.student]: 2500, [cast.outsider]: 1500 }
  const agreed: JsonObject = { [cast.lead]: 5000, [cast.student]: 3000, [cast.outsider]: 2000 }
  for (const [lead1, others] of [
    [first, agreed],
    [agreed, agreed],
  ] as const) {
    await office.does('inventor1', id, 'propose-shares', { outcome: 'proposed', data: { shares: lead1 } })
    await office.does('inventor2', id, 'propose-shares', { outcome: 'proposed', data: { shares: others } })
    await office.doesByLink(cast.outsider, id, 'propose-shares', { outcome: 'proposed', data: { shares: others } })
  }
  const confirm = (feature: string) => (task: ShownTask) => ({
    outcome: 'confirmed',
    data: { shareBp: task.given?.['shareBp'] ?? 0, feature },
  })
  await office.does('inventor1', id, 'confirm-share', confirm('提出双网络骨架的整体方案（示例）'))
  await office.does('inventor2', id, 'confirm-share', confirm('设计蒸汽爆破与酶解联用的秸秆预处理工艺，确定温度与保压时间（示例）'))
  await office.doesByLink(cast.outsider, id, 'confirm-share', confirm('提出缓释氮肥微胶囊的原位固定方法并确定包覆比例（示例）'))
  const assessment = await eventually(async () => {
    const { items } = await lead.get<{ items: readonly Opened[] }>(`/api/matters?process=pre-filing-assessment&parent=${id}`)
    return items[0]?.id
  }, 'the assessment')
  return { disclosure: id, assessment }
}

function inventorsOf(cast: Cast) {
  const [lead, student, outsider] = sampleDisclosure([cast.lead, cast.student, cast.outsider]).inventors
  if (lead === undefined || student === undefined || outsider === undefined) throw new Error('The sample has three inventors')
  return [lead, { ...student, relation: 'student' as const }, { ...outsider, relation: 'outside' as const, employer: cast.outsideEmployer }]
}

/** Counsel follows what the rules propose. */
function decideOwnership(task: ShownTask) {
  const proposed = (task.given?.['proposal'] ?? task.given ?? {}) as { kind?: string; owners?: JsonObject[] }
  return { outcome: proposed.kind ?? 'service', data: { owners: proposed.owners ?? [] } }
}

/** The assessment from its opening to the application; answers the day it was filed. */
export async function assessAndFile(office: Office, cast: Cast, id: string, today: Course['today']): Promise<string> {
  const inventors = [cast.lead, cast.student, cast.outsider]
  const evaluators = ['evaluator1', 'evaluator2']
  const idOf = (username: string) => cast.people[username] ?? ('' as PersonId)
  const on = async (data: object, field: string) => asJson({ ...data, [field]: await today() })
  await office.does('ipo_officer', id, 'assign', {
    outcome: 'assigned',
    data: asJson(sampleAssignment(idOf('tech_manager'), evaluators.map(idOf))),
  })
  await office.does('tech_manager', id, 'novelty-search', { outcome: 'searched', data: await on(sampleSearch, 'searchedOn') })
  await office.does('tech_manager', id, 'interview', { outcome: 'held', data: await on(sampleInterview(inventors), 'heldOn') })
  await office.does('evaluator1', id, 'score', { outcome: 'scored', data: asJson(sampleScore(82)) })
  await office.does('evaluator2', id, 'score', { outcome: 'scored', data: asJson(sampleScore(76)) })
  await office.does('finance', id, 'cost-estimate', { outcome: 'estimated', data: asJson(sampleEstimate) })
  await office.does('ipo_officer', id, 'decide', { outcome: 'file-cn', data: asJson(sampleDecision()) })
  await office.does('asset', id, 'approve-filing', { outcome: 'approved' })
  await office.does('legal', id, 'filing-consents', consentOf(await today()))
  const filedOn = await today()
  await office.does('ipo_officer', id, 'record-filing', { outcome: 'filed', data: asJson(sampleFiling(filedOn)) })
  return filedOn
}

/** The grant and the statutory reward, paid; answers the day of the grant. */
export async function grantAndReward(office: Office, id: string, today: Course['today']): Promise<string> {
  const officer = await office.as('ipo_officer')
  const grantedOn = await today()
  await officer.post(`/api/matters/${id}/messages/record-office-event`, { data: asJson(sampleEvent('grant-announced', grantedOn)) })
  await office.does('finance', id, 'pay-reward', (task) => {
    const parts = (task.given?.['parts'] ?? []) as unknown as { person: PersonId; amountFen: number }[]
    return { outcome: 'paid', data: asJson(samplePayments(parts, grantedOn)) }
  })
  return grantedOn
}

/** Every co-owner's letter, as the office received it. */
function consentOf(consentedOn: string) {
  return ({ given }: ShownTask) => {
    const owners = (given?.['coOwners'] ?? []) as readonly string[]
    return {
      outcome: 'consented',
      data: { consents: owners.map((coOwner) => ({ coOwner, consentedOn, letter: '（示例）科函〔2026〕18号' })) },
    }
  }
}

/** The form's data as JSON carries it. */
export function asJson(data: object): JsonObject {
  return JSON.parse(JSON.stringify(data)) as JsonObject
}
