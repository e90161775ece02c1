import { openConfiguredKeys } from './configured-keys.ts'
import { openDemonstrationKeys } from './demonstration-keys.ts'
import type { KeyStore } from './key-store.ts'

/** The key store that the settings name, or the demonstration's own in `folder`. */
export async function openKeys(
  {
    SIGNING_KEYS: configured,
    SIGNING_PASSPHRASE: passphrase,
  }: { readonly SIGNING_KEYS?: string | undefined; readonly SIGNING_PASSPHRASE?: string | undefined },
  folder: string,
): Promise<KeyStore> {
  return configured === undefined ? openDemonstrationKeys(folder) : openConfiguredKeys(configured, passphrase ?? '')
}
