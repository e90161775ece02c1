import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fillOnce, getCacheFolder } from './cache.ts'
import { resolveJava } from './java.ts'
import { fetchClassPath, findClassPath, lookAtMaven } from './maven.ts'
import { silent } from './report.ts'
import type { Report } from './report.ts'
import { resolveTool } from './routes.ts'
import type { Sighting, Tool } from './routes.ts'
import { findOnPath, isExecutable, run } from './run.ts'
import { reasonOf, ServerTrouble } from './trouble.ts'

const JARS = { group: 'org.verapdf', artifact: 'validation-model', version: '1.30.2' }

/** A Java compiler that is itself a jar, for machines with a Java runtime only. */
const COMPILER = { group: 'org.eclipse.jdt', artifact: 'ecj', version: '3.33.0' }

/** The law's archive form of a paper (PDF/A-3a), or its accessibility (PDF/UA-1). */
export type Flavour = '3a' | 'ua1'

export type PdfVerdict = {
  file: string
  compliant: boolean
  /** One line per broken rule: clause and test, how often, what is wrong, where first. */
  failures: string[]
}

/** The PDF/A validator of the veraPDF consortium, the reference for the standard. Its path is a Java class path. */
export const veraPdf: Tool = {
  name: 'veraPDF',
  purpose: 'checks that issued papers are PDF/A-3a',
  remedy: 'apt-get install maven default-jdk-headless',
  routes: [
    {
      name: 'Maven',
      look: async () => lookAtJars(),
      fetch: async (report) => await fetchClassPath(JARS, report),
    },
  ],
}

function lookAtJars(): Sighting {
  const path = findClassPath(JARS)
  return path === undefined ? lookAtMaven() : { state: 'here', path, note: `veraPDF ${JARS.version}` }
}

/**
 * Checks files against PDF/A-3a (or PDF/UA-1) in one run of Java: two seconds, and some tenths a file.
 *
 * @throws ServerTrouble where veraPDF or Java cannot be had; Error where a file is absent
 */
export async function validatePdfA(files: readonly string[], flavour: Flavour = '3a', report: Report = silent): Promise<PdfVerdict[]> {
  if (files.length === 0) return []
  const absent = files.find((file) => !existsSync(file))
  if (absent !== undefined) throw new Error(`there is no file ${absent}`)
  const java = await resolveJava(report)
  const jars = (await resolveTool(veraPdf, report)).path
  const classes = await compileCheck(java.path, jars, report)
  const ran = await run(java.path, ['-Xshare:auto', '-cp', `${classes}:${jars}`, 'PdfCheck', flavour, ...files], {
    limitMs: 60_000 + files.length * 10_000,
  })
  const verdicts = readVerdicts(files, ran.stdout)
  if (ran.code === 0 && verdicts !== undefined) return verdicts
  throw new ServerTrouble(`veraPDF ended without a verdict: ${reasonOf(ran.stderr)}.`, 'npm run doctor shows Java and Maven')
}

/** Reads what `PdfCheck` wrote; undefined where a file has no verdict. */
export function readVerdicts(files: readonly string[], output: string): PdfVerdict[] | undefined {
  const lines = output.split('\n')
  const verdicts = files.map((file, index) => ({
    file,
    said: lines.find((line) => line.startsWith(`FILE ${index} `)),
    failures: lines.filter((line) => line.startsWith(`FAIL ${index} `)).map((line) => line.slice(`FAIL ${index} `.length)),
  }))
  if (verdicts.some(({ said }) => said === undefined)) return undefined
  return verdicts.map(({ file, said, failures }) => ({ file, compliant: said?.endsWith(' yes') === true, failures }))
}

/** Compiles the small Java program once per version of its text. @returns the folder of its classes */
async function compileCheck(javaPath: string, jars: string, report: Report): Promise<string> {
  const source = fileURLToPath(new URL('pdf-check.java', import.meta.url))
  const mark = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 12)
  const folder = getCacheFolder('pdf-check', `${JARS.version}-${mark}`)
  const isThere = (): boolean => existsSync(join(folder, 'PdfCheck.class'))
  await fillOnce(folder, isThere, async (draft) => await compile({ javaPath, jars, source, draft, report }), report)
  return folder
}

type Compiling = { javaPath: string; jars: string; source: string; draft: string; report: Report }

async function compile({ javaPath, jars, source, draft, report }: Compiling): Promise<void> {
  const args = ['-encoding', 'UTF-8', '-cp', jars, '-d', draft, source]
  const javac = [join(dirname(javaPath), 'javac'), findOnPath('javac')].find((path) => path !== undefined && isExecutable(path))
  const ran =
    javac === undefined
      ? await run(javaPath, ['-jar', await fetchCompiler(report), '-11', '-proc:none', ...args], { limitMs: 120_000 })
      : await run(javac, ['--release', '11', ...args], { limitMs: 120_000 })
  if (ran.code !== 0)
    throw new ServerTrouble(
      `pdf-check.java does not compile: ${reasonOf(ran.stderr || ran.stdout)}.`,
      'apt-get install default-jdk-headless',
    )
}

async function fetchCompiler(report: Report): Promise<string> {
  return (findClassPath(COMPILER) ?? (await fetchClassPath(COMPILER, report))).split(':').find((jar) => jar.includes('/ecj-')) ?? ''
}
