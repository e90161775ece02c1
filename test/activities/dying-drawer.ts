import { existsSync, readdirSync } from 'node:fs'
import { getPriority } from 'node:os'
import process from 'node:process'
import type { Paper } from '#templates/block.ts'

const encode = (text: string) => ({ bytes: new TextEncoder().encode(text) })

/** The ranks of all its threads, its helpers included, each once. */
function ranks(): string {
  const threads = existsSync('/proc/self/task') ? readdirSync('/proc/self/task').map(Number) : [0]
  return [...new Set(threads.map((thread) => getPriority(thread)))].join()
}

// A drawing process that dies on the paper called "death", fails on "failure", tells its rank on "rank" and draws the title's letters of all others.
process.on('message', ({ title }: Paper) => {
  if (title === 'death') process.exit(7)
  if (title === 'accident') process.kill(process.pid, 'SIGKILL')
  else process.send?.(title === 'failure' ? { failed: 'no ink' } : encode(title === 'rank' ? ranks() : title))
})
