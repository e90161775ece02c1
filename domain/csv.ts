/** One record of a comma-separated file and the line, counted from 1, on which it begins. */
export type CsvRecord = { readonly line: number; readonly fields: readonly string[] }

export type CsvReading =
  | { readonly read: true; readonly records: readonly CsvRecord[] }
  /** A quotation mark on this line is never closed, or stands within a field that has none around it. */
  | { readonly read: false; readonly strayQuote: number }

/** One field: in quotation marks with doubled ones inside, or plain; with what ends it. */
const field = /"([^"]*(?:""[^"]*)*)" *(,|\r\n|\n|\r|$)|([^,\r\n"]*)(,|\r\n|\n|\r|$)/y

/**
 * Reads comma-separated records as RFC 4180 writes them and spreadsheets save them: a byte order mark, any line ending, line breaks
 * within quotation marks. Spaces around a field go; records with nothing in them are left out.
 */
export function readCsv(source: string): CsvReading {
  const text = source.replace(/^\uFEFF/, '')
  const records: CsvRecord[] = []
  let line = 1
  let begins = 1
  let fields: string[] = []
  for (let at = 0; at < text.length || fields.length > 0;) {
    field.lastIndex = at
    const match = field.exec(text)
    if (match === null) return { read: false, strayQuote: line }
    const [whole, quoted, endOfQuoted, plain, endOfPlain] = match
    fields.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim())
    at += whole.length
    line += countBreaks(whole)
    if ((endOfQuoted ?? endOfPlain) === ',') continue
    if (fields.some((one) => one !== '')) records.push({ line: begins, fields })
    fields = []
    begins = line
  }
  return { read: true, records }
}

function countBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}
