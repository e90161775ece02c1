import { plainDay } from './day.ts'
import { civilCodeArticle } from './disclosure-law.ts'
import { text, type Citation, type Rule } from './refusal.ts'

/** 电子签名法, version of 2019-04-23. */
export function electronicSignatureArticle(article: string): Citation {
  return text('电子签名法', article, plainDay('2019-04-23'))
}

/** Rules of every signature: what is signed, and who binds the house by it. */
export const signingRules = {
  otherPaper: { code: 'signing/other-paper', citations: [electronicSignatureArticle('5(ii)'), electronicSignatureArticle('13(1)(iv)')] },
  mandateMissing: { code: 'signing/mandate-missing', citations: [civilCodeArticle('171(1)'), civilCodeArticle('165')] },
  deputyUnmandated: { code: 'signing/deputy-without-mandate', citations: [civilCodeArticle('169'), civilCodeArticle('171(1)')] },
  mandateNotInForce: { code: 'signing/mandate-not-in-force', citations: [civilCodeArticle('173'), civilCodeArticle('171(1)')] },
  mandateTooNarrow: { code: 'signing/mandate-too-narrow', citations: [civilCodeArticle('171(1)'), civilCodeArticle('165')] },
} as const satisfies { readonly [name: string]: Rule }

export const rules: readonly Rule[] = Object.values(signingRules)
