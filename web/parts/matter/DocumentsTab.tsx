import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentView } from '#schemas/api/document.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'
import { describeDay } from '#web/words/days.ts'

/** The papers issued, each reading as PDF. */
export function DocumentsTab({ matter }: { readonly matter: string }): ReactElement {
  const { t } = useTranslation()
  const { data, error, refetch } = useAnswer<{ items: readonly DocumentView[] }>(`/api/matters/${encodeURIComponent(matter)}/documents`)
  if (data === undefined) return error === null ? <Waiting /> : <FaultNote fault={error} onRetry={() => void refetch()} />
  if (data.items.length === 0) return <div className="empty">{t('matter.documentsEmpty')}</div>
  return (
    <ul className="papers">
      {data.items.map((paper) => (
        <Paper key={paper.id} paper={paper} />
      ))}
    </ul>
  )
}

function Paper({ paper }: { readonly paper: DocumentView }): ReactElement {
  const { t, i18n } = useTranslation()
  const nameOf = (language: string) =>
    language === 'en' ? t('matter.languages.en') : language.startsWith('zh') ? t('matter.languages.zh-CN') : language
  const others = paper.readings
    .map(({ language, href }) => ({ language: nameOf(language), href }))
    .filter(({ href }) => href !== paper.href)
  const readings = [{ language: t('matter.official'), href: paper.href }, ...others]
  return (
    <li className="paper">
      <div>
        <strong>{paper.template.label}</strong>
        <div className="under">
          <span className="number">{paper.number}</span> · {paper.step.label} ·{' '}
          {t('matter.issuedOn', { date: describeDay(paper.issuedOn, i18n.language) })}
        </div>
        <div className="under">
          SHA-256 <code title={paper.sha256}>{paper.sha256.slice(0, 16)}</code>
        </div>
      </div>
      <div className="paper-readings">
        {readings.map(({ language, href }) => (
          <a
            key={href}
            href={href}
            target="_blank"
            rel="noreferrer"
            aria-label={t('matter.pdfOf', { name: paper.template.label, language })}
          >
            {language} PDF
          </a>
        ))}
      </div>
    </li>
  )
}
