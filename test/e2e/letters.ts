import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The names of the letters kept so far in a folder of mail. */
export function listLetters(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : []
}

/** The text of the letters that have come since `known` were there; bodies are base64. */
export function readLetters(folder: string, known: readonly string[] = []): string {
  const texts = listLetters(folder)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const letter = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      return Buffer.from(letter.slice(letter.indexOf('\n\n') + 2), 'base64').toString('utf8')
    })
  return texts.join('\n')
}
