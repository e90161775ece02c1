import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeView } from '#schemas/api/notice.ts'
import { formatShare, formatYuan } from '#web/parts/form/numbers.ts'
import { labelIn, valueIn } from './labels.ts'

type Content = NonNullable<NoticeView['content']>
type Line = readonly [path: string, value: string | undefined]

function amountIn(amount: number | undefined, language: string): string | undefined {
  if (amount === undefined) return undefined
  return language === 'en' ? `CNY ${formatYuan(amount)}` : `${formatYuan(amount)}元`
}

function shareIn(share: number | undefined): string | undefined {
  return share === undefined ? undefined : `${formatShare(share)}%`
}

/** The subject line by line, in the order of the paper; what there is not is left out. */
function listLines({ subject, basis }: Content, language: string): Line[] {
  const { grant } = subject
  const say = (value: string | undefined) => (value === undefined ? undefined : valueIn(value, language))
  return [
    ['basis', basis],
    ['subject.number', subject.number],
    ['subject.abstract', subject.abstract],
    ['subject.mode', say(subject.mode)],
    ['subject.priceFen', amountIn(subject.priceFen, language)],
    ['subject.priceTerms', subject.priceTerms],
    ['subject.counterparty', subject.counterparty],
    ['subject.takerTie', say(subject.takerTie)],
    ['subject.relation', subject.relation],
    ['subject.marketUrl', subject.marketUrl],
    ['subject.grant.what', say(grant?.what)],
    ['subject.grant.shareBp', shareIn(grant?.shareBp)],
    ['subject.grant.of', say(grant?.of)],
    ['subject.grant.termYears', grant?.termYears === undefined ? undefined : String(grant.termYears)],
    ['subject.plan', subject.plan],
    ['subject.incomeFen', amountIn(subject.incomeFen, language)],
    ['subject.registration', subject.registration],
  ]
}

/** What is made public, with the names that its basis demands. */
export function NoticeContent({ content, files }: { readonly content: Content; readonly files: NoticeView['files'] }): ReactElement {
  const { t, i18n } = useTranslation()
  const lines = listLines(content, i18n.language).filter(([, value]) => value !== undefined)
  return (
    <section className="block">
      <h2>{t('notice.what')}</h2>
      <dl className="pairs">
        {lines.map(([path, value]) => (
          <div key={path}>
            <dt>{labelIn(path, i18n.language)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {content.people.length > 0 && <People people={content.people} />}
      {files.length > 0 && <h3>{labelIn('attachments', i18n.language)}</h3>}
      <ul className="notice-files">
        {files.map((file) => (
          <li key={file.id}>
            <a href={file.href}>{file.name}</a> <code className="value notice-hash">{file.sha256}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}

function People({ people }: { readonly people: Content['people'] }): ReactElement {
  const { t, i18n } = useTranslation()
  const columns = [
    { title: t('notice.name'), cell: (one: Content['people'][number]) => one.name },
    { title: t('notice.unit'), cell: (one: Content['people'][number]) => one.unit },
    { title: t('notice.as'), cell: (one: Content['people'][number]) => valueIn(one.role, i18n.language) },
    { title: t('notice.post'), cell: (one: Content['people'][number]) => one.post },
    { title: t('notice.share'), cell: (one: Content['people'][number]) => shareIn(one.shareBp) },
    { title: t('notice.amount'), cell: (one: Content['people'][number]) => amountIn(one.amountFen, i18n.language) },
  ].filter(({ cell }) => people.some((one) => cell(one) !== undefined))
  return (
    <table className="notice-table">
      <caption>{t('notice.people')}</caption>
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((one) => (
          <tr key={`${one.name} ${one.unit ?? ''} ${one.role}`}>
            {columns.map(({ title, cell }) => (
              <td key={title}>{cell(one) ?? '—'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
