import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { env } from 'node:process'
import { fillOnce, getCacheFolder } from './cache.ts'
import { resolveJava } from './java.ts'
import type { Report } from './report.ts'
import { closed } from './routes.ts'
import type { Sighting } from './routes.ts'
import { findOnPath, run } from './run.ts'
import { reasonOf } from './trouble.ts'

/** What is fetched from the Maven repository the machine's own client knows, with everything it needs to run. */
export type Coordinates = { group: string; artifact: string; version: string }

/** The class path of the fetched jars; undefined where they have not been fetched. */
export function findClassPath(wanted: Coordinates): string | undefined {
  const jars = join(getCacheFolder(wanted.artifact, wanted.version), 'jars')
  if (!existsSync(jars)) return undefined
  const names = readdirSync(jars).filter((name) => name.endsWith('.jar'))
  const isWhole = names.some((name) => name === `${wanted.artifact}-${wanted.version}.jar`)
  return isWhole
    ? names
        .toSorted()
        .map((name) => join(jars, name))
        .join(':')
    : undefined
}

/** Whether the Maven client is there. */
export function lookAtMaven(): Sighting {
  const path = findOnPath('mvn')
  return path === undefined ? closed('no mvn on PATH') : { state: 'fetchable', note: 'about 35 MB, seconds' }
}

/** Fetches an artifact and all it depends on with the `mvn` client. @returns the class path */
export async function fetchClassPath(wanted: Coordinates, report: Report): Promise<string> {
  const folder = getCacheFolder(wanted.artifact, wanted.version)
  await fillOnce(
    folder,
    () => findClassPath(wanted) !== undefined,
    async (draft) => await copyJars(wanted, draft, report),
    report,
  )
  const found = findClassPath(wanted)
  if (found === undefined) throw new Error(`Maven fetched no ${wanted.artifact}-${wanted.version}.jar`)
  return found
}

async function copyJars(wanted: Coordinates, draft: string, report: Report): Promise<void> {
  writeFileSync(join(draft, 'pom.xml'), renderPom(wanted))
  let count = 0
  const ran = await run('mvn', ['-B', '-ntp', 'dependency:copy-dependencies', '-DincludeScope=runtime', '-DoutputDirectory=jars'], {
    cwd: draft,
    env: await findJavaHome(report),
    limitMs: 900_000,
    onLine: (line) => {
      if (line.includes(' Copying ')) report(`${wanted.artifact} ${wanted.version}: ${(count += 1)} jars`)
    },
  })
  rmSync(join(draft, 'pom.xml'), { force: true })
  if (ran.code !== 0) throw new Error(reasonOf(findError(ran.stdout) ?? ran.stderr))
}

/** Maven is a Java program; where Java came from a Python package it has to be told. */
async function findJavaHome(report: Report): Promise<Record<string, string>> {
  if (env['JAVA_HOME'] || findOnPath('java') !== undefined) return {}
  return { JAVA_HOME: dirname(dirname((await resolveJava(report)).path)) }
}

function findError(output: string): string | undefined {
  return output
    .split('\n')
    .find((line) => line.startsWith('[ERROR]'))
    ?.slice('[ERROR]'.length)
}

/** The smallest project that asks for one artifact. */
function renderPom(wanted: Coordinates): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>conveyance</groupId><artifactId>jars</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>${wanted.group}</groupId><artifactId>${wanted.artifact}</artifactId><version>${wanted.version}</version></dependency>
  </dependencies>
</project>
`
}
