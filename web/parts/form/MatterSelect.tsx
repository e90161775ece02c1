import { Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page } from '#schemas/api/common.ts'
import type { MatterRow, MatterView } from '#schemas/api/matter.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { withQuery } from '#web/location.ts'
import { Link } from '#web/parts/Link.tsx'
import { usePause } from '#web/parts/pause.ts'

type MatterSelectProps = {
  readonly id: string
  readonly value: string | undefined
  /** The number, where it is known already; else the matter is asked for it. */
  readonly number: string | undefined
  readonly onChange: (matter: string | undefined) => void
  readonly isDisabled?: boolean
}

const searchPauseMs = 250

/** Finds a matter by its title or part of its number. */
export function MatterSelect({ id, value, number, onChange, isDisabled = false }: MatterSelectProps): ReactElement {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [isOpen, setOpen] = useState(false)
  const asked = usePause(words.trim(), searchPauseMs)
  const found = useAnswer<Page<MatterRow>>(isOpen ? withQuery('/api/matters', { q: asked, limit: '20' }) : undefined)
  const path = value === undefined ? undefined : `/matters/${encodeURIComponent(value)}`
  const chosen = useAnswer<MatterView>(path === undefined || number !== undefined ? undefined : `/api${path}`)
  const describe = (row: Pick<MatterRow, 'number' | 'title'>) => `${row.number} · ${row.title ?? t('tasks.untitled')}`
  const options = new Map<string, string>((found.data?.items ?? []).map((row) => [row.id, describe(row)]))
  const name = chosen.data === undefined ? (number ?? value) : describe(chosen.data)
  if (value !== undefined && name !== undefined && !options.has(value)) options.set(value, name)
  return (
    <>
      <Select
        id={id}
        className="person-select"
        value={value ?? null}
        onChange={(next: string | null) => onChange(next ?? undefined)}
        options={[...options].map(([matter, name]) => ({ value: matter, label: name }))}
        showSearch={{ filterOption: false, onSearch: setWords }}
        onOpenChange={setOpen}
        allowClear
        disabled={isDisabled}
        placeholder={t('form.findMatter')}
        notFoundContent={found.isFetching ? t('common.loading') : t('form.noMatter')}
      />
      {path !== undefined && (
        <div className="under">
          <Link to={path}>{t('task.toMatter')}</Link>
        </div>
      )}
    </>
  )
}
