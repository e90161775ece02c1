import type { DepartmentId, PersonId } from './actor.ts'
import type { PersonFacts } from './checks.ts'
import { readCsv, type CsvRecord } from './csv.ts'
import { isPlainDay, type PlainDay } from './day.ts'
import { byDesign, refuse, type Refusal, type Rule } from './refusal.ts'

/** Rules of a list of people that is read from a file. */
export const importRules = {
  unreadable: { code: 'import/stray-quote', citations: [byDesign] },
  empty: { code: 'import/empty', citations: [byDesign] },
  tooMany: { code: 'import/too-many', citations: [byDesign] },
  columnMissing: { code: 'import/column-missing', citations: [byDesign] },
  columnUnknown: { code: 'import/column-unknown', citations: [byDesign] },
  columnTwice: { code: 'import/column-twice', citations: [byDesign] },
  tooManyFields: { code: 'import/too-many-fields', citations: [byDesign] },
  valueMissing: { code: 'import/value-missing', citations: [byDesign] },
  valueUnknown: { code: 'import/value-unknown', citations: [byDesign] },
  numberTwice: { code: 'import/number-twice', citations: [byDesign] },
  supervisorCircle: { code: 'import/supervisor-circle', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }

export const rules: readonly Rule[] = Object.values(importRules)

/** How many people one file may hold: more in one transaction would keep others waiting. */
export const mostImportRows = 3000

/** The columns a file may have and how they may be headed; case and spaces do not count. */
const headings = {
  id: ['工号', '学号', '人员编号', '编号', 'number', 'id'],
  name: ['姓名', 'name'],
  nameLatin: ['姓名拼音', '拼音', 'name in latin letters', 'latin name'],
  department: ['院系', '部门', 'department'],
  relation: ['人员类别', '身份', 'relation'],
  employerName: ['工作单位', 'employer'],
  title: ['职称', '职务', 'title'],
  mail: ['邮箱', '电子邮箱', 'mail', 'email'],
  supervisor: ['导师工号', 'supervisor'],
  nationality: ['国籍', 'nationality'],
  language: ['语言', 'language'],
  leftOn: ['离校日期', '离职日期', 'left on'],
  idType: ['证件类型', 'identity document'],
  identity: ['证件号码', 'identity number'],
  account: ['银行账号', 'bank account'],
} as const satisfies { readonly [column: string]: readonly string[] }

type ImportColumn = keyof typeof headings
const columns = Object.keys(headings) as readonly ImportColumn[]
const needed: readonly ImportColumn[] = ['id', 'name', 'relation']

const relations: { readonly [written: string]: PersonFacts['relation'] } = {
  教职工: 'staff',
  教师: 'staff',
  职工: 'staff',
  学生: 'student',
  博士后: 'postdoc',
  访问学者: 'visitor',
  校外: 'outside',
  staff: 'staff',
  student: 'student',
  postdoc: 'postdoc',
  visitor: 'visitor',
  outside: 'outside',
}

const idTypes: { readonly [written: string]: string } = {
  居民身份证: 'resident-id',
  身份证: 'resident-id',
  护照: 'passport',
  港澳居民来往内地通行证: 'hk-macau-permit',
  台湾居民来往大陆通行证: 'taiwan-permit',
  'resident-id': 'resident-id',
  passport: 'passport',
  'hk-macau-permit': 'hk-macau-permit',
  'taiwan-permit': 'taiwan-permit',
}

const languages: { readonly [written: string]: 'zh-CN' | 'en' } = { 中文: 'zh-CN', 'zh-cn': 'zh-CN', zh: 'zh-CN', 英文: 'en', en: 'en' }

/** A row's person. What the file leaves empty is absent, and is left as it is where the person is known. */
export type ImportedPerson = {
  readonly id: PersonId
  readonly name: string
  readonly relation: PersonFacts['relation']
  readonly nameLatin?: string
  /** Its id, or either name. */
  readonly department?: string
  readonly employerName?: string
  readonly title?: string
  readonly mail?: string
  readonly supervisor?: PersonId
  readonly nationality?: string
  readonly language?: 'zh-CN' | 'en'
  readonly leftOn?: PlainDay
  readonly idType?: string
  readonly identity?: string
  readonly account?: string
}

export type ImportRow = {
  readonly line: number
  readonly person?: ImportedPerson
  readonly id?: string
  readonly refusals: readonly Refusal[]
}

export type ImportReading = { readonly refusals: readonly Refusal[]; readonly rows: readonly ImportRow[] }

/** Reads a list of people. `refusals` are of the file as a whole, and then no row is read; each row brings its own. */
export function readPeople(source: string): ImportReading {
  const csv = readCsv(source)
  if (!csv.read) return none(refuse(importRules.unreadable, { line: csv.strayQuote }))
  const [header, ...records] = csv.records
  if (header === undefined || records.length === 0) return none(refuse(importRules.empty))
  if (records.length > mostImportRows) return none(refuse(importRules.tooMany, { most: mostImportRows, rows: records.length }))
  const found = header.fields.map(columnOf)
  const refusals = checkHeader(header.fields, found)
  if (refusals.length > 0) return { refusals, rows: [] }
  return { refusals: [], rows: markTwice(records.map((record) => readRow(record, found))) }
}

function none(refusal: Refusal): ImportReading {
  return { refusals: [refusal], rows: [] }
}

function columnOf(heading: string): ImportColumn | undefined {
  const plain = heading.toLowerCase().replaceAll(/\s+/g, ' ')
  return columns.find((column) => (headings[column] as readonly string[]).includes(plain))
}

function checkHeader(written: readonly string[], found: readonly (ImportColumn | undefined)[]): Refusal[] {
  const refusals: Refusal[] = []
  const unknown = written.filter((heading, index) => heading !== '' && found[index] === undefined)
  if (unknown.length > 0)
    refusals.push(refuse(importRules.columnUnknown, { columns: unknown, known: columns.map((one) => headings[one][0]) }))
  const missing = needed.filter((column) => !found.includes(column))
  if (missing.length > 0) refusals.push(refuse(importRules.columnMissing, { columns: missing.map((one) => headings[one][0]) }))
  const twice = columns.filter((column) => found.filter((one) => one === column).length > 1)
  if (twice.length > 0) refusals.push(refuse(importRules.columnTwice, { columns: twice.map((one) => headings[one][0]) }))
  return refusals
}

function readRow({ line, fields }: CsvRecord, found: readonly (ImportColumn | undefined)[]): ImportRow {
  const written = new Map(
    found.flatMap((column, index) => (column === undefined || !fields[index] ? [] : [[column, fields[index]] as const])),
  )
  const refusals: Refusal[] =
    fields.length > found.length ? [refuse(importRules.tooManyFields, { fields: fields.length, columns: found.length })] : []
  for (const column of needed) if (!written.has(column)) refusals.push(refuse(importRules.valueMissing, { column: headings[column][0] }))
  const values = Object.fromEntries([...written].map(([column, value]) => [column, readValue(column, value, refusals)]))
  const id = written.get('id')
  const named = { line, refusals, ...(id === undefined ? {} : { id }) }
  if (refusals.length > 0) return named
  const isResident = values['identity'] !== undefined && values['idType'] === undefined && isResidentNumber(String(values['identity']))
  return { ...named, person: { ...values, ...(isResident ? { idType: 'resident-id' } : {}) } as unknown as ImportedPerson }
}

/** A cell's meaning; a refusal is added where it has none. Numbers of identity and account are never repeated in one. */
function readValue(column: ImportColumn, value: string, refusals: Refusal[]): string | undefined {
  const meaning = meaningOf(column, value)
  const shown = column === 'identity' || column === 'account' ? '' : value
  if (meaning === undefined) refusals.push(refuse(importRules.valueUnknown, { column: headings[column][0], value: shown }))
  return meaning
}

function meaningOf(column: ImportColumn, value: string): string | undefined {
  switch (column) {
    case 'id':
    case 'supervisor':
      return /^[A-Za-z0-9_-]{1,60}$/.test(value) ? value : undefined
    case 'relation':
      return relations[value.toLowerCase()]
    case 'language':
      return languages[value.toLowerCase()]
    case 'mail':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? value : undefined
    case 'leftOn':
      return isPlainDay(value) ? value : undefined
    case 'idType':
      return idTypes[value.toLowerCase()]
    case 'identity':
      return /^\d{17}[\dXx]$/.test(value) && !isResidentNumber(value) ? undefined : value.toUpperCase()
    case 'account':
      return /^[0-9 ]{8,40}$/.test(value) ? value.replaceAll(' ', '') : undefined
    default:
      return value.length <= 200 ? value : undefined
  }
}

/** Whether the check character of an 18-place resident number is right (GB 11643, ISO 7064 MOD 11-2). */
export function isResidentNumber(value: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(value)) return false
  const sum = Array.from(value.slice(0, 17), Number).reduce((all, digit, index) => all + digit * (2 ** (17 - index) % 11), 0)
  return '10X98765432'[sum % 11] === value.slice(17).toUpperCase()
}

function markTwice(rows: readonly ImportRow[]): ImportRow[] {
  const linesOf = new Map<string, number[]>()
  for (const { id, line } of rows) if (id !== undefined) linesOf.set(id, [...(linesOf.get(id) ?? []), line])
  return rows.map((row) => {
    const lines = linesOf.get(row.id ?? '') ?? []
    if (lines.length < 2) return row
    const { person: _, ...rest } = row
    return { ...rest, refusals: [...row.refusals, refuse(importRules.numberTwice, { id: row.id ?? '', lines })] }
  })
}

/** A department by its id or either name. */
export type NamedDepartment = { readonly id: DepartmentId; readonly nameZh: string; readonly nameEn: string }

/** The department that the file means; undefined where there is none. */
export function findDepartment(departments: readonly NamedDepartment[], written: string): NamedDepartment | undefined {
  return departments.find((one) => [one.id, one.nameZh, one.nameEn].some((name) => name.toLowerCase() === written.toLowerCase()))
}
