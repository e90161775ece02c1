import { sampleDecision, sampleLetter, samplePosting } from '../samples/public-notice.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Office } from './office.ts'
import { eventually } from './persona.ts'
import { asJson, type Course } from './story.ts'

/** Posts the notice that a matter opened, and answers it as soon as everybody can read it. */
export async function postNotice(office: Office, course: Course, parent: string): Promise<string> {
  const id = await office.childOf(parent, 'public-notice')
  await office.does('asset', id, 'approve', { outcome: 'post', data: asJson(samplePosting((await course.today()) as PlainDay)) })
  const reader = office.visitor('reader')
  await eventually(async () => {
    const { items } = await reader.get<{ items: readonly { id: string }[] }>('/api/notices')
    return items.find((one) => one.id === id)
  }, 'the notice on the public page')
  return id
}

/** Somebody without a session objects to a notice; the office answers with reasons, and the objection is dismissed. */
export async function objectInVain(office: Office, notice: string): Promise<string> {
  const about = '（示例）公示的团队份额高于同类赋权，请核实份额确定的依据。'
  const letter = { ...sampleLetter, about: 'share' as const, grounds: about }
  const { number } = await office.visitor('objector').post<{ number: string }>(`/api/notices/${notice}/objections`, asJson(letter))
  office.tell(`somebody from the public · objects to the notice · ${number}`)
  const id = await office.childOf(notice, 'notice-objection', number)
  await office.does('ipo_officer', id, 'acknowledge', { outcome: 'acknowledged' })
  await office.does('legal', id, 'decide', { outcome: 'dismissed', data: asJson(dismissal) })
  return id
}

const dismissal = {
  ...sampleDecision,
  findings: [
    '团队份额由全体完成人书面约定，经专家评审会议表决和学校审批（示例）。',
    '所称同类赋权为长期使用权，与本次所有权赋权不可比（示例）。',
  ],
  reasons: '份额在规定幅度之内，确定程序合规，异议所提事实不足以否定公示的份额（示例）。',
}
