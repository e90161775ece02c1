import { execFileSync, spawn } from 'node:child_process'
import { execPath, pid } from 'node:process'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { findCommandLine, findIdentity, waitGone } from '#cli/servers/identity.ts'
import type { Identity } from '#cli/servers/identity.ts'
import { silent } from '#cli/servers/report.ts'
import { createSkippingEnvironment, resolveTestServer } from '#cli/servers/temporal-skipping.ts'

test('forty-five days pass in a moment, and nothing is left afterwards', async () => {
  const environment = await createSkippingEnvironment()
  const servers = listServersOf(pid)
  expect(servers.length).toBeGreaterThan(0)
  const before = await environment.currentTimeMs()
  await environment.sleep('45 days')
  expect((await environment.currentTimeMs()) - before).toBeGreaterThanOrEqual(45 * 86_400_000)
  await environment.teardown()
  for (const server of servers) expect(await waitGone(server, 5_000)).toBe(true)
})

test('two environments have a clock each', async () => {
  const [one, other] = await Promise.all([createSkippingEnvironment(), createSkippingEnvironment()])
  await one.sleep('30 days')
  expect((await one.currentTimeMs()) - (await other.currentTimeMs())).toBeGreaterThan(29 * 86_400_000)
  await Promise.all([one.teardown(), other.teardown()])
})

test('a run that is killed leaves no server behind', async () => {
  await resolveTestServer(silent)
  const text = `import('#cli/servers/temporal-skipping.ts').then(async (it) => {
    await it.createSkippingEnvironment()
    console.log('up')
    setInterval(() => {}, 1000)
  })`
  const run = spawn(execPath, ['--import', 'tsx', '--input-type=module', '-e', text], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: run.stdout })) if (line === 'up') break
  const servers = listServersOf(run.pid ?? 0)
  expect(servers.length).toBeGreaterThan(0)
  run.kill('SIGKILL')
  for (const server of servers) expect(await waitGone(server, 10_000), findCommandLine(server.pid) ?? '').toBe(true)
})

/** The test server and the SDK's stand-in for it, as children of a process. */
function listServersOf(parent: number): Identity[] {
  return execFileSync('pgrep', ['-P', String(parent)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .filter((line) => /testserver|test-server|stand-in/i.test(findCommandLine(Number(line)) ?? ''))
    .flatMap((line) => findIdentity(Number(line)) ?? [])
}
