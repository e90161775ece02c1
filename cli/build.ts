import { join } from 'node:path'
import process from 'node:process'
import { buildWeb } from './build-web.ts'
import { createReport } from './servers/report.ts'
import { runCommand } from './until-stopped.ts'
import { getWorkflowBundle } from './workflow-bundle.ts'

/** `npm run build`: the pages and the stories' bundle, from which production then starts at once. */
await runCommand(async () => {
  const { report, end } = createReport(process.stdout)
  await buildWeb(report)
  report('Bundling the stories …')
  const { codePath } = await getWorkflowBundle(join(import.meta.dirname, '..', 'dist'))
  end()
  process.stdout.write(`Built: dist/web and ${codePath}\n`)
})
