import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listFiles } from '#cli/project-copy.ts'

const root = join(import.meta.dirname, '..')
const tracked = listFiles(root)
const texts = tracked.filter((file) => /\.(ts|tsx|md|json|bpmn|sql|prisma|css|html|svg|yaml|yml|sh|patch)$|^\.[\w.]+$/.test(file))
const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** Places where `pattern` is found, as `file:line`. */
function findIn(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  )
}

describe('what is kept in the repository', () => {
  it('names no folder of the machine it was written on', () => {
    // Put together here, so that this file does not name them either.
    const folders = ['work', 'root', 'farm', 'tmp'].map((name) => `(?<![\\w.:~*-])/${name}/`)
    expect(findIn(texts, new RegExp(folders.join('|')))).toEqual([])
  })

  it('asks no registry by name', () => {
    expect(findIn(['.npmrc'], /registry\s*=|\/\//)).toEqual([])
    expect(findIn(['package-lock.json'], new RegExp(['"resolved": "http', 'npmmirror', 'registry.npmjs'].join('|')))).toEqual([])
  })

  it('promises nothing for later in a comment', () => {
    expect(findIn(texts, new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`))).toEqual([])
  })

  it('skips no test and singles none out', () => {
    const tests = tracked.filter((file) => /\.test\.tsx?$/.test(file))
    expect(
      findIn(
        tests,
        new RegExp(`\\b(it|test|describe)\\.(${['on' + 'ly', 'sk' + 'ip', 'to' + 'do'].join('|')})\\b|\\.retry\\(|retry:\\s*[1-9]`),
      ),
    ).toEqual([])
  })
})

describe('the documentation', () => {
  const pages = tracked.filter((file) => file.endsWith('.md'))

  it('links only to what there is', () => {
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].flatMap(([, link = '']) =>
        existsSync(join(root, dirname(page), link)) ? [] : [`${page}: ${link}`],
      ),
    )
    expect(broken).toEqual([])
  })

  it('tells each decision on at most thirty lines', () => {
    const decisions = pages.filter((page) => page.startsWith('docs/decisions/'))
    expect(decisions.filter((page) => read(page).trimEnd().split('\n').length > 30)).toEqual([])
  })

  it('names only npm scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: { readonly [name: string]: string } }
    const named = pages.flatMap((page) => [...read(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => ({ page, name })))
    expect(named.filter(({ name }) => scripts[name] === undefined)).toEqual([])
  })
})
