import { env, exit, stdout } from 'node:process'
import { getCacheRoot } from './servers/cache.ts'
import { chromium } from './servers/chromium.ts'
import { java } from './servers/java.ts'
import { go, maven, node, pdftoppm, pdftotext, pip, postgres } from './servers/programs.ts'
import { closed, surveyTool } from './servers/routes.ts'
import type { Tool } from './servers/routes.ts'
import { isHealthy, renderSurvey } from './servers/survey.ts'
import { temporalCli } from './servers/temporal-cli.ts'
import { testServer } from './servers/test-server.ts'
import { veraPdf } from './servers/verapdf.ts'

/** A Temporal server of one's own stands before every way to the command that starts one. */
const temporal: Tool = {
  ...temporalCli,
  name: 'Temporal',
  routes: [
    {
      name: 'TEMPORAL_ADDRESS',
      look: async () => (env['TEMPORAL_ADDRESS'] ? { state: 'here', path: env['TEMPORAL_ADDRESS'], note: 'yours' } : closed('not set')),
    },
    ...temporalCli.routes,
  ],
}

/** Without these the application does not run; the rest is for tests, or a way to one of these. */
const NEEDED: readonly Tool[] = [node, postgres, temporal, testServer]
const REST: readonly Tool[] = [java, go, maven, pip, chromium, pdftotext, pdftoppm, veraPdf]

const tools = await Promise.all(
  [...NEEDED, ...REST].map(async (tool) => ({ tool, surveys: await surveyTool(tool), needed: NEEDED.includes(tool) })),
)
stdout.write(`${renderSurvey(tools)}
✓ here   ↓ will be fetched when first needed   ○ missing, not needed to run   ✗ missing
→ the way that is taken. What is fetched is kept in ${getCacheRoot()}
`)
exit(isHealthy(tools) ? 0 : 1)
