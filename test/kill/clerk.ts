import { setTimeout as pause } from 'node:timers/promises'
import type { JsonObject } from '#domain/json.ts'

/** A command that was answered for good. */
export type Answered = { readonly key: string; readonly path: string; readonly body: JsonObject }

/** A client that never gives up: whatever the servers do meanwhile, it asks again under the same key until a command is carried out. */
export type Clerk = {
  give(path: string, key: string, body: JsonObject): Promise<Answered>
  /** Looks until it is there: a story reaches its next task in its own time. */
  see(path: string): Promise<JsonObject>
}

/** Milliseconds in which every command is carried out: the servers come back within seconds, and what they left is taken up again. */
const patience = 90_000

/** Answers that say nothing about the command: the door or what stands behind it is down. */
const isDown = (status: number) => status >= 500

/** A clerk with a personal token. Throws on a refusal: nothing that he asks for is unlawful. */
export function createClerk(url: string, token: string): Clerk {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return {
    async give(path, key, body) {
      const until = performance.now() + patience
      let last = 'nothing'
      while (performance.now() < until) {
        const response = await ask(`${url}${path}`, {
          method: 'POST',
          headers: { ...headers, 'idempotency-key': key },
          body: JSON.stringify(body),
        })
        const answer = (await response?.json().catch(() => undefined)) as JsonObject | undefined
        last = `${response?.status}: ${JSON.stringify(answer)?.slice(0, 600)}`
        if (response === undefined || answer === undefined || isDown(response.status)) await pause(100)
        else if (response.status === 202) await untilSettled(`${url}${response.headers.get('location') ?? ''}`, headers, until)
        else if (response.ok) return { key, path, body: answer }
        else break
      }
      throw new Error(`${path} was answered ${last}`)
    },
    async see(path) {
      const until = performance.now() + patience
      for (;;) {
        const response = await ask(`${url}${path}`, { headers })
        if (response?.ok === true) return (await response.json()) as JsonObject
        if (performance.now() > until) throw new Error(`${path} was answered ${response?.status ?? 'by nobody'} for ${patience} ms`)
        await pause(20)
      }
    },
  }
}

/** Undefined where nobody answered. */
async function ask(url: string, init: RequestInit): Promise<Response | undefined> {
  return fetch(url, { ...init, signal: AbortSignal.timeout(30_000) }).catch(() => undefined)
}

/** Waits until the command has its answer; it is then asked for again under its key, and given as it was. */
async function untilSettled(url: string, headers: { readonly [name: string]: string }, until: number): Promise<void> {
  while (performance.now() < until) {
    const response = await ask(url, { headers })
    if (response?.ok === true && ((await response.json()) as { readonly status: string }).status !== 'pending') return
    await pause(100)
  }
}
