import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** Runs the tiers named as arguments one after the other and sums them; a tier that could not start counts as failed. */
type Count = { readonly passed: number; readonly failed: number }

const results = join(import.meta.dirname, '..', 'test-results')
const trails = join(results, 'trails')

function runTier(tier: string): Count {
  const report = join(results, `${tier}.json`)
  rmSync(report, { force: true })
  const run = spawnSync(
    'npx',
    ['vitest', 'run', '--project', tier, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    {
      stdio: 'inherit',
      env: { ...process.env, TRAILS_DIR: trails },
    },
  )
  const count = existsSync(report) ? countOf(report) : { passed: 0, failed: 0 }
  const ran = count.passed + count.failed > 0
  // A crash beside the tests (a leaked error, a failed set-up) is a failure even where each test passed.
  return run.status === 0 && ran ? count : { ...count, failed: Math.max(1, count.failed) }
}

function countOf(report: string): Count {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const broken = testResults.filter(
    (file: { status: string; assertionResults: unknown[] }) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}

/** The trails that the server tier left must conform to the drawings and cover them. */
function checkTrails(): Count {
  const run = spawnSync('npx', ['tsx', join(import.meta.dirname, 'check-trails.ts'), trails], { stdio: 'inherit' })
  return run.status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function main(tiers: readonly string[]): void {
  mkdirSync(results, { recursive: true })
  const counts: { [tier: string]: Count } = {}
  rmSync(trails, { recursive: true, force: true })
  mkdirSync(trails, { recursive: true })
  for (const tier of tiers) {
    counts[tier] = runTier(tier)
    if (tier === 'server') counts['trails'] = checkTrails()
  }
  const sum = Object.values(counts).reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), {
    passed: 0,
    failed: 0,
  })
  for (const [tier, { passed, failed }] of Object.entries(counts)) console.log(`${tier.padEnd(8)} ${passed} passed, ${failed} failed`)
  // Named, so that a caller that sums several runs prints the one plain line itself.
  writeFileSync(join(results, `sum-${tiers.join('-')}.json`), JSON.stringify(sum))
  if (process.env['CI_SUM'] === undefined) console.log(`${sum.passed} passed, ${sum.failed} failed`)
  process.exitCode = sum.failed === 0 ? 0 : 1
}

main(process.argv.slice(2))
