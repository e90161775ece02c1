import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '..')

export type Service = {
  readonly image: string
  readonly build?: string
  readonly command?: readonly string[]
  readonly environment?: { readonly [name: string]: string }
  readonly depends_on?: { readonly [service: string]: { readonly condition: string } }
  readonly deploy?: { readonly replicas: number }
  readonly volumes?: readonly string[]
  readonly ports?: readonly string[]
}

export type Compose = { readonly services: { readonly [name: string]: Service }; readonly volumes: { readonly [name: string]: null } }

/** The text of compose.yaml. */
export function readComposeText(): string {
  return readFileSync(join(root, 'compose.yaml'), 'utf8')
}

/** compose.yaml with its merges carried out. */
export function readCompose(): Compose {
  return parse(readComposeText(), { merge: true }) as Compose
}

/** A service's settings with its variables filled in: `${NAME:-default}` takes the default, the others what `given` says. */
export function settingsOf(service: Service, given: { readonly [name: string]: string }): { [name: string]: string } {
  const fill = (text: string) =>
    text.replaceAll(
      /\$\{(\w+)(?::([-?])([^}]*))?\}/g,
      (_, name: string, how?: string, fallback = '') => given[name] ?? (how === '-' ? fallback : ''),
    )
  return Object.fromEntries(Object.entries(service.environment ?? {}).map(([name, value]) => [name, fill(String(value))]))
}
