import process from 'node:process'
import { buildWeb, isWebCurrent } from './build-web.ts'
import { demonstrationAccounts } from './seed.ts'
import { quietTemporal } from './quiet.ts'
import { createReport } from './servers/report.ts'
import { openSkippedHouse } from './skipped-house.ts'
import { runCommand, unlessStopped, untilStopped } from './until-stopped.ts'

/** `npm run rehearse`: the whole application on skipped time; `sysadmin` walks the days by POST /api/rehearsal/advance. */
quietTemporal()
await runCommand(async () => {
  const stopped = untilStopped()
  const { report, end } = createReport(process.stdout)
  if (!isWebCurrent()) await buildWeb(report)
  const house = await unlessStopped(openSkippedHouse(report, process.env), stopped)
  end()
  process.stdout.write(
    `\nRehearsal is ready: ${house.url}\nAccounts (password demo-password-1): ${demonstrationAccounts.join('  ')}\n` +
      'sysadmin moves time: POST /api/rehearsal/advance {"days": 7}. Nothing is kept when this ends. Ctrl-C ends it.\n',
  )
  await stopped
  await house.close()
})
