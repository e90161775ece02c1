import type { AttachmentView } from '#schemas/api/attachment.ts'
import { withQuery } from '#web/location.ts'
import { useDeed, type Deed } from './hooks.ts'
import { sendContent } from './request.ts'

type Place = { readonly matter?: string; readonly task?: string }

/** Sends a file to where it belongs. */
export function useUpload(place: Place): Deed<File, AttachmentView> {
  return useDeed<File, AttachmentView>((file, press) =>
    sendContent(
      'POST',
      withQuery('/api/attachments', { name: file.name, ...place }),
      { type: file.type || 'application/octet-stream', body: file },
      press,
    ),
  )
}
