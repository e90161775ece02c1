import type { ChangeEvent, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentView } from '#schemas/api/attachment.ts'
import { useUpload } from '#web/api/upload.ts'
import { FaultNote } from './FaultNote.tsx'

type UploadInputProps = {
  readonly place: { readonly matter?: string; readonly task?: string }
  readonly onTaken?: (files: readonly AttachmentView[]) => void
}

/** Takes files and sends them, one after the other. */
export function UploadInput({ place, onTaken }: UploadInputProps): ReactElement {
  const { t } = useTranslation()
  const upload = useUpload(place)
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])]
    event.target.value = ''
    const taken: AttachmentView[] = []
    try {
      for (const file of chosen) taken.push(await upload.mutateAsync(file))
    } finally {
      onTaken?.(taken)
    }
  }
  return (
    <>
      <label className="upload">
        <input type="file" multiple onChange={(event) => void take(event).catch(() => undefined)} />
        {upload.isPending ? t('form.uploading', { name: upload.variables.name }) : t('form.upload')}
      </label>
      <FaultNote fault={upload.error} />
    </>
  )
}
