import { lawEn, lawShortZh, placeEn } from '#domain/law-names.ts'
import type { Citation } from '#domain/refusal.ts'

/** A citation as people write it: `《专利法》第24条`, `Patent Law Art. 24`. */
export function describeCitation({ law, article, version }: Citation, language: string): string {
  const isEnglish = language === 'en'
  if (law === 'policy') return isEnglish ? 'University policy' : '校内制度'
  if (isEnglish) return [lawEn(law), article === undefined ? '' : placeEn(article), version === undefined ? '' : ` (${version})`].join('')
  return [lawShortZh(law), article === undefined ? '' : describeArticle(article), version === undefined ? '' : `（${version}）`].join('')
}

/** `24` → `第24条`, `6(1)` → `第6条(1)`; what is no number stays as it is. */
function describeArticle(article: string): string {
  const parts = /^([\d-]+(?:之[一二三四五六七八九十]+)?)(.*)$/.exec(article)
  return parts === null ? article : `第${parts[1]}条${parts[2]}`
}
