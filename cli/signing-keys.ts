import { join } from 'node:path'
import type { KeyStore } from '#activities/signing/key-store.ts'
import { openKeys } from '#activities/signing/open-keys.ts'
import type { Config } from '#schemas/config.ts'
import { getDataRoot } from './servers/data-root.ts'
import { reasonOf, ServerTrouble } from './servers/trouble.ts'

/** The key store of this installation. Throws ServerTrouble where its files cannot be read. */
export async function openSigningKeys(config: Config): Promise<KeyStore> {
  const folder = join(config.CONVEYANCE_DATA ?? getDataRoot(), 'signing-keys')
  try {
    return await openKeys(config, folder)
  } catch (error) {
    throw new ServerTrouble(
      `The signing keys in ${config.SIGNING_KEYS ?? folder} cannot be opened: ${reasonOf(error)}.`,
      'bring them back from the backup; their passphrase is SIGNING_PASSPHRASE',
    )
  }
}
