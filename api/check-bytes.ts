import { deskRules } from '#domain/desk-rules.ts'
import { refuse } from '#domain/refusal.ts'
import { allowedTypes, isOfType } from './media-type.ts'
import { refusedBy } from './problem.ts'
import type { Call } from './route.ts'

/** The bytes, if they are neither nothing nor too much, and what they are said to be. Throws 422. */
export function checkBytes({ deps, bytes = Buffer.alloc(0), mediaType: type = '' }: Pick<Call, 'deps' | 'bytes' | 'mediaType'>): Buffer {
  const megabytes = deps.config.ATTACHMENT_MEGABYTES
  if (bytes.length === 0) throw refusedBy([refuse(deskRules.fileEmpty)])
  if (bytes.length > megabytes * 1024 * 1024) throw refusedBy([refuse(deskRules.fileTooLarge, { megabytes })])
  if (!allowedTypes.includes(type)) throw refusedBy([refuse(deskRules.fileType, { type, allowed: [...allowedTypes] })])
  if (!isOfType(bytes, type)) throw refusedBy([refuse(deskRules.fileDiffers, { type })])
  return bytes
}
