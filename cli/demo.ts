import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { createOffice } from './demo/office.ts'
import { castOf } from './demo/cast.ts'
import { keepPapers, summarise } from './demo/papers.ts'
import { assessAndFile, discloseInvention } from './demo/story.ts'
import { quietTemporal } from './quiet.ts'
import { createReport } from './servers/report.ts'
import { openSkippedHouse } from './skipped-house.ts'
import { runCommand } from './until-stopped.ts'

const out = join(import.meta.dirname, '..', 'out')

/** `npm run demo`: one invention of three inventors from report to paid reward, through the HTTP API, in skipped time. */
quietTemporal()
await runCommand(async () => {
  const begun = Date.now()
  const { report, end } = createReport(process.stdout)
  const house = await openSkippedHouse(report, { ...process.env, PORT: '0', REQUESTS_PER_MINUTE: '1000000' })
  end()
  try {
    let steps = 0
    const tell = (what: string) => process.stdout.write(`${String((steps += 1)).padStart(3)}  ${what}\n`)
    const office = createOffice({ url: house.url, password: 'demo-password-1', mailFolder: join(house.dataFolder, 'mail'), tell })
    const sysadmin = await office.as('sysadmin')
    const today = async () => (await sysadmin.get<{ today: string }>('/api/rehearsal')).today
    const pass = async (days: number) => {
      const { from, to, fired } = await sysadmin.post<{ from: string; to: string; fired: readonly unknown[] }>('/api/rehearsal/advance', {
        days,
      })
      tell(`time passes from ${from} to ${to}; ${fired.length} timers fired`)
    }
    const cast = await castOf(office)
    const { disclosure, assessment } = await discloseInvention(office, cast)
    await assessAndFile(office, cast, assessment, today, pass)
    rmSync(out, { recursive: true, force: true })
    mkdirSync(out, { recursive: true })
    const officer = await office.as('ipo_officer')
    const matters = [await keepPapers(officer, disclosure, out), await keepPapers(officer, assessment, out)]
    writeFileSync(join(out, 'summary.json'), `${JSON.stringify(summarise(matters), null, 2)}\n`)
    const papers = matters.reduce((sum, matter) => sum + matter.documents.length, 0)
    process.stdout.write(
      `\n${matters.length} matters, ${papers} papers in out/, summary in out/summary.json; ${Math.round((Date.now() - begun) / 1000)} s\n`,
    )
  } finally {
    await house.close()
  }
})
