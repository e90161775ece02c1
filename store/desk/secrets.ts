import { createHash, randomBytes } from 'node:crypto'

/** A secret that a person carries (session, token, link): 256 bits, base64url. The store keeps its hash only. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Under what a secret is found. It is random and long, so one round of SHA-256 is enough. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
