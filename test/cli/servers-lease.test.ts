import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pid } from 'node:process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findIdentity, isRunning } from '#cli/servers/identity.ts'
import { takeLease } from '#cli/servers/lease.ts'
import type { LeaseOptions } from '#cli/servers/lease.ts'

const DEAD = { pid: 1, since: 'an earlier boot' }

let folder: string
let stranger: ChildProcess
let options: LeaseOptions

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lease-'))
  stranger = spawn('sleep', ['600'], { stdio: 'ignore' })
  options = { file: join(folder, 'lease.json'), what: 'PostgreSQL', data: folder, signal: 'SIGTERM', graceMs: 5_000 }
})
afterEach(() => {
  stranger.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

function identityOf(child: ChildProcess): { pid: number; since: string } {
  const identity = findIdentity(child.pid ?? 0)
  if (identity === undefined) throw new Error('the child does not run')
  return identity
}

test('a second start on the same folder is told who has it and what to do', async () => {
  const lease = await takeLease(options)
  lease.record(identityOf(stranger), 5433)
  await expect(takeLease(options)).rejects.toThrow(
    `PostgreSQL on ${folder} is already run by process ${pid} (port 5433). Remedy: end that process (kill ${pid}) or choose another data folder`,
  )
  expect(isRunning(identityOf(stranger))).toBe(true)
  lease.release()
  ;(await takeLease(options)).release()
  expect(readdirSync(folder)).toEqual([])
})

test('the server of an owner who died hard is ended by its own number', async () => {
  const server = identityOf(stranger)
  writeFileSync(options.file, JSON.stringify({ owner: DEAD, server, port: 5433 }))
  const lease = await takeLease(options)
  expect(isRunning(server)).toBe(false)
  lease.release()
})

test('a number that has passed to a stranger is left alone', async () => {
  const server = { ...identityOf(stranger), since: 'an earlier boot' }
  writeFileSync(options.file, JSON.stringify({ owner: DEAD, server, port: 5433 }))
  const lease = await takeLease(options)
  expect(stranger.exitCode).toBeNull()
  expect(isRunning(identityOf(stranger))).toBe(true)
  lease.release()
})

test('a lease cut off in mid-sentence is that of a dead owner', async () => {
  writeFileSync(options.file, '{"owner":{"pid":')
  const lease = await takeLease(options)
  lease.release()
  expect(existsSync(options.file)).toBe(false)
})

test('of many who come at once after a crash exactly one has the folder', async () => {
  writeFileSync(options.file, JSON.stringify({ owner: DEAD }))
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, async () => await takeLease(options)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(readdirSync(folder)).toEqual(['lease.json'])
})
