import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { AttachmentName } from '#web/parts/AttachmentName.tsx'
import { UploadInput } from '#web/parts/UploadInput.tsx'
import { useForm } from './form-state.ts'
import { findAt } from './pointer.ts'

/** Hands in files one by one; the form keeps their ids. */
export function AttachmentsInput({ pointer }: { readonly pointer: string }): ReactElement {
  const { t } = useTranslation()
  const { values, set, isReadOnly, place } = useForm()
  const held = findAt(values, pointer)
  const ids = Array.isArray(held) ? held.map(String) : []
  const remove = (id: string) =>
    set(
      pointer,
      ids.filter((one) => one !== id),
    )
  return (
    <div className="attachments">
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <AttachmentName id={id} />
            {!isReadOnly && (
              <button type="button" className="plain-danger" onClick={() => remove(id)}>
                {t('common.remove')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && <UploadInput place={place} onTaken={(files) => set(pointer, [...ids, ...files.map(({ id }) => id)])} />}
    </div>
  )
}
