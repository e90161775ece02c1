import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

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

/** On what the numbers were read. Only ratios of one run are compared. */
export function describeConditions(): string {
  const [processor] = cpus()
  const memory = Math.round(totalmem() / 1024 ** 3)
  const load = loadavg()[0]?.toFixed(1) ?? '?'
  return `${cpus().length} processors (${processor?.model.trim() ?? 'unknown'}), ${memory} GB, Node ${process.version}, load before the run ${load}`
}

/** Keeps the table under its day; answers the file. */
export function writeResults(findings: readonly Finding[], conditions: string, day: string): string {
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${day}.md`)
  writeFileSync(file, `# ${day}\n\n${conditions}\n\n${renderTable(findings)}\n`)
  return file
}
