import type { ChangeEvent, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentView } from '#schemas/api/attachment.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { useUpload } from '#web/api/upload.ts'
import { AttachmentName } from '#web/parts/AttachmentName.tsx'
import { InstantText } from '#web/parts/DayText.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'
import { describeSize } from '#web/words/size.ts'

/** Files that were handed in, named by their content's hash. */
export function AttachmentsTab({ matter }: { readonly matter: string }): ReactElement {
  const { t } = useTranslation()
  const files = useAnswer<{ items: readonly AttachmentView[] }>(`/api/matters/${encodeURIComponent(matter)}/attachments`)
  const upload = useUpload({ matter })
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])]
    event.target.value = ''
    for (const file of chosen) await upload.mutateAsync(file)
  }
  return (
    <section className="block">
      <FaultNote fault={files.error ?? upload.error} />
      <Sheet<AttachmentView>
        caption={t('matter.tabs.attachments')}
        rows={files.data?.items ?? []}
        keyOf={(row) => row.id}
        empty={<p>{t('matter.attachmentsEmpty')}</p>}
        columns={[
          { key: 'name', title: t('matters.name'), isMain: true, cell: (row) => <AttachmentName id={row.id} name={row.name} size={describeSize(row.size)} /> },
          { key: 'by', title: t('common.name'), cell: (row) => row.uploadedBy.name },
          { key: 'at', title: t('common.on'), cell: (row) => <InstantText at={row.at} /> },
          { key: 'hash', title: 'SHA-256', cell: (row) => <code title={row.sha256}>{row.sha256.slice(0, 16)}</code> },
        ]}
      />
      <label className="upload">
        <input type="file" multiple onChange={(event) => void take(event).catch(() => undefined)} />
        {upload.isPending ? t('form.uploading', { name: upload.variables.name }) : t('form.upload')}
      </label>
    </section>
  )
}
