import { setTimeout as pause } from 'node:timers/promises'
import type { Json } from '#domain/json.ts'
import { expectStatus, type Asker } from './http.ts'
import { untilSeen } from './trial.ts'

const steps = ['first', 'second', 'third'] as const

/** One matter through HTTP: opened, its three tasks completed as they appear, followed to its end. Answers the waits between tasks. */
export async function driveMatter(ask: Asker): Promise<number[]> {
  const { id } = expectStatus(await ask('POST', '/api/matters', { process: 'bench-trial', data: { title: '测速', papers: 0 } }), 201)
  await untilListed(ask, String(id), 'first')
  const waits: number[] = []
  for (const [place, step] of steps.entries()) {
    const from = performance.now()
    expectStatus(await ask('POST', `/api/tasks/${String(id)}.${step}.1/complete`, { outcome: 'agreed', data: { score: 50 } }), 200)
    const next = steps[place + 1]
    if (next === undefined) break
    await untilListed(ask, String(id), next)
    waits.push(performance.now() - from)
  }
  await untilSeen(() => isClosed(ask, String(id)))
  return waits
}

/** Milliseconds between two looks at a matter that only has papers drawn: those who look are no part of what is measured beside it. */
const betweenFarLooks = 500

/** A matter that only has papers drawn, one after the other; settles when the last is issued. */
export async function drivePapers(ask: Asker, papers: number): Promise<void> {
  const { id } = expectStatus(await ask('POST', '/api/matters', { process: 'bench-trial', data: { title: '文书', papers } }), 201)
  while (!(await isClosed(ask, String(id)))) await pause(betweenFarLooks)
}

/** Asks the list of free tasks until it shows the step: that is when a colleague could take it. */
function untilListed(ask: Asker, matter: string, step: string): Promise<void> {
  return untilSeen(async () => {
    const { items } = expectStatus(await ask('GET', `/api/tasks?list=group&matter=${matter}`), 200)
    return (items as readonly { readonly step: { readonly name: Json } }[]).some((row) => row.step.name === step)
  })
}

async function isClosed(ask: Asker, matter: string): Promise<boolean> {
  return expectStatus(await ask('GET', `/api/matters/${matter}`), 200)['standing'] === 'closed'
}
