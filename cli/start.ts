import process from 'node:process'
import { readConfig } from '#schemas/config.ts'
import { openServers } from './local-servers.ts'
import { createReport } from './servers/report.ts'
import { runCommand, unlessStopped, untilStopped } from './until-stopped.ts'

/** `npm start`: everything on one machine, with no set-up; Ctrl-C stops all of it. */
await runCommand(async () => {
  const config = readConfig(process.env)
  const stopped = untilStopped()
  const { report, end } = createReport(process.stdout)
  const opening = openServers(config, report)
  opening.catch(() => undefined)
  // The program itself is loaded while its servers start.
  const { openLocalHouse } = await import('./local-house.ts')
  // Wanted last, when the door is open already.
  const loading = import('./open-worker.ts')
  loading.catch(() => undefined)
  const servers = await unlessStopped(opening, stopped)
  try {
    const house = await unlessStopped(openLocalHouse({ config, servers, report }), stopped)
    end()
    process.stdout.write(`${house.greeting}\nCtrl-C stops everything.\n`)
    await Promise.race([stopped, house.ended, servers.lost])
    process.stdout.write('\nStopping …\n')
    await house.close()
  } finally {
    end()
    await servers.stop()
  }
})
