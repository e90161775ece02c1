import type { ChangeEvent, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useUpload } from '#web/api/upload.ts'
import { AttachmentName } from '#web/parts/AttachmentName.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { useForm } from './form-state.ts'
import { findAt } from './pointer.ts'

/** Hands in files one by one; the form keeps their ids. */
export function AttachmentsInput({ pointer, label }: { readonly pointer: string; readonly label: string }): ReactElement {
  const { t } = useTranslation()
  const { values, set, isReadOnly, place } = useForm()
  const held = findAt(values, pointer)
  const ids = Array.isArray(held) ? held.map(String) : []
  const upload = useUpload(place)
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    const added: string[] = []
    for (const file of files) added.push((await upload.mutateAsync(file)).id)
    set(pointer, [...ids, ...added])
  }
  return (
    <div className="attachments">
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <AttachmentName id={id} />
            {!isReadOnly && (
              <button type="button" className="plain-danger" onClick={() => set(pointer, ids.filter((one) => one !== id))}>
                {t('common.remove')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && (
        <label className="upload">
          <input type="file" multiple onChange={(event) => void take(event).catch(() => undefined)} />
          {upload.isPending ? t('form.uploading', { name: upload.variables.name }) : label}
        </label>
      )}
      <FaultNote fault={upload.error} />
    </div>
  )
}
