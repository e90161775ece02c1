import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The master key of a data folder (base64 of 32 bytes), made once; without it nothing sealed there can be read again. */
export function getMasterKey(dataRoot: string): string {
  const file = join(dataRoot, 'master.key')
  if (!existsSync(file)) {
    mkdirSync(dataRoot, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(file, 'utf8').trim()
}
