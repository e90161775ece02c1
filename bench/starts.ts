import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { startKept } from '#cli/servers/kept-child.ts'
import { findFreePort } from '#cli/servers/ports.ts'

/** Seconds from `npm start` to the first answer of /healthz, and to the first matter opened. */
export type Starts = { readonly healthy: number; readonly opened: number }

/** Starts everything on one machine twice on the same data; the second start is measured. */
export async function measureSecondStart(house: string): Promise<Starts> {
  const data = await mkdtemp(join(tmpdir(), 'conveyance-bench-start-'))
  try {
    await startOnce(house, data)
    return await startOnce(house, data)
  } finally {
    await rm(data, { recursive: true, force: true })
  }
}

async function startOnce(house: string, data: string): Promise<Starts> {
  const port = await findFreePort()
  const from = performance.now()
  const program = startKept({
    command: 'npm',
    args: ['start'],
    cwd: house,
    env: { ...process.env, CONVEYANCE_DATA: data, PORT: String(port) },
    signal: 'SIGTERM',
    graceSeconds: 30,
    log: () => {},
  })
  const url = `http://127.0.0.1:${port}`
  const fail = () => {
    if (program.hasEnded()) throw new Error(`npm start ended:\n${program.lines.slice(-15).join('\n')}`)
  }
  try {
    await until(fail, async () => (await fetch(`${url}/healthz`)).ok)
    const healthy = (performance.now() - from) / 1000
    const cookie = await signIn(fail, url)
    await until(fail, async () => (await openMatter(url, cookie)) === 201)
    return { healthy, opened: (performance.now() - from) / 1000 }
  } finally {
    await program.stop()
  }
}

/** Asks again every 20 ms; an answer that never comes is the caller's to end. */
async function until(fail: () => void, isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo().catch(() => false))) {
    fail()
    await pause(20)
  }
}

async function signIn(fail: () => void, url: string): Promise<string> {
  let cookie = ''
  await until(fail, async () => {
    const response = await post(`${url}/api/session`, { username: 'zhou', password: 'demo-password-1' })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    return response.status === 201
  })
  return cookie
}

async function openMatter(url: string, cookie: string): Promise<number> {
  return (await post(`${url}/api/matters`, { process: 'bench-trial', data: { title: '测速', papers: 0 } }, { cookie })).status
}

async function post(address: string, body: object, headers: { readonly [name: string]: string } = {}): Promise<Response> {
  return fetch(address, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
}
