import { Button, Checkbox, Input, Popover } from 'antd'
import { useId, useState, type SubmitEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilterView } from '#schemas/api/filter.ts'
import { useAnswer, useDeed, usePost } from '#web/api/hooks.ts'
import { send } from '#web/api/request.ts'
import { useQueryText, withQuery } from '#web/location.ts'
import { FaultNote } from './FaultNote.tsx'
import { Link } from './Link.tsx'

type SavedFiltersProps = { readonly list: 'tasks' | 'matters'; readonly path: string }

/** Filters kept on the server, one's own and those colleagues share. */
export function SavedFilters({ list, path }: SavedFiltersProps): ReactElement {
  const { t } = useTranslation()
  const filters = useAnswer<{ items: readonly FilterView[] }>('/api/filters')
  const remove = useDeed<string, void>((id, press) => send('DELETE', `/api/filters/${encodeURIComponent(id)}`, {}, press))
  const mine = (filters.data?.items ?? []).filter((one) => one.list === list)
  return (
    <div className="saved-filters">
      {mine.length > 0 && (
        <ul aria-label={t('tasks.savedFilters')}>
          {mine.map((filter) => (
            <li key={filter.id}>
              <Link to={withQuery(path, textsOf(filter.query))}>{filter.name}</Link>
              {filter.mine && (
                <button type="button" aria-label={`${t('common.remove')} ${filter.name}`} onClick={() => remove.mutate(filter.id)}>
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Popover trigger="click" placement="bottomRight" content={<NewFilter list={list} />} destroyOnHidden>
        <Button type="link">{t('tasks.saveFilter')}</Button>
      </Popover>
    </div>
  )
}

function textsOf(query: FilterView['query']): { readonly [name: string]: string } {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]))
}

function NewFilter({ list }: { readonly list: 'tasks' | 'matters' }): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const query = useQueryText()
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  const save = usePost<object, FilterView>('/api/filters')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    query.delete('cursor')
    save.mutate({ name: name.trim(), list, query: Object.fromEntries(query), shared: isShared })
  }
  if (save.isSuccess) return <p role="status">{t('common.saved')}</p>
  return (
    <form className="stack" onSubmit={submit}>
      <div>
        <label htmlFor={id}>{t('tasks.filterName')}</label>
        <Input id={id} required value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <Checkbox checked={isShared} onChange={(event) => setShared(event.target.checked)}>
        {t('tasks.shareFilter')}
      </Checkbox>
      <FaultNote fault={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('common.save')}
      </Button>
    </form>
  )
}
