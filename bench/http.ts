import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { JsonObject } from '#domain/json.ts'

export type Answer = { readonly status: number; readonly body: JsonObject }

/** Asks the API as one signed-in program, over one kept connection. */
export type Asker = (method: 'GET' | 'POST' | 'PUT', path: string, body?: JsonObject) => Promise<Answer>

/** An asker with a personal token. Node's plain client: the harness shares the processors with what it measures. */
export function createAsker(url: string, token: string): Asker {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const authorization = `Bearer ${token}`
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const headers =
        body === undefined ? { authorization } : { authorization, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
      const asked = request(`${url}${path}`, { method, agent, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8')
          resolve({ status: response.statusCode ?? 0, body: text === '' ? {} : (JSON.parse(text) as JsonObject) })
        })
      })
      asked.on('error', reject)
      asked.end(body === undefined ? undefined : JSON.stringify(body))
    })
}

/** The body of an answer with this status. Throws the answer otherwise. */
export function expectStatus({ status, body }: Answer, wanted: number): JsonObject {
  if (status !== wanted) throw new Error(`Answered ${status} where ${wanted} was expected: ${JSON.stringify(body).slice(0, 500)}`)
  return body
}
