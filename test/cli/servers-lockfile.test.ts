import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Locked = { version?: string; resolved?: string; optionalDependencies?: Record<string, string>; hasInstallScript?: boolean }

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { allowScripts: Record<string, boolean> }

describe('npm ci', () => {
  test('finds every platform package in the lockfile, so that it works on every platform and against every registry', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter((name) => findLocked(path, name)?.version === undefined),
    )
    expect(missing).toEqual([])
  })

  test('asks no registry by name: the lockfile carries none', () => {
    const bound = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined)
    expect(bound.map(([path]) => path)).toEqual([])
  })

  test('meets no install script nobody has decided on', () => {
    const scripted = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript === true)
    const names = scripted.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
    // A compiled part for Macs that ships ready-made; its script only runs where a compiler is wanted.
    const left = new Set(['fsevents'])
    expect(names.filter((name) => !(name in manifest.allowScripts) && !left.has(name))).toEqual([])
  })
})

/** Node's own way up: beside the package, then beside each package it lies in, then at the top. */
function findLocked(path: string, name: string): Locked | undefined {
  for (let from = path; ;) {
    const found = lock.packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`]
    if (found !== undefined || from === '') return found
    const up = from.lastIndexOf('/node_modules/')
    from = up < 0 ? '' : from.slice(0, up)
  }
}
