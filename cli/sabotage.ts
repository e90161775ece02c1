import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { copyProject } from './project-copy.ts'
import { applyEdits, StalePatch, type Edit } from './sabotage-edits.ts'

/** A wound to be dealt to a copy of the code, and the tests that must feel it: these and no others of their files. */
type Patch = {
  readonly why: string
  readonly command: string
  readonly edits: readonly Edit[]
  /** Whether the lists and drawings are generated anew after the edits. */
  readonly generate?: true
  readonly reddens: readonly { readonly file: string; readonly title: string }[]
}

type Outcome = { readonly passed: ReadonlySet<string>; readonly failed: ReadonlySet<string>; readonly broken: readonly string[] }

const root = join(import.meta.dirname, '..')
const folder = join(root, 'test', 'sabotage')

function run(copy: string, command: string): Outcome {
  const report = join(copy, 'sabotage-report.json')
  rmSync(report, { force: true })
  const [tool, ...args] = command.split(' ')
  if (tool !== 'vitest') throw new Error(`Only vitest is run: ${command}`)
  const vitest = join(copy, 'node_modules', 'vitest', 'vitest.mjs')
  const done = spawnSync(process.execPath, [vitest, ...args, '--reporter=json', `--outputFile=${report}`], {
    cwd: copy,
    encoding: 'utf8',
    timeout: 600_000,
  })
  if (!existsSync(report)) throw new Error(`${command} gave no report:\n${done.stdout}\n${done.stderr}`)
  return readReport(copy, JSON.parse(readFileSync(report, 'utf8')))
}

type Report = {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message?: string
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[]
  }[]
}

function readReport(copy: string, { testResults }: Report): Outcome {
  const of = (status: string) =>
    new Set(
      testResults.flatMap(({ name, assertionResults }) =>
        assertionResults.filter((one) => one.status === status).map((one) => keyOf({ file: shorten(copy, name), title: one.title })),
      ),
    )
  const broken = testResults
    .filter(({ assertionResults }) => assertionResults.length === 0)
    .map(({ name, message }) => `${shorten(copy, name)}: ${message ?? 'did not run'}`)
  return { passed: of('passed'), failed: of('failed'), broken }
}

function shorten(copy: string, name: string): string {
  return name.slice(name.indexOf(copy) + copy.length + 1)
}

function keyOf({ file, title }: { readonly file: string; readonly title: string }): string {
  return `${file} > ${title}`
}

/** Runs the tests of a patch before and after the edits; says what is not as the patch claims. */
function deal(copy: string, patch: Patch, before: Outcome): string[] {
  const named = patch.reddens.map(keyOf)
  const missing = named.filter((key) => !before.passed.has(key)).map((key) => `is not green before the patch: ${key}`)
  if (missing.length > 0) return missing
  let undo: () => void
  try {
    undo = applyEdits(copy, patch.edits)
  } catch (error) {
    if (error instanceof StalePatch) return [`is stale: ${error.message}`]
    throw error
  }
  try {
    if (patch.generate) generate(copy)
    const { failed, broken } = run(copy, patch.command)
    return [
      ...broken.map((file) => `did not run: ${file}`),
      ...named.filter((key) => !failed.has(key)).map((key) => `stayed green: ${key}`),
      ...[...failed].filter((key) => !named.includes(key) && !before.failed.has(key)).map((key) => `went red as well: ${key}`),
    ]
  } finally {
    undo()
    if (patch.generate) generate(copy)
  }
}

function generate(copy: string): void {
  const done = spawnSync(process.execPath, [join(copy, 'node_modules', 'tsx', 'dist', 'cli.mjs'), 'cli/generate.ts'], {
    cwd: copy,
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(`The lists cannot be generated:\n${done.stderr}`)
}

function main(wanted: readonly string[]): void {
  const names = readdirSync(folder).filter(
    (name) => name.endsWith('.patch.json') && (wanted.length === 0 || wanted.some((part) => name.includes(part))),
  )
  const copy = copyProject(root, 'sabotage')
  const known = new Map<string, Outcome>()
  let failed = 0
  try {
    for (const name of names.sort()) {
      const patch = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Patch
      const before = known.get(patch.command) ?? run(copy, patch.command)
      known.set(patch.command, before)
      const wrong = deal(copy, patch, before)
      if (wrong.length > 0) failed += 1
      console.log(`${wrong.length === 0 ? 'felt  ' : 'MISSED'} ${name.replace('.patch.json', '')}: ${patch.why}`)
      for (const why of wrong) console.log(`         ${why}`)
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
  console.log(`sabotage: ${names.length - failed} felt, ${failed} missed`)
  process.exitCode = failed === 0 && names.length > 0 ? 0 : 1
}

main(process.argv.slice(2))
