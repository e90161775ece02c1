import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { ShownContent } from '#domain/public-notice-freeze.ts'
import type { PublishedNotice } from '#domain/public-notice-published.ts'
import type { NoticeRow, NoticeView } from '#schemas/api/notice.ts'
import type { Attachment } from '#store/desk/attachments.ts'
import { findPostedNotice } from '#store/lists/posted-notices.ts'
import type { PublicationRow } from '#store/lists/publications.ts'
import type { ApiDependencies } from '../dependencies.ts'
import { publicUrlOf } from '../public-url.ts'
import type { Words } from '../words.ts'

const stem = 'public-notice'

/** What the matter published; the definition of the process wrote it. */
export function readPublished({ body }: PublicationRow): PublishedNotice {
  return body as unknown as PublishedNotice
}

/** The permanent address of a notice: the same page for everybody, whatever becomes of it. */
export function noticeAddress(deps: Pick<ApiDependencies, 'config'>, id: string): string {
  return `${publicUrlOf(deps.config)}/notices/${id}`
}

/** Whether the notice still takes objections: late ones too, as long as its conclusion can be set aside. */
export function mayObject({ standing }: PublishedNotice): boolean {
  return standing !== 'cancelled' && standing !== 'closed-upheld'
}

/** A notice in a list. */
export function viewNoticeRow(deps: Pick<ApiDependencies, 'config'>, row: PublicationRow, words: Words): NoticeRow {
  const { number, kind, title, titleEn, standing, postedOn, closesOn, closedOn } = readPublished(row)
  const labels = words.values(stem)
  return {
    id: row.matter,
    number,
    kind: { name: kind, label: labels[kind] ?? kind },
    title: words.language === 'en' ? (titleEn ?? title) : title,
    standing: { name: standing, label: labels[standing] ?? standing },
    postedOn,
    ...(closesOn === undefined ? {} : { closesOn }),
    ...(closedOn === undefined ? {} : { closedOn }),
    address: noticeAddress(deps, row.matter),
  }
}

/** The posted content with its names, exactly as it was hashed; absent once they are down. */
export async function readContent(
  deps: Pick<ApiDependencies, 'store'>,
  institution: InstitutionId,
  row: PublicationRow,
): Promise<ShownContent | undefined> {
  const { content, contentHash } = readPublished(row)
  if (content === undefined) return undefined
  const posted = await findPostedNotice(deps.store, institution, row.matter, contentHash)
  return posted === undefined ? undefined : (JSON.parse(posted) as ShownContent)
}

type Ground = {
  readonly row: PublicationRow
  readonly content: ShownContent | undefined
  readonly house: string
  readonly files: readonly Attachment[]
}

/** A notice as everybody may read it. */
export function viewNotice(deps: Pick<ApiDependencies, 'config'>, { row, content, house, files }: Ground, words: Words): NoticeView {
  const notice = readPublished(row)
  const labels = words.values(stem)
  const { titleEn, version, contentHash, provisional, namesUntil, term, citations, procedure, procedureEn, contact, history } = notice
  return {
    ...viewNoticeRow(deps, row, words),
    ...(titleEn === undefined ? {} : { titleEn }),
    house,
    version,
    contentHash,
    provisional,
    ...(namesUntil === undefined ? {} : { namesUntil }),
    term: 'workingDays' in term ? { workingDays: term.workingDays } : { days: 'days' in term ? term.days : 0 },
    citations: [...citations],
    procedure: words.language === 'en' ? procedureEn : procedure,
    contact,
    ...(content === undefined ? {} : { content: content as unknown as NonNullable<NoticeView['content']> }),
    files: files.map(({ id, name, size, sha256 }) => ({ id, name, size, sha256, href: `/api/notices/${row.matter}/files/${id}` })),
    values: labels,
    history: history.map(({ what, ...event }) => ({
      ...event,
      what: { name: what, label: labels[what] ?? what },
    })) as NoticeView['history'],
    mayObject: mayObject(notice),
    twin: `/api/notices/${row.matter}.jsonld`,
  }
}

/** The same for machines: schema.org's words where it has them, and the content exactly as it was hashed. */
export function twinOf(deps: Pick<ApiDependencies, 'config'>, { row, content, house }: Ground): object {
  const { number, kind, title, titleEn, standing, version, contentHash, postedOn, closesOn, closedOn, term, history } = readPublished(row)
  const address = noticeAddress(deps, row.matter)
  const vocabulary = { '@vocab': 'https://schema.org/', notice: `${publicUrlOf(deps.config)}/ns/notice#` }
  return {
    '@context': vocabulary,
    '@type': 'DigitalDocument',
    '@id': address,
    url: address,
    identifier: number,
    name:
      titleEn === undefined
        ? title
        : [
            { '@language': 'zh-CN', '@value': title },
            { '@language': 'en', '@value': titleEn },
          ],
    additionalType: `notice:${kind}`,
    version: String(version),
    datePublished: postedOn,
    ...(closesOn === undefined ? {} : { expires: closesOn }),
    publisher: { '@type': 'CollegeOrUniversity', name: house },
    'notice:standing': standing,
    'notice:term': term,
    ...(closedOn === undefined ? {} : { 'notice:closedOn': closedOn }),
    'notice:sha256': contentHash,
    'notice:hashOf': 'RFC 8785 canonical JSON of notice:content',
    ...(content === undefined ? {} : { 'notice:content': { '@type': '@json', '@value': content } }),
    'notice:history': history.map((event) => ({ ...event })),
  }
}

/** The last day on which anything happened to the notice. */
export function lastChangeOf({ history, postedOn }: PublishedNotice): PlainDay {
  return history.at(-1)?.on ?? postedOn
}
