import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { format, resolveConfig } from 'prettier'

/** One line of the table: what was measured, the number read, its goal, and what it was made of. */
export type Finding = { readonly what: string; readonly value: number; readonly unit: string; readonly goal?: Goal; readonly note?: string }

export type Goal = { readonly atMost: number } | { readonly atLeast: number }

/** Whether a finding reaches its goal; one without goal always does. */
export function isReached({ value, goal }: Finding): boolean {
  if (goal === undefined) return true
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast
}

/** The table in Markdown. */
export function renderTable(findings: readonly Finding[]): string {
  const rows = findings.map((one) => `| ${one.what} | ${one.value.toFixed(2)} ${one.unit} | ${renderGoal(one)} | ${one.note ?? ''} |`)
  return ['| measured | result | goal | made of |', '|---|---|---|---|', ...rows].join('\n')
}

function renderGoal(finding: Finding): string {
  if (finding.goal === undefined) return ''
  const wanted = 'atMost' in finding.goal ? `≤ ${finding.goal.atMost}` : `≥ ${finding.goal.atLeast}`
  return `${wanted} ${isReached(finding) ? 'reached' : '**missed**'}`
}

/** What was measured on a day, and on what. Only ratios of one run are compared. */
export type Results = { readonly day: string; readonly conditions: Conditions; readonly findings: readonly Finding[] }

export type Conditions = {
  readonly processors: string
  readonly memoryGb: number
  readonly node: string
  /** Load of the machine in the minute before the run: what else ran beside it. */
  readonly loadBefore: number
  readonly rounds: number
}

/** Reads the machine; to be called before anything is started. */
export function readConditions(rounds: number): Conditions {
  const [processor] = cpus()
  return {
    processors: `${cpus().length} × ${processor?.model.trim() ?? 'unknown'}`,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    node: process.version,
    loadBefore: Number((loadavg()[0] ?? 0).toFixed(2)),
    rounds,
  }
}

/** Conditions and table in Markdown. */
export function renderResults({ day, conditions, findings }: Results): string {
  const { processors, memoryGb, node, loadBefore, rounds } = conditions
  const machine = `${processors}, ${memoryGb} GB, Node ${node}; load before the run ${loadBefore}`
  return `Measured on ${day}, medians of ${rounds} alternating rounds: ${machine}.\n\n${renderTable(findings)}`
}

/** Keeps the results under their day and shows them in the README; answers the file. */
export async function writeResults(results: Results): Promise<string> {
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${results.day}.json`)
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
  const readme = join(import.meta.dirname, '..', 'README.md')
  const [before = '', rest = ''] = readFileSync(readme, 'utf8').split('<!-- bench -->')
  const after = rest.slice(rest.indexOf('<!-- /bench -->'))
  const text = `${before}<!-- bench -->\n\n${renderResults(results)}\n\n${after}`
  writeFileSync(readme, await format(text, { ...(await resolveConfig(readme)), filepath: readme }))
  return file
}
