import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Json } from '#domain/json.ts'

const algorithm = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16

/**
 * Seals bytes with AES-256-GCM: nonce, tag, ciphertext. `place` says where the bytes belong (table, ids); bytes moved elsewhere do
 * not open.
 */
export function seal(key: Buffer, place: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagLength }).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Opens what `seal` made. Throws when key, place or a single bit is another. */
export function unseal(key: Buffer, place: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceLength), { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
  return Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()])
}

/** Seals a JSON value. */
export function sealJson(key: Buffer, place: string, value: unknown): Buffer {
  return seal(key, place, Buffer.from(JSON.stringify(value)))
}

/** Opens a sealed JSON value; its shape is the writer's promise. */
export function unsealJson<T = Json>(key: Buffer, place: string, sealed: Uint8Array): T {
  return JSON.parse(unseal(key, place, sealed).toString('utf8')) as T
}
