import { parentPort } from 'node:worker_threads'
import process from 'node:process'
import type { Paper } from '#templates/block.ts'

// A drawing thread that dies on the paper called "death", fails on "failure" and draws the title's letters of all others.
parentPort?.on('message', ({ title }: Paper) => {
  if (title === 'death') process.exit(7)
  if (title === 'accident') throw new Error('an accident')
  parentPort?.postMessage(title === 'failure' ? { failed: 'no ink' } : { bytes: new TextEncoder().encode(title) })
})
