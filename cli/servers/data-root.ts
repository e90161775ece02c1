import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { env, getuid } from 'node:process'
import { fileURLToPath } from 'node:url'
import { getServerUser, mayReach } from './postgres-program.ts'
import { reasonOf, ServerTrouble } from './trouble.ts'

/** Where root's data goes when the checkout is closed to PostgreSQL's user. */
const SYSTEM_ROOT = '/var/lib/conveyance'

/**
 * The folder of everything that is kept between runs: CONVEYANCE_DATA, else `.data` in the checkout. PostgreSQL never runs as root, so
 * where root works in a checkout that others may not enter (below /root), it is /var/lib/conveyance.
 */
export function getDataRoot(): string {
  if (env['CONVEYANCE_DATA']) return resolve(env['CONVEYANCE_DATA'])
  const checkout = resolve(fileURLToPath(new URL('../..', import.meta.url)))
  const inCheckout = join(checkout, '.data')
  if (getuid?.() !== 0) return inCheckout
  return mayReach(checkout, getServerUser()) ? inCheckout : SYSTEM_ROOT
}

/** The same folder, made where it is missing. Throws ServerTrouble where it cannot be written. */
export function openDataRoot(): string {
  const root = getDataRoot()
  try {
    mkdirSync(root, { recursive: true })
    accessSync(root, constants.W_OK | constants.X_OK)
    return root
  } catch (error) {
    throw new ServerTrouble(`The data folder ${root} cannot be used: ${reasonOf(error)}.`, 'name another: CONVEYANCE_DATA=… npm start')
  }
}
