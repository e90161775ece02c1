import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Connection } from '@temporalio/client'
import { LOOPBACK } from './ports.ts'
import { reasonOf } from './trouble.ts'

export type AnswerOptions = {
  port: number
  /** Wait until this namespace exists too. */
  namespace?: string
  limitMs: number
  /** Waiting stops as soon as the server is known to have ended. */
  hasEnded: () => boolean
}

/** Waits until a Temporal server answers calls, not merely listens. @throws Error with the last reason when the time is over */
export async function waitForTemporal(options: AnswerOptions): Promise<void> {
  const until = performance.now() + options.limitMs
  let last = 'nothing listens'
  while (performance.now() < until) {
    if (options.hasEnded()) throw new Error('the server ended')
    if (await isListening(options.port)) {
      try {
        await ask(options)
        // Ours may have ended because another server has the port: that one's answer is not ours.
        if (!options.hasEnded()) return
      } catch (error) {
        last = reasonOf(error)
      }
    }
    await pause(50)
  }
  throw new Error(`no answer on port ${options.port} after ${Math.round(options.limitMs / 1000)} s (${last})`)
}

async function ask(options: AnswerOptions): Promise<void> {
  const connection = Connection.lazy({ address: `${LOOPBACK}:${options.port}` })
  try {
    await connection.withDeadline(Date.now() + 5_000, async () => {
      await connection.workflowService.getSystemInfo({})
      if (options.namespace !== undefined) await connection.workflowService.describeNamespace({ namespace: options.namespace })
    })
  } finally {
    await connection.close()
  }
}

async function isListening(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect({ port, host: LOOPBACK, timeout: 1_000 })
    const answer = (is: boolean) => () => {
      socket.destroy()
      resolve(is)
    }
    socket.on('connect', answer(true)).on('error', answer(false)).on('timeout', answer(false))
  })
}
