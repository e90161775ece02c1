import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentView } from '#schemas/api/document.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'
import { describeDay } from '#web/words/days.ts'

/** The papers issued, each reading as PDF. */
export function DocumentsTab({ matter }: { readonly matter: string }): ReactElement {
  const { t, i18n } = useTranslation()
  const documents = useAnswer<{ items: readonly DocumentView[] }>(`/api/matters/${encodeURIComponent(matter)}/documents`)
  if (documents.data === undefined) return documents.error === null ? <Waiting /> : <FaultNote fault={documents.error} onRetry={() => void documents.refetch()} />
  if (documents.data.items.length === 0) return <div className="empty">{t('matter.documentsEmpty')}</div>
  return (
    <ul className="papers">
      {documents.data.items.map((paper) => (
        <li key={paper.id} className="paper">
          <div>
            <strong>{paper.template.label}</strong>
            <div className="under">
              <span className="number">{paper.number}</span> · {paper.step.label} · {t('matter.issuedOn', { date: describeDay(paper.issuedOn, i18n.language) })}
            </div>
            <div className="under">
              SHA-256 <code title={paper.sha256}>{paper.sha256.slice(0, 16)}</code>
            </div>
          </div>
          <div className="paper-readings">
            {paper.readings.map(({ language, href }) => (
              <a key={language} href={href} target="_blank" rel="noreferrer" aria-label={t('matter.pdfOf', { name: paper.template.label, language: nameOf(language) })}>
                {nameOf(language)} PDF
              </a>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )

  function nameOf(language: string): string {
    return language === 'en' ? t('matter.languages.en') : language.startsWith('zh') ? t('matter.languages.zh-CN') : language
  }
}
