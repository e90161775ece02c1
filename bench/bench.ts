import process from 'node:process'
import { parseArgs } from 'node:util'
import { startEngine, type Engine, type Measured, type SideName } from './engine.ts'
import { makeHouse } from './house.ts'
import { addClosedTasks, addOpenTasks, measureLists } from './lists.ts'
import { measurePaper, measureWhileDrawing } from './papers.ts'
import { isReached, readConditions, renderResults, writeResults, type Finding } from './report.ts'
import { measureSecondStart } from './starts.ts'
import { median } from './trial.ts'

/** `npm run bench`: what the engine costs beside bare Temporal on the same servers, in ratios. */
const { values: options } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    matters: { type: 'string', default: '40' },
    only: { type: 'string', multiple: true, default: [] },
  },
})
const rounds = Number(options.rounds)
const matters = Number(options.matters)

type Round = { readonly [side in SideName]: { readonly 1: Measured; readonly 8: Measured } }

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

async function runRound(engine: Engine, order: readonly SideName[]): Promise<Round> {
  const measured: { [side: string]: { [clients: number]: Measured } } = { bare: {}, product: {} }
  for (const clients of [1, 8] as const) {
    for (const side of order) {
      const run = await engine.measure(side, clients, clients === 1 ? matters : matters * 2)
      say(`  ${side.padEnd(8)} ${clients} clients: ${run.mattersPerSecond.toFixed(1)} matters/s, next task after ${run.p50.toFixed(1)} ms`)
      Object.assign(measured[side] ?? {}, { [clients]: run })
    }
  }
  return measured as unknown as Round
}

async function compareSides(engine: Engine): Promise<Finding[]> {
  const names: readonly SideName[] = ['bare', 'product']
  say('Warming up …')
  for (const side of names) await engine.measure(side, 8, matters)
  const all: Round[] = []
  for (let count = 1; count <= rounds; count += 1) {
    say(`Round ${count} of ${rounds}`)
    all.push(await runRound(engine, count % 2 === 1 ? names : names.toReversed()))
  }
  return [speed(all, 1), speed(all, 8), latency(all), ...processorUse(all)]
}

function speed(all: readonly Round[], clients: 1 | 8): Finding {
  const of = (side: SideName) => median(all.map((round) => round[side][clients].mattersPerSecond)).toFixed(1)
  const value = median(all.map((round) => round.product[clients].mattersPerSecond / round.bare[clients].mattersPerSecond))
  const note = `matters a second ${of('product')} : ${of('bare')}`
  return {
    what: `matters a second at ${clients} ${clients === 1 ? 'client' : 'clients'}, to bare`,
    value,
    unit: '×',
    goal: { atLeast: 0.85 },
    note,
  }
}

function latency(all: readonly Round[]): Finding {
  const of = (side: SideName) => median(all.map((round) => round[side][1].p50)).toFixed(1)
  const value = median(all.map((round) => round.product[1].p50 / round.bare[1].p50))
  return {
    what: 'completion to next task, p50 at 1 client, to bare',
    value,
    unit: '×',
    goal: { atMost: 1.15 },
    note: `ms ${of('product')} : ${of('bare')}`,
  }
}

function processorUse(all: readonly Round[]): Finding[] {
  const who = ['api', 'worker', 'temporal', 'postgres'] as const
  return ([1, 8] as const).map((clients) => {
    const of = (side: SideName) => who.map((one) => median(all.map((round) => round[side][clients].use[one])))
    const sum = (side: SideName) => of(side).reduce((total, ms) => total + ms, 0)
    const list = (side: SideName) =>
      of(side)
        .map((ms, place) => `${who[place]} ${ms.toFixed(0)}`)
        .join(', ')
    const note = `ms a matter: ${list('product')} — bare: ${list('bare')}`
    return { what: `processor time a matter at ${clients}, to bare`, value: sum('product') / sum('bare'), unit: '×', note }
  })
}

async function compareDrawing(engine: Engine): Promise<Finding[]> {
  say('Ten papers in the drawing pool …')
  const runs = []
  for (let count = 0; count < Math.min(rounds, 3); count += 1) runs.push(await measureWhileDrawing(engine, matters / 2))
  const value = median(runs.map(({ quiet, drawing }) => drawing / quiet))
  const note = `ms ${median(runs.map((run) => run.drawing)).toFixed(1)} : ${median(runs.map((run) => run.quiet)).toFixed(1)}`
  return [{ what: 'completion to next task while ten papers are drawn, to quiet', value, unit: '×', goal: { atMost: 1.25 }, note }]
}

async function compareLists(engine: Engine): Promise<Finding[]> {
  const [ask] = engine.askers
  if (ask === undefined) throw new Error('Nobody asks')
  say('Lists of ten thousand open tasks …')
  await addOpenTasks(engine.grounds, 10_000)
  const open = await measureLists(ask)
  say('… and a million closed ones')
  await addClosedTasks(engine.grounds, 1_000_000)
  const closed = await measureLists(ask)
  const goal = { atMost: 5 }
  return [
    { what: 'page of 50 of 10,000 open tasks', value: open.page, unit: 'ms', goal },
    { what: 'counts of 10,000 open tasks', value: open.counts, unit: 'ms', goal },
    {
      what: 'the page with 1,000,000 closed tasks, to without',
      value: closed.page / open.page,
      unit: '×',
      goal: { atMost: 1.25 },
      note: `${closed.page.toFixed(2)} ms`,
    },
    {
      what: 'the counts with 1,000,000 closed tasks, to without',
      value: closed.counts / open.counts,
      unit: '×',
      goal: { atMost: 1.25 },
      note: `${closed.counts.toFixed(2)} ms`,
    },
  ]
}

async function main(): Promise<void> {
  const isWanted = (part: string) => options.only.length === 0 || options.only.includes(part)
  const conditions = readConditions(rounds)
  const findings: Finding[] = []
  if (isWanted('paper'))
    findings.push({ what: 'a Chinese paper of two pages, warm', value: await measurePaper(), unit: 'ms', goal: { atMost: 60 } })
  const house = await makeHouse()
  try {
    if (isWanted('start')) {
      say('Starting everything again and again …')
      const { healthy, opened } = await measureSecondStart(house.folder, rounds)
      findings.push({ what: 'second `npm start` to /healthz', value: healthy, unit: 's', goal: { atMost: 3 } })
      findings.push({ what: 'second `npm start` to the first matter opened', value: opened, unit: 's', goal: { atMost: 8 } })
    }
    const parts = { engine: compareSides, drawing: compareDrawing, lists: compareLists }
    const wanted = Object.entries(parts).filter(([name]) => isWanted(name))
    if (wanted.length > 0) {
      const engine = await startEngine(house.folder)
      try {
        for (const [, part] of wanted) findings.push(...(await part(engine)))
      } finally {
        await engine.close()
      }
    }
  } finally {
    await house.remove()
  }
  const results = { day: new Date().toISOString().slice(0, 10), conditions, findings }
  process.stdout.write(`${renderResults(results)}\n`)
  if (options.write) say(`Kept in ${await writeResults(results)}`)
  const missed = findings.filter((finding) => !isReached(finding))
  if (missed.length > 0) say(`Missed: ${missed.map((one) => one.what).join('; ')}`)
}

await main()
