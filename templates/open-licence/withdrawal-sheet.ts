import type { WithdrawalRequest } from '#domain/open-licence-forms.ts'
import { findStandard } from '#domain/open-licence-facts.ts'
import { withdrawalBasis } from '#domain/open-licence-law.ts'
import { patentLawArticle } from '#domain/patent-citations.ts'
import type { PlainDay } from '#domain/day.ts'
import { dayIn, listed, pick, type Both } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import {
  declarationNote,
  gatherHeader,
  gatherHouseAsPatentee,
  headerFields,
  signaturesOf,
  type Header,
  type HouseAsPatentee,
} from './header.ts'

type WithdrawalFacts = Header & {
  readonly announcementNumber: string
  readonly announcedOn: PlainDay
  readonly reason: string
  readonly consented: readonly string[]
  readonly house?: HouseAsPatentee
}

const name = 'open-licence/withdrawal-sheet'
const official = { zh: '撤回专利开放许可声明（附填报数据）', en: 'Withdrawal of an open licence declaration (with data for filing)' }

const statement: Both = {
  zh: '全体专利权人一致同意撤回上述开放许可声明，撤回不附任何条件；撤回自公告之日起生效，不影响在先给予的开放许可的效力。',
  en: 'All patentees consent to withdraw the declaration above, without any condition; the withdrawal takes effect on its announcement and leaves licences granted before in force.',
}

function gather(context: PaperContext): WithdrawalFacts {
  const { state } = context
  const standard = findStandard(state)
  const request = state.messages.findLast(({ name }) => name === 'withdraw-declaration')?.data as unknown as WithdrawalRequest
  if (standard === undefined) throw new Error(`Matter ${state.head.id} was never announced`)
  return {
    ...gatherHeader(context),
    announcementNumber: standard.announcementNumber,
    announcedOn: standard.announcedOn,
    reason: request.reason,
    consented: request.consents.map(({ party }) => party),
    ...gatherHouseAsPatentee(context, { paper: name }),
  }
}

export const template: PaperTemplate<WithdrawalFacts> = {
  name,
  official,
  signedElectronically: 'by-the-declarant',
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    return {
      title: say(official),
      blocks: [
        declarationNote(language),
        headerFields(facts, language, [
          { label: say({ zh: '声明公告编号', en: 'Announcement' }), value: facts.announcementNumber },
          { label: say({ zh: '声明公告日', en: 'Announced on' }), value: dayIn(facts.announcedOn, language) },
          { label: say({ zh: '撤回理由', en: 'Reason' }), value: facts.reason, wide: true },
          ...(facts.consented.length === 0
            ? []
            : [
                { label: say({ zh: '共有人书面同意', en: 'Consents of co-owners' }), value: listed(facts.consented, language), wide: true },
              ]),
        ]),
        { kind: 'paragraph', text: say(statement) },
        signaturesOf(facts, language, facts.house),
      ],
    }
  },
  requiredFields: [
    { field: 'declaration', rule: withdrawalBasis[0], find: (facts) => [facts.patent, facts.announcementNumber] },
    { field: 'reason', rule: withdrawalBasis[1] ?? withdrawalBasis[0], find: ({ reason }) => [reason] },
    { field: 'unconditional', rule: withdrawalBasis[1] ?? withdrawalBasis[0], find: (_, language) => [pick(statement, language)] },
    { field: 'patentees', rule: patentLawArticle('14(2)'), find: ({ patentees, consented }) => [...patentees, ...consented] },
  ],
}
