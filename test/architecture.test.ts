import { describe, expect, it } from 'vitest'
import { checkFunctions, checkLength, checkName, findForbiddenForms, findImpurities } from './architecture/check-form.ts'
import { checkImports } from './architecture/check-imports.ts'
import { rooms } from './architecture/rooms.ts'
import { parseSource, readSources } from './architecture/source.ts'

const sources = readSources(Object.keys(rooms))
const all = [...sources, ...readSources(['test', 'bench'])]

describe('the rooms', () => {
  it.each(Object.keys(rooms))('%s/ imports only what the table allows', (room) => {
    expect(sources.filter((source) => source.room === room).flatMap(checkImports)).toEqual([])
  })

  it('the domain knows no clock, no dice and no environment, and keeps no variables', () => {
    expect(sources.filter((source) => source.room === 'domain').flatMap(findImpurities)).toEqual([])
  })

  it('a story keeps no variables of the module and reads no environment', () => {
    const stories = sources.filter((source) => source.room === 'workflows' && !source.path.startsWith('workflows/steps/'))
    expect(stories.flatMap(findImpurities)).toEqual([])
  })
})

describe('the form of the code', () => {
  it('has no barrels, no default exports, no any', () => {
    expect(all.flatMap(findForbiddenForms)).toEqual([])
  })

  it('names each file for what it knows, in kebab-case', () => {
    expect(all.flatMap(checkName)).toEqual([])
  })

  it('has no file of more than 300 lines but tables of data', () => {
    expect(all.flatMap(checkLength)).toEqual([])
  })

  it('has no function of more than 40 lines, no story of more than 60', () => {
    expect(sources.flatMap(checkFunctions)).toEqual([])
  })
})

describe('the fences ring', () => {
  const imports = (path: string, text: string) => checkImports(parseSource(path, text)).length

  it.each([
    ['domain/day.ts', "import { z } from 'zod'"],
    ['domain/day.ts', "import type { z } from 'zod'"],
    ['domain/day.ts', "import { day } from '#schemas/day.ts'"],
    ['domain/day.ts', "import { join } from 'node:path'"],
    ['domain/day.ts', "type A = import('#store/db.ts').Store"],
    ['schemas/day.ts', "import { notice } from '#policy/notice.ts'"],
    ['policy/notice.ts', "import { paper } from '#templates/paper.ts'"],
    ['templates/disclosure/form.ts', "import PDFDocument from 'pdfkit'"],
    ['store/desk/people.ts', "import { decide } from '#activities/decide.ts'"],
    ['workflows/disclosure.ts', "import { sleep } from '@temporalio/workflow'"],
    ['workflows/disclosure.ts', "import { createActivities } from '#activities/registry.gen.ts'"],
    ['workflows/disclosure.ts', "import type { Form } from '#schemas/forms.ts'"],
    ['workflows/disclosure.ts', "import { words } from '#domain/words/disclosure.zh.ts'"],
    ['workflows/steps/user-task.ts', "import { z } from 'zod'"],
    ['workflows/steps/user-task.ts', "import { condition } from '@temporalio/workflow'"],
    ['api/routes/matters.ts', "import { appendAction } from '#store/record/append-action.ts'"],
    ['api/routes/matters.ts', "import { disclosure } from '#workflows/disclosure.ts'"],
    ['api/routes/matters.ts', "const worker = await import('#worker/create-worker.ts')"],
    ['web/pages/Desk.tsx', "import { listTasks } from '#store/lists/tasks.ts'"],
    ['worker/relay.ts', "import { app } from '#api/app.ts'"],
    ['domain/day.ts', "import { a } from './money'"],
    ['store/db.ts', "import type { Action } from '../domain/action.ts'"],
  ])('%s may not say: %s', (path, text) => {
    expect(imports(path, text)).toBe(1)
  })

  it('types of the deeds may be known in a story, and messages of the stories in the API', () => {
    expect(imports('workflows/steps/activities.ts', "import type { Activities } from '#activities/registry.gen.ts'")).toBe(0)
    expect(imports('workflows/steps/activities.ts', "import { type Activities } from '#activities/registry.gen.ts'")).toBe(0)
    expect(imports('api/send.ts', "import { actUpdate } from '#workflows/messages.ts'")).toBe(0)
  })

  it.each([
    'let count = 0',
    'export let count = 0',
    'const now = () => Date.now()',
    'const now = () => new Date()',
    'const roll = () => Math.random()',
    'const wait = () => setTimeout(wait, 1)',
    'const at = () => process.env',
    'const here = import.meta.url',
  ])('the domain may not say: %s', (text) => {
    expect(findImpurities(parseSource('domain/day.ts', text))).toHaveLength(1)
  })

  it.each(['export default 1', "export * from './day.ts'", "export { addDays } from './day.ts'", 'const a: any = 1'])(
    'nobody may say: %s',
    (text) => {
      expect(findForbiddenForms(parseSource('domain/day.ts', text))).toHaveLength(1)
    },
  )
})
