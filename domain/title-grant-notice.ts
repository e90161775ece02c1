import { allocate, fen } from './money.ts'
import type { ProcessPolicy } from './policy-slice.ts'
import type { NoticedGrant, NoticeOpening } from './public-notice-content.ts'
import type { MatterState } from './state.ts'
import { getApplication, getForm, readOpening, readTeam } from './title-grant-facts.ts'
import type { GrantApplication, NoticeClosed } from './title-grant-forms.ts'
import { reviewSteps } from './title-grant-steps-review.ts'

/** A notice's plan is a summary: a paragraph at most. */
const longestPlan = 480

function summarise({ plan }: GrantApplication): string {
  return `${plan.taker}：${plan.milestones.map(({ what }) => what).join('；')}。${plan.prospect}`.slice(0, longestPlan)
}

/** Where others own a part of a result, they have consented to a grant out of the university's own part. */
function baseOf(state: MatterState): Pick<NoticedGrant, 'of'> {
  const { coOwnerConsents } = getForm(state, reviewSteps.ownershipCheck).data
  return coOwnerConsents.length === 0 ? {} : { of: 'university-part' }
}

/**
 * What the notice of a grant shows (1.3 GRANT): result, team, share or term, and the plan in short; never a personal number. Each
 * member's share is that of the title, or of the university's part of it; of a use right that within the team.
 */
export function noticeOf(state: MatterState, policy: ProcessPolicy): NoticeOpening {
  const { title, titleEn, results } = readOpening(state)
  const { mode, form } = getApplication(state)
  const share = form.title === undefined ? {} : { shareBp: form.title.teamBp, ...baseOf(state) }
  const { members } = readTeam(state)
  const shares = allocate(
    fen(form.title?.teamBp ?? 10_000),
    members.map(({ shareBp }) => shareBp),
  )
  const term = form.termYears === undefined ? {} : { termYears: form.termYears }
  return {
    kind: 'GRANT',
    basis: policy.texts?.['noticeBasis'] ?? '',
    parentNumber: state.head.number,
    subject: {
      title,
      ...(titleEn === undefined ? {} : { titleEn }),
      number: results
        .map(({ number }) => number)
        .join('、')
        .slice(0, 200),
      grant: { what: mode, ...share, ...term },
      plan: summarise(form),
    },
    people: members.map(({ person, leadingPost }, place) => ({
      person,
      role: 'inventor',
      shareBp: shares[place] ?? 0,
      ...(leadingPost === undefined ? {} : { post: leadingPost }),
    })),
    channel: policy.texts?.['noticeChannel'] ?? '',
    contact: policy.texts?.['noticeContact'] ?? '',
    attachments: [],
  }
}

/** What a closed notice means for the grant; a notice that the secrecy office exempts stands in nobody's way. */
export function readNotice({ outcome }: NoticeClosed): 'clear' | 'upheld' | 'cancelled' {
  if (outcome === 'closed-ok' || outcome === 'exempt') return 'clear'
  return outcome === 'closed-upheld' ? 'upheld' : 'cancelled'
}
