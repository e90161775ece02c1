import type { AgreementTerms } from '#domain/title-grant-forms.ts'
import type { Language } from '../block.ts'
import { pick, type Both } from '../lines.ts'
import type { Say } from './lines.ts'

/** What the agreement says of disputes. */
export type Dispute = Partial<Pick<AgreementTerms, 'disputes' | 'forum'>>

/** What the agreement’s terms say of disputes. */
export function gatherDispute({ disputes, forum }: AgreementTerms): Dispute {
  return { disputes, ...(forum === undefined ? {} : { forum }) }
}

function wayOf({ disputes, forum }: Dispute): Both {
  if (disputes === 'arbitration')
    return {
      zh: `提交${forum ?? '双方书面选定的仲裁委员会'}仲裁`,
      en: `arbitration by ${forum ?? 'the commission that the parties choose in writing'}`,
    }
  return {
    zh: `向${forum ?? '甲方住所地有管辖权的人民法院'}起诉`,
    en: `an action in ${forum ?? 'the competent people’s court at the seat of Party A'}`,
  }
}

/** The article of disputes. A clause that names no commission binds nobody to arbitrate. */
export function disputesArticle(dispute: Dispute, say: Say): string {
  const way = wayOf(dispute)
  const unnamed =
    dispute.disputes === 'arbitration' && dispute.forum === undefined
      ? say({
          zh: '没有选定又达不成补充协议的，向甲方住所地有管辖权的人民法院起诉。',
          en: ' Where they do not, the competent people’s court at the seat of Party A decides.',
        })
      : ''
  return say({
    zh: `因本协议发生的争议，由双方协商解决；协商不成的，${way.zh}。${unnamed}`,
    en: `The parties negotiate disputes first; failing that: ${way.en}.${unnamed}`,
  })
}

/** What whoever objects to a decision under the agreement may do: what the agreement says of disputes (民法典 565). */
export function disputeText(dispute: Dispute | undefined, language: Language): string {
  const way = wayOf(dispute ?? {})
  return pick(
    {
      zh: `对本决定有异议的，可以与学校协商；协商不成的，依赋权协议的争议条款${way.zh}。`,
      en: `Whoever objects to this decision may negotiate with the university; failing that, by the disputes article of the agreement: ${way.en}.`,
    },
    language,
  )
}
