import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { demonstrationPassword } from '#cli/demonstration-house.ts'
import { startKept, type KeptChild } from '#cli/servers/kept-child.ts'
import { findFreePort } from '#cli/servers/ports.ts'
import { median } from './trial.ts'

/** Seconds from `npm start` to the first answer of /healthz, and to the first matter opened. */
export type Starts = { readonly healthy: number; readonly opened: number }

/** Starts everything on one machine again and again on the same data; medians of `rounds` starts after the first. */
export async function measureSecondStart(house: string, rounds: number): Promise<Starts> {
  const data = await mkdtemp(join(tmpdir(), 'conveyance-bench-start-'))
  try {
    await startOnce(house, data)
    const starts: Starts[] = []
    for (let count = 0; count < rounds; count += 1) starts.push(await startOnce(house, data))
    return { healthy: median(starts.map((one) => one.healthy)), opened: median(starts.map((one) => one.opened)) }
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
  const end = from + patience
  const fail = (answer: string) => {
    if (!program.hasEnded() && performance.now() < end) return
    throw new Error(`npm start ${program.hasEnded() ? 'ended' : `answers ${answer}`}:\n${program.lines.slice(-15).join('\n')}`)
  }
  try {
    await until(fail, async () => isAnswered(await fetch(`${url}/healthz`), 200))
    const healthy = (performance.now() - from) / 1000
    const cookie = await signIn(fail, url)
    await until(fail, async () => isAnswered(await openMatter(url, cookie), 201))
    return { healthy, opened: (performance.now() - from) / 1000 }
  } finally {
    await interrupt(program)
  }
}

/** Ends it as Ctrl-C does: the whole group is told, and nothing of it is left when this settles. */
async function interrupt({ identity: { pid } }: KeptChild): Promise<void> {
  const end = performance.now() + patience
  const tell = (signal: 'SIGINT' | 0) => {
    try {
      return process.kill(-pid, signal)
    } catch {
      return false
    }
  }
  tell('SIGINT')
  while (tell(0)) {
    if (performance.now() > end) throw new Error(`npm start (process group ${pid}) does not end`)
    await pause(50)
  }
}

/** Milliseconds after which a start counts as failed. */
const patience = 120_000

/** Asks again every 20 ms until it is so; `fail` throws the last answer when that takes too long. */
async function until(fail: (answer: string) => void, isSo: () => Promise<true | string>): Promise<void> {
  for (;;) {
    const answer = await isSo().catch((error: unknown) => String(error))
    if (answer === true) return
    fail(answer)
    await pause(20)
  }
}

/** So, where the answer has this status; otherwise what it said. */
async function isAnswered(response: Response, status: number): Promise<true | string> {
  return response.status === status ? true : `${response.status} ${await response.text()}`
}

async function signIn(fail: (answer: string) => void, url: string): Promise<string> {
  let cookie = ''
  await until(fail, async () => {
    const response = await post(`${url}/api/session`, { username: 'ipo_officer', password: demonstrationPassword })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    return isAnswered(response, 201)
  })
  return cookie
}

function openMatter(url: string, cookie: string): Promise<Response> {
  return post(`${url}/api/matters`, { process: 'bench-trial', data: { title: '测速', papers: 0 } }, { cookie })
}

async function post(address: string, body: object, headers: { readonly [name: string]: string } = {}): Promise<Response> {
  return fetch(address, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
}
