import type { Citation } from '#domain/refusal.ts'

/** A citation as people write it: `《专利法》第24条`, `专利法 Art. 24`. Laws keep their official Chinese name. */
export function describeCitation(citation: Citation, language: string): string {
  const { law, article, version } = citation
  const isPolicy = law === 'policy'
  if (language === 'en') {
    const name = isPolicy ? 'University policy' : law
    return [name, article === undefined ? '' : ` Art. ${article}`, version === undefined ? '' : ` (${version})`].join('')
  }
  const name = isPolicy ? '校内制度' : `《${law}》`
  return [name, article === undefined ? '' : describeArticle(article), version === undefined ? '' : `（${version}）`].join('')
}

/** `24` → `第24条`, `6(1)` → `第6条(1)`; what is no number stays as it is. */
function describeArticle(article: string): string {
  const parts = /^([\d-]+(?:之[一二三四五六七八九十]+)?)(.*)$/.exec(article)
  return parts === null ? article : `第${parts[1]}条${parts[2]}`
}
