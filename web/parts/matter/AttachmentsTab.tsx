import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentView } from '#schemas/api/attachment.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { AttachmentName } from '#web/parts/AttachmentName.tsx'
import { InstantText } from '#web/parts/DayText.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'
import { UploadInput } from '#web/parts/UploadInput.tsx'
import { describeSize } from '#web/words/size.ts'

/** Files that were handed in, named by their content's hash. */
export function AttachmentsTab({ matter }: { readonly matter: string }): ReactElement {
  const { t } = useTranslation()
  const files = useAnswer<{ items: readonly AttachmentView[] }>(`/api/matters/${encodeURIComponent(matter)}/attachments`)
  return (
    <section className="block">
      <FaultNote fault={files.error} />
      <Sheet<AttachmentView>
        caption={t('matter.tabs.attachments')}
        rows={files.data?.items ?? []}
        keyOf={(row) => row.id}
        empty={<p>{t('matter.attachmentsEmpty')}</p>}
        columns={[
          {
            key: 'name',
            title: t('matters.name'),
            isMain: true,
            cell: (row) => <AttachmentName id={row.id} name={row.name} size={describeSize(row.size)} />,
          },
          { key: 'by', title: t('common.name'), cell: (row) => row.uploadedBy.name },
          { key: 'at', title: t('common.on'), cell: (row) => <InstantText at={row.at} /> },
          { key: 'hash', title: 'SHA-256', cell: (row) => <code title={row.sha256}>{row.sha256.slice(0, 16)}</code> },
        ]}
      />
      <UploadInput place={{ matter }} />
    </section>
  )
}
