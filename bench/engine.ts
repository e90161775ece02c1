import process from 'node:process'
import { startProgram, type Program } from '#cli/servers/program.ts'
import { openBareSide } from './bare/client.ts'
import { openGrounds, seedOfficers, type Grounds } from './grounds.ts'
import { createAsker, type Asker } from './http.ts'
import { processorMs } from './processor-time.ts'
import { driveMatter } from './product-client.ts'
import { runTrials, type Run, type Trial } from './trial.ts'

/** Clients of the larger runs. */
const manyClients = 8

export type SideName = 'bare' | 'product'

/** Processor milliseconds a matter, by who used them. */
export type ProcessorUse = { readonly [who in 'api' | 'worker' | 'temporal' | 'postgres']: number }

/** One measured run of a side. */
export type Measured = Run & { readonly use: ProcessorUse }

/** Both sides on the same servers, ready to be measured. */
export type Engine = {
  readonly grounds: Grounds
  readonly askers: readonly Asker[]
  readonly trials: { readonly [side in SideName]: readonly Trial[] }
  measure(side: SideName, clients: 1 | 8, matters: number): Promise<Measured>
  close(): Promise<void>
}

/** Starts the servers, the product's API and worker from `house`, and the bare worker, each in a process of its own. */
export async function startEngine(house: string): Promise<Engine> {
  const grounds = await openGrounds()
  const closers: (() => Promise<void>)[] = [() => grounds.close()]
  const close = async () => {
    for (const one of closers.toReversed()) await one()
  }
  try {
    const tokens = await seedOfficers(grounds, manyClients)
    const bare = await openBareSide(grounds.env.TEMPORAL_ADDRESS, grounds.bareUrl, manyClients)
    closers.push(() => bare.close())
    const programs = await startPrograms(house, grounds, (program) => closers.push(() => program.stop()))
    const url = /https?:\S+/.exec(programs.api.ready)?.[0] ?? ''
    const askers = tokens.map((token) => createAsker(url, token))
    const trials = { bare: bare.trials, product: askers.map((ask) => () => driveMatter(ask)) }
    return { grounds, askers, trials, measure: createMeasure(trials, programs, grounds), close }
  } catch (error) {
    await close()
    throw error
  }
}

type Programs = { readonly api: Program; readonly worker: Program; readonly bareWorker: Program }

async function startPrograms(house: string, grounds: Grounds, keep: (program: Program) => void): Promise<Programs> {
  const bareEnv = { TEMPORAL_ADDRESS: grounds.env.TEMPORAL_ADDRESS, BARE_DATABASE_URL: grounds.bareUrl }
  const start = async (folder: string, file: string, env: { readonly [name: string]: string }, ready: RegExp) => {
    const program = await startProgram({ folder, file, env, ready })
    keep(program)
    return program
  }
  const api = await start(house, 'cli/start-api.ts', { ...grounds.env, PORT: '0' }, /listens on/)
  const worker = await start(house, 'cli/start-worker.ts', grounds.env, /at work/)
  return { api, worker, bareWorker: await start(process.cwd(), 'bench/bare/worker.ts', bareEnv, /at work/) }
}

function createMeasure(trials: { readonly [side in SideName]: readonly Trial[] }, programs: Programs, grounds: Grounds): Engine['measure'] {
  const { api, worker, bareWorker } = programs
  const pids = (side: SideName) => ({
    api: side === 'product' ? api.identity.pid : undefined,
    worker: (side === 'product' ? worker : bareWorker).identity.pid,
    ...grounds.pids,
  })
  const used = (side: SideName) => Object.entries(pids(side)).map(([who, pid]) => [who, pid === undefined ? 0 : processorMs(pid)] as const)
  return async (side, clients, matters) => {
    const before = Object.fromEntries(used(side))
    const run = await runTrials(trials[side], clients, matters)
    const use = Object.fromEntries(used(side).map(([who, ms]) => [who, (ms - (before[who] ?? 0)) / matters]))
    return { ...run, use: use as ProcessorUse }
  }
}
