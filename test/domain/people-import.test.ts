import { expect, test } from 'vitest'
import type { DepartmentId, PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import { isResidentNumber, mostImportRows, readPeople } from '#domain/people-import.ts'
import { orderBySupervisor, planImport, type ImportGround, type KnownPerson } from '#domain/people-import-plan.ts'

const departments = [{ id: 'cs' as DepartmentId, nameZh: '计算机学院', nameEn: 'School of Computing' }]
const header = '工号,姓名,人员类别'

function plan(csv: string, known: readonly KnownPerson[] = [], more: Partial<ImportGround> = {}) {
  const reading = readPeople(csv)
  expect(reading.refusals).toEqual([])
  return planImport(reading.rows, { known, departments, today: plainDay('2026-03-02'), ...more })
}

const faults = (csv: string, known: readonly KnownPerson[] = []) =>
  plan(csv, known).map((row) => ({ line: row.line, codes: row.refusals.map((one) => one.code) }))

test('a header in either language names the columns, in any order', () => {
  const zh = readPeople('姓名,工号,院系,人员类别\n林岚,1001,计算机学院,教职工')
  const en = readPeople('Name,NUMBER,department,relation\n林岚,1001,计算机学院,staff')
  expect(zh.rows[0]?.person).toEqual({ id: '1001', name: '林岚', department: '计算机学院', relation: 'staff' })
  expect(en.rows[0]?.person).toEqual(zh.rows[0]?.person)
})

test('a header with columns missing, unknown or twice is refused as a whole', () => {
  const codes = (csv: string) => readPeople(csv).refusals.map((one) => [one.code, one.fact['columns']])
  expect(codes('工号,姓名\n1,林')).toEqual([['import/column-missing', ['人员类别']]])
  expect(codes(`${header},星座\n1,林,学生,狮子`)).toEqual([['import/column-unknown', ['星座']]])
  expect(codes(`${header},number\n1,林,学生,2`)).toEqual([['import/column-twice', ['工号']]])
})

test('a file without people, or with too many for one transaction, is refused', () => {
  expect(readPeople(header).refusals[0]?.code).toBe('import/empty')
  const many = Array.from({ length: mostImportRows + 1 }, (_, index) => `${index},林,学生`)
  expect(readPeople([header, ...many].join('\n')).refusals).toMatchObject([{ code: 'import/too-many', fact: { rows: mostImportRows + 1 } }])
})

test('every faulty row is told with its line and all that is wrong in it', () => {
  expect(faults(`${header},邮箱,离校日期\n1,林,学生,lin@example.org,\n,,校友,nobody,2026-02-30\n2,王,学生,,,extra`)).toEqual([
    { line: 2, codes: [] },
    {
      line: 3,
      codes: ['import/value-missing', 'import/value-missing', 'import/value-unknown', 'import/value-unknown', 'import/value-unknown'],
    },
    { line: 4, codes: ['import/too-many-fields'] },
  ])
})

test('one number on several lines is a fault of each', () => {
  expect(faults(`${header}\n1,林,学生\n2,王,学生\n1,林,学生`)).toEqual([
    { line: 2, codes: ['import/number-twice'] },
    { line: 3, codes: [] },
    { line: 4, codes: ['import/number-twice'] },
  ])
})

test('a wrong number of identity is refused without being repeated', () => {
  const [row] = plan(`${header},证件号码\n1,林,学生,990000198001010010`)
  expect(row?.refusals).toMatchObject([{ code: 'import/value-unknown', fact: { value: '' } }])
  expect(isResidentNumber('11010519491231002X')).toBe(true)
  expect(isResidentNumber('110105194912310021')).toBe(false)
  expect(plan(`${header},证件号码\n1,林,学生,11010519491231002x`)[0]?.person).toMatchObject({
    identity: '11010519491231002X',
    idType: 'resident-id',
  })
})

test('departments and supervisors must be known, or stand in the file', () => {
  const csv = `${header},院系,导师工号\n1,林,教职工,cs,\n2,王,学生,School of Computing,1\n3,周,学生,艺术学院,9\n4,吴,学生,,4`
  expect(faults(csv).map((row) => row.codes)).toEqual([[], [], ['department/unknown', 'person/unknown'], ['person/own-supervisor']])
})

test('people who supervise each other cannot be entered, through however many', () => {
  const csv = `${header},导师工号\n1,林,学生,2\n2,王,学生,3\n3,周,学生,1\n4,吴,学生,1`
  expect(faults(csv).map((row) => row.codes)).toEqual([
    ['import/supervisor-circle'],
    ['import/supervisor-circle'],
    ['import/supervisor-circle'],
    [],
  ])
})

test('supervisors are entered before whom they supervise', () => {
  const rows = plan(`${header},导师工号\n3,周,学生,2\n2,王,博士后,1\n1,林,教职工,\n4,吴,教职工,`)
  const order = orderBySupervisor(rows).map((row) => row.id)
  expect(order).toHaveLength(4)
  expect(order.indexOf('1' as PersonId)).toBeLessThan(order.indexOf('2' as PersonId))
  expect(order.indexOf('2' as PersonId)).toBeLessThan(order.indexOf('3' as PersonId))
})

const lin: KnownPerson = {
  id: '1' as PersonId,
  name: '林岚',
  relation: 'student',
  department: 'cs',
  mail: 'lin@example.org',
}

test('who is known with the same entry is unchanged, and an empty cell changes nothing', () => {
  expect(plan(`${header},邮箱,院系\n1,林岚,学生,,计算机学院`, [lin])).toMatchObject([{ outcome: 'unchanged' }])
})

test('only the fields that say something else are changed', () => {
  const [row] = plan(`${header},邮箱\n1,林岚,博士后,lin@example.org`, [lin])
  expect(row).toMatchObject({ outcome: 'changed', change: { relation: 'postdoc' } })
  expect(Object.keys(row?.change ?? {})).toEqual(['relation'])
})

test('leaving is recorded once, not ahead of its day, and never taken back by an older file', () => {
  const leaving = `${header},离校日期\n1,林岚,学生,2026-02-28`
  expect(plan(leaving, [lin])).toMatchObject([{ outcome: 'changed', leftOn: '2026-02-28' }])
  const gone: KnownPerson = { ...lin, relation: 'left', leftOn: plainDay('2026-02-28') }
  expect(plan(leaving, [gone])).toMatchObject([{ outcome: 'unchanged' }])
  expect(faults(`${header}\n1,林岚,学生`, [gone])).toEqual([{ line: 2, codes: ['person/left'] }])
  expect(faults(`${header},离校日期\n1,林岚,学生,2026-03-03`, [lin])).toEqual([{ line: 2, codes: ['person/leaving-ahead'] }])
})
