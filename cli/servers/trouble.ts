import { stripVTControlCharacters } from 'node:util'

/**
 * A tool or a server that could not be had. The message is one sentence for the person at the terminal:
 * what was tried, and the one line that would fix it.
 */
export class ServerTrouble extends Error {
  readonly remedy: string

  constructor(what: string, remedy: string) {
    super(`${what} Remedy: ${remedy}`)
    this.name = 'ServerTrouble'
    this.remedy = remedy
  }
}

/** The text of whatever was thrown, on one line, without colours, at most `length` characters. */
export function reasonOf(thrown: unknown, length = 200): string {
  const said = stripVTControlCharacters(thrown instanceof Error ? thrown.message : String(thrown))
  const text = said.replaceAll(/\s+/g, ' ').trim()
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}
