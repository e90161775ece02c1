import { plainDay } from './day.ts'
import { text } from './refusal.ts'
import type { Citation } from './refusal.ts'

/** An article of 专利法 as read in the version of 2020-10-17. */
export function patentLawArticle(article: string): Citation {
  return text('专利法', article, plainDay('2020-10-17'))
}

/** An article of 专利法实施细则 as read in the version of 2023-12-11. */
export function patentRulesArticle(article: string): Citation {
  return text('专利法实施细则', article, plainDay('2023-12-11'))
}

/** What a source found by search says about `law`; `source` is its index in the list of sources, e.g. `S14`. */
export function verifiedBy(source: string, law: string, article?: string): Citation {
  return article === undefined ? { law, sure: 'verified', source } : { law, article, sure: 'verified', source }
}

/** What is remembered of `law` without its text having been seen. */
export function recalled(law: string, article?: string): Citation {
  return article === undefined ? { law, sure: 'recalled' } : { law, article, sure: 'recalled' }
}

/** What is remembered of `law` without confidence in the number. */
export function recalledToCheck(law: string): Citation {
  return { law, sure: 'recalled-check' }
}
