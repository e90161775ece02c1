import type { JsonObject } from '#domain/json.ts'

/** Somebody at the HTTP door: signed in under a name, or an outsider without a session. */
export type Persona = {
  get<T = Answer>(path: string): Promise<T>
  post<T = Answer>(path: string, body?: JsonObject): Promise<T>
  bytes(path: string): Promise<Uint8Array>
  /** Asks for something to be made, and fetches it. */
  made(path: string, body?: JsonObject): Promise<Uint8Array>
}

type Answer = { readonly [name: string]: never }

/** Thrown where the API says no; carries its words. */
export class SaidNo extends Error {
  override readonly name = 'SaidNo'
}

const patienceMs = 60_000

/** Signs in; every answer 202 is followed up until it is decided. */
export async function signIn(url: string, username: string, password: string): Promise<Persona> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: jsonHeaders(),
    body: JSON.stringify({ username, password }),
  })
  if (!response.ok) throw new SaidNo(`${username} could not sign in: ${response.status} ${await response.text()}`)
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return createPersona(url, username, cookie)
}

/** Somebody at the door; his n-th request always carries the same key, so that every run makes the same matters. */
export function createPersona(url: string, name: string, cookie?: string): Persona {
  let asked = 0
  const identity = cookie === undefined ? {} : { cookie }
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(url + path, { ...init, headers: { ...jsonHeaders(), ...identity, ...init.headers } })
  return {
    get: async (path) => read(await ask(path)),
    async post(path, body = {}) {
      const response = await ask(path, {
        method: 'POST',
        headers: { 'idempotency-key': `demonstration-${name}-${(asked += 1)}` },
        body: JSON.stringify(body),
      })
      return response.status === 202 ? followUp(ask, response.headers.get('location') ?? '') : read(response)
    },
    bytes: async (path) => readBytes(await ask(path)),
    made: async (path, body = {}) => readBytes(await ask(path, { method: 'POST', body: JSON.stringify(body) })),
  }
}

function jsonHeaders(): { [name: string]: string } {
  return { 'content-type': 'application/json', 'accept-language': 'zh-CN' }
}

async function readBytes(response: Response): Promise<Uint8Array> {
  if (!response.ok) throw new SaidNo(`${new URL(response.url).pathname}: ${response.status} ${await response.text()}`)
  return new Uint8Array(await response.arrayBuffer())
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text()
  if (!response.ok) throw new SaidNo(`${new URL(response.url).pathname}: ${response.status} ${text}`)
  return (text === '' ? {} : JSON.parse(text)) as T
}

async function followUp<T>(ask: (path: string) => Promise<Response>, location: string): Promise<T> {
  return eventually(async () => {
    const command = await read<{ status: string; answer?: T; problem?: unknown }>(await ask(location))
    if (command.status === 'refused') throw new SaidNo(JSON.stringify(command.problem))
    return command.status === 'done' ? command.answer : undefined
  }, `the answer to ${location}`)
}

/** Asks until there is something, for a minute at most; what is asked for is named when it does not come. */
export async function eventually<T>(ask: () => Promise<T | undefined>, what: string): Promise<T> {
  const until = Date.now() + patienceMs
  for (;;) {
    const found = await ask()
    if (found !== undefined) return found
    if (Date.now() > until) throw new Error(`Waited a minute in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
