import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const nodeModules = join(import.meta.dirname, '..', '..', 'node_modules')

/** The bundle as the isolate evaluates it. */
export function withoutSourceMap(code: string): string {
  return code.replace(/\n\/\/# sourceMappingURL=[^\n]*\s*$/, '\n')
}

/** The files a bundle was made of, as the bundler names them; its own glue (without a path) is left out. */
export function listModules(code: string): string[] {
  return [...code.matchAll(/^\/\*{3}\/ "(\.[^"?]+)[^"]*"/gm)].flatMap((match) => match[1] ?? [])
}

/** A package and everything it depends on, by name. */
export function withDependencies(name: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(name)) return known
  known.add(name)
  const { dependencies } = JSON.parse(readFileSync(join(nodeModules, name, 'package.json'), 'utf8')) as {
    readonly dependencies?: { readonly [name: string]: string }
  }
  for (const dependency of Object.keys(dependencies ?? {})) withDependencies(dependency, known)
  return known
}

/** The package that a bundled file belongs to, or undefined for a file of our own. */
export function packageOf(module: string): string | undefined {
  return module.split('/node_modules/').at(1) === undefined
    ? undefined
    : /\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/.exec(module)?.[1]
}
