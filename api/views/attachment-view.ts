import type { AttachmentView } from '#schemas/api/attachment.ts'
import type { Attachment } from '#store/desk/attachments.ts'
import type { Lookup } from './lookup.ts'

/** A file somebody handed in. */
export function viewAttachment(file: Attachment, lookup: Lookup): AttachmentView {
  const { id, name, mediaType, size, sha256, matter, task, uploadedBy, at, on } = file
  return {
    id,
    name,
    mediaType,
    size,
    sha256,
    on,
    ...(matter === undefined ? {} : { matter }),
    ...(task === undefined ? {} : { task }),
    uploadedBy: lookup.person(uploadedBy),
    at: new Date(at).toISOString(),
    href: `/api/attachments/${id}`,
  }
}
