import type { PaperTemplate } from '../paper-context.ts'
import { officialOf, sayIn } from './lines.ts'
import { gatherMinutes, minutesBlocks, requiredOfMinutes, type MinutesFacts } from './minutes.ts'

const name = 'title-grant/review-minutes'
const official = officialOf(name)

export const template: PaperTemplate<MinutesFacts> = {
  name,
  official,
  facts: (context) => gatherMinutes(context, 'review-vote'),
  render: (facts, language) => ({ title: sayIn(language)(official), blocks: minutesBlocks(facts, language) }),
  requiredFields: requiredOfMinutes,
}
