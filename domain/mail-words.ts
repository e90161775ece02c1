import type { DigestPart } from './digest.ts'

/** What mails say, in one language; `{name}` stands for a fact. */
export type MailWords = {
  readonly greeting: string
  /** Under every mail. */
  readonly footing: string
  /** Stands for a title that may not leave the house. */
  readonly masked: string
  readonly titled: string
  readonly digest: {
    readonly subject: string
    readonly intro: string
    readonly parts: { readonly [part in DigestPart]: string }
    readonly line: string
    readonly due: string
    readonly dueToday: string
    readonly overdue: string
    /** Lines of a part beyond those shown. */
    readonly more: string
    readonly desk: string
  }
  readonly invitation: { readonly subject: string; readonly text: string }
  readonly link: { readonly subject: string; readonly text: string }
  readonly linkCode: { readonly subject: string; readonly text: string }
  readonly decision: { readonly subject: string; readonly text: string; readonly nameless: string }
}
