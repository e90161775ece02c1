import { Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonRow } from '#schemas/api/person.ts'
import type { Page } from '#schemas/api/common.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { useNames } from '#web/api/names.ts'
import { withQuery } from '#web/location.ts'
import { usePause } from '#web/parts/pause.ts'

type PersonSelectProps = {
  readonly id: string
  readonly value: readonly string[]
  readonly onChange: (people: readonly string[]) => void
  readonly most: number
  readonly names?: { readonly [person: string]: string }
  readonly isDisabled?: boolean
  readonly label?: string
}

const searchPauseMs = 250

/** Finds people of the register by name. */
export function PersonSelect({ id, value, onChange, most, names = {}, isDisabled = false, label }: PersonSelectProps): ReactElement {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [isOpen, setOpen] = useState(false)
  const asked = usePause(words.trim(), searchPauseMs)
  const found = useAnswer<Page<PersonRow>>(isOpen ? withQuery('/api/people', { q: asked, limit: '20' }) : undefined)
  const known = useNames(value, names)
  const options = new Map<string, string>(value.map((person) => [person, known[person] ?? t('common.unknownPerson')]))
  for (const person of found.data?.items ?? []) options.set(person.id, describe(person))
  const single = most === 1
  return (
    <Select
      id={id}
      className="person-select"
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(single ? {} : { mode: 'multiple' as const, maxCount: most })}
      value={single ? (value[0] ?? null) : [...value]}
      onChange={(next: string | readonly string[] | null) =>
        onChange(next === null || next === undefined ? [] : typeof next === 'string' ? [next] : next)
      }
      options={[...options].map(([person, name]) => ({ value: person, label: name }))}
      showSearch={{ filterOption: false, onSearch: setWords }}
      onOpenChange={setOpen}
      allowClear
      disabled={isDisabled}
      placeholder={t('form.findPerson')}
      notFoundContent={found.isFetching ? t('common.loading') : t('form.noPerson')}
    />
  )
}

function describe({ name, department, employerName, title }: PersonRow): string {
  const place = department?.name ?? employerName
  return [name, title, place].filter((part) => part !== undefined && part !== '').join(' · ')
}
