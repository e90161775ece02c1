import process from 'node:process'
import { openApi } from './house.ts'
import { openGrounds } from './real-servers.ts'
import { runCommand, untilStopped } from './until-stopped.ts'

/** `npm run start:api`: the HTTP door alone, on servers of one's own; any number of them. */
await runCommand(async () => {
  const stopped = untilStopped()
  const { grounds, close } = await openGrounds(process.env)
  try {
    const api = await openApi(grounds)
    process.stdout.write(`Conveyance API listens on ${api.url}\n`)
    await stopped
    await api.close()
  } finally {
    await close()
  }
})
