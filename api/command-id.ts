import { createHash, randomUUID } from 'node:crypto'
import canonicalize from 'canonicalize'

/** The id of a command: follows from who asks and his key, so that a repetition is known; random without a key. */
export function commandIdOf(institution: string, asker: string, key: string | undefined): string {
  return key === undefined ? randomUUID() : uuidOf(`${institution}/${asker}/${key}`)
}

/** The id of the matter a command opens. */
export function matterIdOf(commandId: string): string {
  return uuidOf(`matter/${commandId}`)
}

/** A UUID of the name-based kind (RFC 9562, version 8: SHA-256 cut to 122 bits). */
export function uuidOf(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Hash of a request's content, whatever the order of its keys. */
export function hashBody(body: unknown): string {
  return createHash('sha256')
    .update(canonicalize(body) ?? '')
    .digest('hex')
}
