import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { objectionChannels } from '#domain/notice-objection-forms.ts'
import type { AttachmentView } from '#schemas/api/attachment.ts'
import type { NoticeView } from '#schemas/api/notice.ts'
import { useAnswer, usePost } from '#web/api/hooks.ts'
import { goTo } from '#web/location.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { groundIn } from '#web/parts/notice/labels.ts'
import { emptyLetter, isSendable, LetterFields, letterOf } from '#web/parts/notice/LetterFields.tsx'
import { LabelledInput, LabelledSelect } from '#web/parts/office/LabelledInput.tsx'
import { Page } from '#web/parts/Page.tsx'
import { UploadInput } from '#web/parts/UploadInput.tsx'

/** Where the office enters an objection that came by letter, mail, telephone or in person. */
export function NoticeLetterPage({ id }: { readonly id: string }): ReactElement {
  const { t, i18n } = useTranslation()
  const path = `/api/notices/${encodeURIComponent(id)}`
  const notice = useAnswer<NoticeView>(path)
  const [letter, setLetter] = useState(emptyLetter)
  const [channel, setChannel] = useState('letter')
  const [receivedOn, setReceivedOn] = useState('')
  const [files, setFiles] = useState<readonly AttachmentView[]>([])
  const enter = usePost<object, { readonly id: string }>(`${path}/letters`)
  const channels = objectionChannels.filter((one) => one !== 'online').map((one) => ({ value: one, label: groundIn(one, i18n.language) }))
  const send = () =>
    enter.mutate(
      { ...letterOf(letter), evidence: files.map((file) => file.id), channel, receivedOn },
      { onSuccess: (opened) => goTo(`/matters/${opened.id}`) },
    )
  return (
    <Page title={t('notice.letterTitle')} lead={notice.data === undefined ? '' : `${notice.data.number} ${notice.data.title}`}>
      <FaultNote fault={notice.error} />
      <section className="block stack">
        <LabelledSelect label={t('notice.channel')} value={channel} options={channels} onChange={setChannel} />
        <LabelledInput
          label={t('notice.letterCameOn')}
          type="date"
          value={receivedOn}
          onChange={setReceivedOn}
          help={t('notice.letterHelp')}
        />
        <LetterFields letter={letter} onChange={setLetter} />
        <Files files={files} onFiles={setFiles} />
        <FaultNote fault={enter.error} />
        <Button type="primary" disabled={!isSendable(letter) || receivedOn === ''} loading={enter.isPending} onClick={send}>
          {t('notice.enterLetter')}
        </Button>
      </section>
    </Page>
  )
}

type FilesProps = { readonly files: readonly AttachmentView[]; readonly onFiles: (files: readonly AttachmentView[]) => void }

function Files({ files, onFiles }: FilesProps): ReactElement {
  return (
    <div>
      <UploadInput place={{}} onTaken={(taken) => onFiles([...files, ...taken].slice(0, 5))} />
      <ul>
        {files.map((file) => (
          <li key={file.id}>{file.name}</li>
        ))}
      </ul>
    </div>
  )
}
