import { Button, Input } from 'antd'
import { type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommentView } from '#schemas/api/comment.ts'
import type { MatterView } from '#schemas/api/matter.ts'
import { useAnswer, usePost } from '#web/api/hooks.ts'
import { namesOfMatter } from '#web/api/matters.ts'
import { useMe } from '#web/api/session.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { PersonSelect } from '#web/parts/form/PersonSelect.tsx'
import { dropKept, useKept } from '#web/parts/kept.ts'
import { InstantText } from '#web/parts/DayText.tsx'
import { LabelledSelect } from '#web/parts/office/LabelledInput.tsx'
import { RefusalNote } from '#web/parts/RefusalNote.tsx'
import { Tag } from '#web/parts/Tag.tsx'

const visibilities = ['matter', 'office', 'privileged'] as const
type Visibility = (typeof visibilities)[number]
const tones = { matter: 'plain', office: 'ink', privileged: 'red' } as const

/** What people wrote to each other, each with who may read it. */
export function CommentsTab({ matter }: { readonly matter: MatterView }): ReactElement {
  const { t } = useTranslation()
  const path = `/api/matters/${encodeURIComponent(matter.id)}/comments`
  const comments = useAnswer<{ items: readonly CommentView[] }>(path)
  return (
    <section className="block">
      <FaultNote fault={comments.error} />
      {comments.data?.items.length === 0 && <p className="quiet">{t('matter.commentsEmpty')}</p>}
      <ol className="comments">
        {(comments.data?.items ?? []).map((comment) => (
          <li key={comment.id} className={`comment comment-${comment.visibility}`}>
            <div className="comment-head">
              <strong>{comment.author.name}</strong>
              <Tag tone={tones[comment.visibility]}>{t(`matter.visibilities.${comment.visibility}`)}</Tag>
              <span className="quiet">
                <InstantText at={comment.at} />
              </span>
            </div>
            <p className="comment-text">{comment.text}</p>
            {comment.mentions.length > 0 && <p className="quiet">@{comment.mentions.map(({ name }) => name).join(' @')}</p>}
          </li>
        ))}
      </ol>
      {matter.may.comment.may ? (
        <NewComment matter={matter} path={path} />
      ) : (
        matter.may.comment.whyNot !== undefined && <RefusalNote refusal={matter.may.comment.whyNot} />
      )}
    </section>
  )
}

type Draft = { readonly text: string; readonly visibility: Visibility; readonly mentions: readonly string[] }
const empty: Draft = { text: '', visibility: 'matter', mentions: [] }

function NewComment({ matter, path }: { readonly matter: MatterView; readonly path: string }): ReactElement {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const place = `comment.${matter.id}`
  const [draft, setDraft] = useKept<Draft>(place, empty)
  const send = usePost<Draft, CommentView>(path)
  const isOffice = me?.roles.some(({ role }) => role !== 'inventor') ?? false
  const post = async () => {
    await send.mutateAsync({ ...draft, text: draft.text.trim() })
    setDraft(empty)
    dropKept(place)
  }
  return (
    <div className="stack new-comment">
      <TextInput value={draft.text} onChange={(text) => setDraft({ ...draft, text })} />
      {isOffice && <VisibilitySelect value={draft.visibility} onChange={(visibility) => setDraft({ ...draft, visibility })} />}
      <div>
        <label htmlFor="comment-mentions">{t('matter.mention')}</label>
        <PersonSelect
          id="comment-mentions"
          value={draft.mentions}
          onChange={(mentions) => setDraft({ ...draft, mentions })}
          most={20}
          names={namesOfMatter(matter)}
        />
      </div>
      <FaultNote fault={send.error} />
      <Button
        type="primary"
        disabled={draft.text.trim() === ''}
        loading={send.isPending}
        onClick={() => void post().catch(() => undefined)}
      >
        {t('common.send')}
      </Button>
    </div>
  )
}

function TextInput({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <div>
      <label htmlFor="comment-text">{t('matter.newComment')}</label>
      <Input.TextArea id="comment-text" autoSize={{ minRows: 2 }} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}

function VisibilitySelect({
  value,
  onChange,
}: {
  readonly value: Visibility
  readonly onChange: (value: Visibility) => void
}): ReactElement {
  const { t } = useTranslation()
  return (
    <div>
      <LabelledSelect
        label={t('matter.visibility')}
        value={value}
        onChange={(next) => onChange(next as Visibility)}
        options={visibilities.map((one) => ({ value: one, label: t(`matter.visibilities.${one}`) }))}
      />
      <p className="field-help">{t(`matter.visibilityHelp.${value}`)}</p>
    </div>
  )
}
