import { byDesign } from '#domain/refusal.ts'
import { dayIn, nameIn, pick, type Both } from '../lines.ts'
import type { PaperTemplate } from '../paper-context.ts'
import { gatherMinutes, minutesBlocks, requiredOfMinutes, type MinutesFacts } from './minutes.ts'

const official = { zh: '专利申请前评估委员会会议纪要', en: 'Minutes of the assessment committee' }

export const template: PaperTemplate<MinutesFacts> = {
  name: 'pre-filing-assessment/panel-minutes',
  official,
  facts: (context) => gatherMinutes(context, 'panel-vote'),
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    return {
      title: say(official),
      blocks: [
        ...minutesBlocks(facts, language),
        {
          kind: 'seal',
          label: say({ zh: '科技成果转化领导小组（盖章）', en: 'Committee (seal)' }),
          issuer: say(facts.institution),
          date: dayIn(facts.on, language),
        },
      ],
    }
  },
  requiredFields: [
    { field: 'resolution', rule: byDesign, find: requiredOfMinutes },
    { field: 'members', rule: byDesign, find: (facts, language) => facts.members.map((one) => nameIn(one, language)) },
    { field: 'objections', rule: byDesign, find: (facts) => facts.objections },
  ],
}
