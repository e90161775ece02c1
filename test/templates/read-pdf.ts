import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Bookmark = { readonly title: string; readonly items: readonly Bookmark[] }

/** What a reader finds in a paper. */
export type ReadPaper = {
  /** Text of each page without any white space: lines break anywhere in Chinese. */
  readonly pages: readonly string[]
  /** Text of all pages, without white space. */
  readonly text: string
  readonly bookmarks: readonly Bookmark[]
  /** The embedded files as text, by name. */
  readonly files: ReadonlyMap<string, string>
  readonly info: { readonly [key: string]: unknown }
  readonly xmp: string
}

/** Takes all white space out, for comparing with text that was broken into lines. */
export function spaceless(text: string): string {
  return text.replace(/\s+/gu, '')
}

/** The text of all pages without their heads and feet, which stand last on each; a paragraph over a page end is then whole. */
export function bodyOf({ pages }: Pick<ReadPaper, 'pages'>, matterNumber: string): string {
  const furniture = new RegExp(`(办件编号：|Matter)${matterNumber}.*$`, 'u')
  return pages.map((page) => page.replace(furniture, '')).join('')
}

async function readPages(document: PDFDocumentProxy): Promise<string[]> {
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(spaceless(items.map((item) => ('str' in item ? item.str : '')).join('')))
  }
  return pages
}

async function readFiles(document: PDFDocumentProxy): Promise<Map<string, string>> {
  const attachments = ((await document.getAttachments()) ?? {}) as { [name: string]: { filename: string; content: Uint8Array } }
  return new Map(Object.values(attachments).map(({ filename, content }) => [filename, new TextDecoder().decode(content)]))
}

/** Reads a PDF as a person's reader would: text, bookmarks, embedded files, metadata. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPaper> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  const pages = await readPages(document)
  const { info } = await document.getMetadata()
  const read = {
    pages,
    text: pages.join(''),
    bookmarks: ((await document.getOutline()) ?? []) as Bookmark[],
    files: await readFiles(document),
    info: info as { [key: string]: unknown },
    // pdfkit writes metadata uncompressed, as PDF/A wants it.
    xmp: /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/u.exec(new TextDecoder().decode(bytes))?.[0] ?? '',
  }
  await task.destroy()
  return read
}
