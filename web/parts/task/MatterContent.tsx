import { Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldRemark } from '#domain/state.ts'
import type { MatterView } from '#schemas/api/matter.ts'
import { useContent } from '#web/api/content.ts'
import { describeDay } from '#web/words/days.ts'
import { Facts } from '#web/parts/Facts.tsx'

type MatterContentProps = {
  readonly matter: MatterView | undefined
  readonly names: { readonly [person: string]: string }
  readonly remarks?: readonly FieldRemark[]
  readonly onRemarks?: (remarks: readonly FieldRemark[]) => void
}

/** What the matter says as it stands; where it can be returned, each field takes a remark. */
export function MatterContent({ matter, names, remarks = [], onRemarks }: MatterContentProps): ReactElement | null {
  const { t, i18n } = useTranslation()
  const content = useContent(matter)
  if (content === undefined) return null
  const put = (field: string, remark: string) => {
    const others = remarks.filter((one) => one.field !== field)
    onRemarks?.(remark.trim() === '' ? others : [...others, { field, remark }])
  }
  const beside = (pointer: string, label: string) => (
    <RemarkInput
      label={label}
      remark={remarks.find(({ field }) => field === pointer)?.remark ?? ''}
      onChange={(remark) => put(pointer, remark)}
    />
  )
  return (
    <details className="block" open>
      <summary>
        <h2>{t('task.matterOpens')}</h2>
      </summary>
      {content.revisedOn !== undefined && (
        <p className="notice">{t('matter.revised', { date: describeDay(content.revisedOn, i18n.language) })}</p>
      )}
      <Facts value={content.data} form={matter?.form} names={names} {...(onRemarks === undefined ? {} : { beside })} />
    </details>
  )
}

type RemarkInputProps = { readonly label: string; readonly remark: string; readonly onChange: (remark: string) => void }

function RemarkInput({ label, remark, onChange }: RemarkInputProps): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(remark !== '')
  const name = t('task.remarkOn', { field: label })
  if (!isOpen) {
    return (
      <button type="button" className="remark-add" aria-label={name} onClick={() => setOpen(true)}>
        {t('task.addRemark')}
      </button>
    )
  }
  return (
    <Input.TextArea
      className="remark-input"
      aria-label={name}
      placeholder={name}
      autoSize={{ minRows: 1, maxRows: 5 }}
      autoFocus={remark === ''}
      value={remark}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
