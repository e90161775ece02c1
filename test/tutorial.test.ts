import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeRegistries } from '#cli/generate.ts'
import { copyProject, listChanged } from '#cli/project-copy.ts'
import { checkFunctions, checkLength, checkName, findForbiddenForms, findImpurities } from './architecture/check-form.ts'
import { checkImports } from './architecture/check-imports.ts'
import { parseSource } from './architecture/source.ts'

const root = join(import.meta.dirname, '..')

/** The files that the tutorial tells its reader to write. */
const files = [...readFileSync(join(root, 'docs', 'tutorial.md'), 'utf8').matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)].map(
  ([, path = '', text = '']) => ({ path, text }),
)

describe('the process of the tutorial, added to a clean copy', () => {
  let copy = ''

  beforeAll(async () => {
    copy = copyProject(root, 'tutorial')
    for (const { path, text } of files) {
      mkdirSync(dirname(join(copy, path)), { recursive: true })
      writeFileSync(join(copy, path), text)
    }
    await writeRegistries(copy)
  }, 60_000)

  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  const runNode = (tool: string, ...args: readonly string[]) =>
    spawnSync(process.execPath, [join(copy, 'node_modules', tool), ...args], {
      cwd: copy,
      encoding: 'utf8',
      // Its trails are the copy's own: the project has no drawing of this process.
      env: { ...process.env, TRAILS_DIR: join(copy, 'trails') },
    })

  it('costs one file a room and changes none but the generated lists', () => {
    expect(files.filter(({ path }) => existsSync(join(root, path))).map(({ path }) => path)).toEqual([])
    expect(listChanged(copy).filter((path) => !path.endsWith('.gen.ts'))).toEqual([])
    expect(new Set(files.map(({ path }) => path.split('/')[0]))).toEqual(
      new Set(['domain', 'schemas', 'policy', 'templates', 'workflows', 'test']),
    )
  })

  it('keeps the rooms and the form of the code', () => {
    const sources = files.filter(({ path }) => path.endsWith('.ts')).map(({ path, text }) => parseSource(path, text))
    const own = sources.filter((source) => source.room !== 'test')
    expect([
      ...own.flatMap(checkImports),
      ...own.flatMap(checkFunctions),
      ...own.filter(({ room }) => room === 'domain').flatMap(findImpurities),
    ]).toEqual([])
    expect([...sources.flatMap(checkName), ...sources.flatMap(checkLength), ...sources.flatMap(findForbiddenForms)]).toEqual([])
  })

  it('is held complete by the compiler', () => {
    const { stdout } = runNode('typescript/bin/tsc', '--noEmit', '--pretty', 'false', '-p', '.')
    expect(stdout.split('\n').filter((line) => line.includes('equipment-loan') || line.includes('.gen.ts'))).toEqual([])
  }, 120_000)

  it('passes its own tests and those of every drawing and list', () => {
    const report = join(copy, 'tutorial-report.json')
    const names = ['test/workflows/equipment-loan.test.ts', 'test/drawings/lint.test.ts', 'test/generate.test.ts']
    const run = runNode('vitest/vitest.mjs', 'run', '--project', 'pure', ...names, '--reporter=json', `--outputFile=${report}`)
    expect(existsSync(report), run.stderr).toBe(true)
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
      readonly testResults: readonly {
        readonly name: string
        readonly assertionResults: readonly {
          readonly fullName: string
          readonly status: string
          readonly failureMessages: readonly string[]
        }[]
      }[]
    }
    const ours = testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.filter(({ fullName }) => !name.endsWith('lint.test.ts') || fullName.includes('equipment-loan')),
    )
    expect(ours.filter(({ status }) => status !== 'passed').map(({ fullName, failureMessages }) => [fullName, ...failureMessages])).toEqual(
      [],
    )
    // Six of the process, six of its drawing, one of the lists.
    expect(ours.length).toBe(13)
  }, 120_000)
})
