import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { castOf } from './demo/cast.ts'
import { createOffice, type Office } from './demo/office.ts'
import { offerToAll, type Offered } from './demo/open-licence.ts'
import { keepPapers, summarise, type MatterSummary, type Resting } from './demo/papers.ts'
import { assessAndFile, discloseInvention, grantAndReward, type Course } from './demo/story.ts'
import { grantTitle, registerPatent, type Granted } from './demo/title-grant.ts'
import { verdictOn } from './demo/verdict.ts'
import { quietTemporal } from './quiet.ts'
import { createReport } from './servers/report.ts'
import { openSkippedHouse } from './skipped-house.ts'
import { runCommand, unlessStopped, untilStopped } from './until-stopped.ts'

const out = join(import.meta.dirname, '..', 'out')

/**
 * `npm run demo`: one invention of three inventors from report to paid reward and the grant of its title, and an older patent
 * offered to everybody, through the HTTP API, in skipped time.
 */
quietTemporal()
await runCommand(async () => {
  const begun = Date.now()
  const stopped = untilStopped()
  const { report, end } = createReport(process.stdout)
  const opening = openSkippedHouse(report, { ...process.env, PORT: '0', REQUESTS_PER_MINUTE: '1000000' })
  const house = await unlessStopped(opening, stopped)
  end()
  try {
    let steps = 0
    const tell = (what: string) => process.stdout.write(`${String((steps += 1)).padStart(3)}  ${what}\n`)
    const office = createOffice({ url: house.url, password: 'demo-password-1', mailFolder: join(house.dataFolder, 'mail'), tell })
    const course = await courseOf(office)
    const matters = await unlessStopped(
      play(office, course).then((played) => keepAll(office, played)),
      stopped,
    )
    const papers = matters.reduce((sum, matter) => sum + matter.documents.length, 0)
    const signed = matters.flatMap(({ documents }) => documents).find(({ signatures }) => signatures !== undefined)
    if (signed !== undefined) tell(`verify out/${signed.file}: ${await verdictOn(house, join(out, signed.file))}`)
    process.stdout.write(
      `\n${matters.length} matters, ${papers} papers in out/, summary in out/summary.json; ${Math.round((Date.now() - begun) / 1000)} s\n`,
    )
  } finally {
    await house.close()
  }
})

async function courseOf(office: Office): Promise<Course> {
  const sysadmin = await office.as('sysadmin')
  return {
    today: async () => (await sysadmin.get<{ today: string }>('/api/rehearsal')).today,
    async pass(days) {
      const { from, to, fired } = await sysadmin.post<{ from: string; to: string; fired: readonly unknown[] }>('/api/rehearsal/advance', {
        days,
      })
      office.tell(`time passes from ${from} to ${to}; ${fired.length} timers fired`)
    },
  }
}

type Played = { readonly disclosure: string; readonly assessment: string; readonly offered: Offered; readonly granted: Granted }

async function play(office: Office, course: Course): Promise<Played> {
  const cast = await castOf(office)
  const { disclosure, assessment } = await discloseInvention(office, cast)
  const filedOn = await assessAndFile(office, cast, assessment, course.today)
  const offered = await offerToAll(office, course)
  await course.pass(330)
  const grantedOn = await grantAndReward(office, assessment, course.today)
  const granted = await grantTitle(office, cast, course, await registerPatent(office, cast, { filedOn, grantedOn }))
  return { disclosure, assessment, offered, granted }
}

/** Everything of every matter goes into `out/`: papers, the bundle of the grant, the summary. */
async function keepAll(office: Office, { disclosure, assessment, offered, granted }: Played): Promise<MatterSummary[]> {
  const officer = await office.as('ipo_officer')
  const finance = await office.as('finance')
  const [prompt = '', short = '', late = ''] = offered.takeUps
  const resting: Resting[] = [
    { id: disclosure },
    { id: assessment },
    { id: offered.declaration },
    { id: offered.notice },
    { id: prompt, at: 'running' },
    { id: short, at: 'running' },
    { id: late },
    { id: granted.grant, at: 'monitoring' },
    { id: granted.notice },
    { id: granted.objection },
  ]
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const matters: MatterSummary[] = []
  for (const one of resting) matters.push(await keepPapers(officer, one, out))
  for (const id of offered.receipts) matters.push(await keepPapers(finance, { id }, out))
  const bundled = matters.find(({ id }) => id === granted.grant)
  writeFileSync(join(out, `${bundled?.number ?? 'grant'}-bundle.pdf`), await officer.made(`/api/matters/${granted.grant}/bundle`))
  office.tell('ipo_officer · has the papers of the title grant bound into one file')
  writeFileSync(join(out, 'summary.json'), `${JSON.stringify(summarise(matters), null, 2)}\n`)
  return matters
}
