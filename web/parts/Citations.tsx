import { Tooltip } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Citation } from '#domain/refusal.ts'
import { describeCitation } from '#web/words/citation.ts'
import { language } from '#web/words/language.ts'

/** What something rests on, each with how sure it is. */
export function Citations({ citations }: { readonly citations: readonly Citation[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <span className="citations">
      {citations.map((citation) => (
        <span key={`${citation.law} ${citation.article ?? ''}`} className="citation">
          {describeCitation(citation, language())}
          <Tooltip title={t(`sure.${citation.sure}.means`)}>
            <span className={`sure sure-${citation.sure}`} tabIndex={0}>
              {t(`sure.${citation.sure}.label`)}
            </span>
          </Tooltip>
        </span>
      ))}
    </span>
  )
}
