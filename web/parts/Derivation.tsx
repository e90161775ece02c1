import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Due } from '#domain/deadline.ts'
import { describeDerivation } from '#web/words/derivation.ts'
import { Citations } from './Citations.tsx'

/** How a due day was counted, line by line, each with what it rests on. */
export function Derivation({ due }: { readonly due: Due }): ReactElement {
  const { t, i18n } = useTranslation()
  return (
    <details className="derivation">
      <summary>{t('deadline.derivation')}</summary>
      {due.provisional && <p className="provisional">{t('deadline.provisional')}</p>}
      <ol>
        {due.derivation.map((step, index) => (
          <li key={index}>
            {describeDerivation(step, t, i18n.language)}
            {'citations' in step && step.citations.length > 0 && (
              <div className="under">
                <Citations citations={step.citations} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
