import type { PublicationRow } from '#store/lists/publications.ts'
import type { ApiDependencies } from '../dependencies.ts'
import { publicUrlOf } from '../public-url.ts'
import type { Words } from '../words.ts'
import { lastChangeOf, readPublished, viewNoticeRow } from './notice-view.ts'

/** What XML 1.0 has no character for is left out: one title would otherwise break the feed for everybody. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

function escape(text: string): string {
  return text.replace(unwritable, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A day as an instant of the feed: its beginning at +08:00. */
function instantOf(day: string): string {
  return `${day}T00:00:00+08:00`
}

/** The notices as an Atom feed (RFC 4287): what stands and how it ended, never a name. */
export function renderFeed(deps: Pick<ApiDependencies, 'config'>, house: string, rows: readonly PublicationRow[], words: Words): string {
  const base = publicUrlOf(deps.config)
  const entries = rows.map((row) => {
    const notice = readPublished(row)
    const { number, kind, title, standing, postedOn, closesOn, address } = viewNoticeRow(deps, row, words)
    const summary = [number, kind.label, standing.label, closesOn ?? ''].filter((part) => part !== '').join(' · ')
    return `  <entry>
    <id>${escape(address)}</id>
    <title>${escape(title)}</title>
    <link href="${escape(address)}"/>
    <published>${instantOf(postedOn)}</published>
    <updated>${instantOf(lastChangeOf(notice))}</updated>
    <category term="${escape(kind.name)}" label="${escape(kind.label)}"/>
    <summary>${escape(summary)}</summary>
  </entry>\n`
  })
  const updated =
    rows
      .map((row) => lastChangeOf(readPublished(row)))
      .toSorted()
      .at(-1) ?? '1970-01-01'
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${words.language}">
  <id>${escape(`${base}/notices`)}</id>
  <title>${escape(`${house} ${words.process('public-notice')}`)}</title>
  <link href="${escape(`${base}/notices`)}"/>
  <link rel="self" href="${escape(`${base}/api/notices.atom`)}"/>
  <author><name>${escape(house)}</name></author>
  <updated>${instantOf(updated)}</updated>
${entries.join('')}</feed>
`
}
