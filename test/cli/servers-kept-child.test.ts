import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { env, pid } from 'node:process'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { findIdentity, isRunning, stopProcess, waitGone } from '#cli/servers/identity.ts'
import type { Identity } from '#cli/servers/identity.ts'
import { KEEPER, startKept } from '#cli/servers/kept-child.ts'

const common = { cwd: tmpdir(), env: { ...env }, graceSeconds: 5, log: () => {} }

test('a server ends when it is told, in order', async () => {
  const child = startKept({ ...common, command: 'sleep', args: ['600'], signal: 'SIGINT' })
  expect(isRunning(child.identity)).toBe(true)
  await child.stop()
  await child.stop()
  expect(await child.ended).toBe('signal SIGINT')
  expect(child.hasEnded()).toBe(true)
})

test('a server deaf to its signal is killed after the grace', async () => {
  const heard: string[] = []
  const child = startKept({
    ...common,
    command: '/bin/sh',
    args: ['-c', 'trap "" TERM; echo deaf; while :; do sleep 1; done'],
    signal: 'SIGTERM',
    graceSeconds: 1,
    log: (line) => {
      heard.push(line)
      void child.stop()
    },
  })
  expect(await child.ended).toBe('signal SIGKILL')
  expect(heard).toEqual(['deaf'])
})

test('the last words of a server that does not start are kept for the explanation', async () => {
  const child = startKept({ ...common, command: '/bin/sh', args: ['-c', 'echo "FATAL: no disk" >&2; exit 3'], signal: 'SIGINT' })
  expect(await child.ended).toBe('code 3')
  expect(child.lines).toEqual(['FATAL: no disk'])
})

test('a server does not outlive the process that started it, even one that was killed', async () => {
  const parent = spawn('/bin/sh', ['-c', 'sh -c "$KEEPER" sh $$ TERM 5 sleep 600 & echo $!; wait'], {
    env: { ...env, KEEPER },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const server = await readIdentity(parent.stdout)
  expect(isRunning(server)).toBe(true)
  parent.kill('SIGKILL')
  expect(await waitGone(server, 10_000)).toBe(true)
})

test('ending a process spares whoever has its number now', async () => {
  const own = findIdentity(pid)
  expect(own).toBeDefined()
  expect(await stopProcess({ pid, since: 'an earlier boot' }, 'SIGKILL', 0)).toBe('gone')
})

async function readIdentity(stream: NodeJS.ReadableStream): Promise<Identity> {
  for await (const line of createInterface({ input: stream })) {
    const identity = findIdentity(Number(line))
    if (identity !== undefined) return identity
  }
  throw new Error('the server did not start')
}
