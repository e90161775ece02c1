import type { CommandView } from '#schemas/api/command.ts'
import { language, say } from '#web/words/language.ts'
import { Fault, readFault, unreachableFault } from './fault.ts'

/** One press of a button: its key makes every repeat of the request the same command. */
export type Press = { readonly key: string; readonly onPending?: () => void }

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Content = { readonly type: string; readonly body: BodyInit }

const triesWithoutAnswer = 4
const firstPauseMs = 400
const longestPauseMs = 3_000

/** A key that no other press has. */
export function createPress(onPending?: () => void): Press {
  // randomUUID is offered on https and localhost only; an office network may serve plain http.
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0'))
  return { key: bytes.join(''), ...(onPending === undefined ? {} : { onPending }) }
}

/** Reads a resource. @throws Fault */
export async function read<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  const answer = await fetchOnce('GET', path, undefined, undefined, signal)
  return (await answer.json()) as Answer
}

/** Reads a file that is shown to whoever proves who he is in the body. @throws Fault */
export async function readFile(path: string, body: object): Promise<Blob> {
  const answer = await fetchOnce('POST', path, { type: 'application/json', body: JSON.stringify(body) })
  return answer.blob()
}

/**
 * Sends a command and waits until it is carried out: what was accepted without an answer is followed up. A connection that
 * breaks is tried again with the same key, so nothing is done twice. @throws Fault
 */
export async function send<Answer>(
  method: Exclude<Method, 'GET'>,
  path: string,
  body: unknown,
  press: Press = createPress(),
): Promise<Answer> {
  return sendContent(method, path, { type: 'application/json', body: JSON.stringify(body ?? {}) }, press)
}

/** Sends bytes or text as they are, with their own media type. @throws Fault */
export async function sendContent<Answer>(
  method: Exclude<Method, 'GET'>,
  path: string,
  content: Content,
  press: Press = createPress(),
): Promise<Answer> {
  let answer = await fetchPatiently(method, path, content, press.key)
  // A public door names no place to ask at: asked again under the same key it gives its answer when there is one.
  while (answer.status === 202 && answer.headers.get('location') === null) {
    press.onPending?.()
    await pause(longestPauseMs)
    answer = await fetchPatiently(method, path, content, press.key)
  }
  if (answer.status === 202) return followUp<Answer>(answer, press)
  if (answer.status === 204) return undefined as Answer
  return (await answer.json()) as Answer
}

async function fetchPatiently(method: Method, path: string, content: Content, key: string): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetchOnce(method, path, content, key)
    } catch (fault) {
      const isUnanswered = fault instanceof Fault && fault.status === 0
      if (!isUnanswered || attempt === triesWithoutAnswer) throw fault
      await pause(firstPauseMs * attempt)
    }
  }
}

async function fetchOnce(method: Method, path: string, content?: Content, key?: string, signal?: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { 'accept-language': language(), accept: 'application/json' }
  if (content !== undefined) headers['content-type'] = content.type
  if (method === 'POST' && key !== undefined) headers['idempotency-key'] = key
  const request: RequestInit = { method, headers, credentials: 'same-origin' }
  if (content !== undefined) request.body = content.body
  // A draft saved while the page closes must still arrive; browsers keep only small requests alive.
  if (method === 'PUT' && typeof content?.body === 'string') request.keepalive = content.body.length < 20_000
  if (signal !== undefined) request.signal = signal
  let answer: Response
  try {
    answer = await fetch(path, request)
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault
    throw unreachableFault(say('common.unreachable'))
  }
  if (!answer.ok) throw await readFault(answer)
  return answer
}

/** Asks after a command until it is carried out or refused; pauses grow to three seconds. */
async function followUp<Answer>(accepted: Response, press: Press): Promise<Answer> {
  press.onPending?.()
  const place = accepted.headers.get('location')
  if (place === null) throw unreachableFault(say('common.unreachable'))
  for (let waitMs = firstPauseMs; ; waitMs = Math.min(waitMs * 1.5, longestPauseMs)) {
    await pause(waitMs)
    const command = await read<CommandView>(place).catch((fault: unknown) => {
      if (fault instanceof Fault && fault.status === 0) return undefined
      throw fault
    })
    if (command?.status === 'done') return command.answer as Answer
    if (command?.status === 'refused') throw refusedFault(command)
  }
}

function refusedFault(command: CommandView): Fault {
  const problem = command.problem ?? { type: 'about:blank', title: command.name, status: 409 }
  return new Fault(problem.status, problem)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
