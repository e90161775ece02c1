import { Button } from 'antd'
import type { ChangeEvent, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { evidenceKeptDays } from '#domain/objection-limits.ts'
import type { EvidenceView } from '#schemas/api/notice.ts'
import { useDeed } from '#web/api/hooks.ts'
import { sendContent } from '#web/api/request.ts'
import { withQuery } from '#web/location.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'

const most = 5

type EvidenceProps = {
  readonly notice: string
  readonly files: readonly EvidenceView[]
  readonly onFiles: (files: readonly EvidenceView[]) => void
}

/** Files that go with an objection, sent one after the other before it. */
export function Evidence({ notice, files, onFiles }: EvidenceProps): ReactElement {
  const { t } = useTranslation()
  const upload = useDeed<File, EvidenceView>((file, press) =>
    sendContent(
      'POST',
      withQuery(`/api/notices/${notice}/evidence`, { name: file.name }),
      { type: file.type || 'application/octet-stream', body: file },
      press,
    ),
  )
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])].slice(0, most - files.length)
    event.target.value = ''
    let taken = files
    for (const file of chosen) {
      taken = [...taken, await upload.mutateAsync(file)]
      onFiles(taken)
    }
  }
  return (
    <div>
      <span className="field-name">{t('notice.evidence')}</span>
      <Files files={files} onFiles={onFiles} />
      {files.length < most && (
        <label className="upload">
          <input type="file" multiple onChange={(event) => void take(event).catch(() => undefined)} />
          {upload.isPending ? t('notice.sending', { name: upload.variables.name }) : t('notice.choose')}
        </label>
      )}
      <p className="field-help">{t('notice.evidenceHelp', { days: evidenceKeptDays })}</p>
      <FaultNote fault={upload.error} />
    </div>
  )
}

function Files({ files, onFiles }: Omit<EvidenceProps, 'notice'>): ReactElement {
  const { t } = useTranslation()
  return (
    <ul className="notice-files">
      {files.map((file) => (
        <li key={file.id}>
          {file.name}{' '}
          <Button
            size="small"
            aria-label={t('notice.remove', { name: file.name })}
            onClick={() => onFiles(files.filter((one) => one !== file))}
          >
            ×
          </Button>
        </li>
      ))}
    </ul>
  )
}
