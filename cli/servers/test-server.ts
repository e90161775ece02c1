import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import { getCacheFolder } from './cache.ts'
import { resolveJava } from './java.ts'
import { fetchClassPath, findClassPath, lookAtMaven } from './maven.ts'
import { closed } from './routes.ts'
import type { Sighting, Tool } from './routes.ts'
import { isExecutable } from './run.ts'
import { fetchVendorProgram, lookAtVendor, probeVendor, SDK_VERSION } from './vendor.ts'

const JARS = { group: 'io.temporal', artifact: 'temporal-test-server', version: '1.32.0' }

/** Temporal's server whose clock can be moved: rehearsal, demo and process tests run on it. */
export const testServer: Tool = {
  name: 'Temporal test server',
  purpose: 'lets a year of a matter pass in a minute (rehearse, demo, process tests)',
  remedy: 'apt-get install maven default-jre-headless (or set TEMPORAL_TEST_SERVER_PATH)',
  routes: [
    { name: 'TEMPORAL_TEST_SERVER_PATH', look: async () => lookAtFile(env['TEMPORAL_TEST_SERVER_PATH']) },
    { name: 'the cached download of the SDK', look: async () => lookAtFile(join(tmpdir(), `temporal-test-server-${SDK_VERSION}`)) },
    {
      name: "the vendor's download",
      look: async () => lookAtVendor('temporal-test-server'),
      probe: async () => await probeVendor('temporal-test-server'),
      fetch: async (report) => await fetchVendorProgram('temporal-test-server', report),
    },
    {
      name: 'Maven and Java',
      look: async () => await lookAtJars(),
      fetch: async (report) => {
        const classPath = await fetchClassPath(JARS, report)
        return writeWrapper((await resolveJava(report)).path, classPath)
      },
    },
  ],
}

function lookAtFile(path: string | undefined): Sighting {
  if (path === undefined || path === '') return closed('not set')
  if (!existsSync(path)) return closed('absent')
  return isExecutable(path) ? { state: 'here', path, note: '' } : closed(`${path} cannot be executed`)
}

async function lookAtJars(): Promise<Sighting> {
  const classPath = findClassPath(JARS)
  if (classPath === undefined) return lookAtMaven()
  const found = await resolveJava(() => {})
  return { state: 'here', path: writeWrapper(found.path, classPath), note: found.note }
}

/** A JVM that starts fast and stays small: this server lives for a minute on a machine with two processors. */
const JVM = '-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xmx768m'

/** The jars as one program, which is the form in which the SDK takes a test server. */
function writeWrapper(javaPath: string, classPath: string): string {
  const folder = getCacheFolder(JARS.artifact, JARS.version)
  const path = join(folder, 'temporal-test-server')
  const text = `#!/bin/sh\nexec "${javaPath}" ${JVM} -cp "${classPath}" io.temporal.testserver.TestServer "$@"\n`
  mkdirSync(folder, { recursive: true })
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
  chmodSync(path, 0o755)
  return path
}
