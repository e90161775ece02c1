import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Json, JsonObject } from '#domain/json.ts'
import type { Citation } from '#domain/refusal.ts'
import type { FormView } from '#schemas/api/form.ts'
import { Citations } from './Citations.tsx'
import { isCitations, isGroup, isTwoTongued } from './fact-kind.ts'
import { findLabel } from './form/labels.ts'
import { below } from './form/pointer.ts'
import { ValueText } from './ValueText.tsx'

type FactsProps = {
  readonly value: JsonObject
  readonly form?: Pick<FormView, 'labels' | 'values'> | undefined
  readonly names?: { readonly [person: string]: string }
  /** Pointers to be marked as changed. */
  readonly changed?: readonly string[]
  /** What stands beside a field, e.g. a way to remark on it. */
  readonly beside?: (pointer: string, label: string) => ReactNode
}

type PartProps = FactsProps & { readonly pointer: string; readonly part: Json; readonly name: string }

/** What was entered or found, read like a form that is filled in. */
export function Facts(props: FactsProps): ReactElement {
  const { t } = useTranslation()
  if (Object.keys(props.value).length === 0) return <p className="quiet">{t('facts.none')}</p>
  return <Entries {...props} pointer="" part={props.value} name="" />
}

function Entries(props: PartProps): ReactElement {
  return (
    <dl className="facts">
      {Object.entries(props.part as JsonObject).map(([name, part]) => (
        <Entry key={name} {...props} name={name} part={part} pointer={below(props.pointer, name)} />
      ))}
    </dl>
  )
}

function Entry(props: PartProps): ReactElement {
  const { t } = useTranslation()
  const { pointer, name, form, names = {}, changed = [], beside } = props
  const known = t(`facts.names.${name}` as 'facts.names.novelty', { defaultValue: name })
  const label = findLabel(form?.labels ?? {}, pointer)?.label ?? names[name] ?? known
  const isChanged = changed.includes(pointer)
  const isWide = isGroup(props.part)
  const mark = isWide ? 'fact-wide' : ''
  // Under a person's name stands his share.
  const named = names[name] === undefined ? name : 'shareBp'
  return (
    <>
      <dt className={mark}>{label}</dt>
      <dd className={isChanged ? `${mark} fact-changed` : mark} data-pointer={pointer}>
        <Part {...props} name={named} />
        {isChanged && <span className="mark">{t('task.changed')}</span>}
        {!isWide && beside?.(pointer, label)}
      </dd>
    </>
  )
}

function Part(props: PartProps): ReactElement {
  const { part, name, form, names } = props
  const { i18n } = useTranslation()
  if (isCitations(part)) return <Citations citations={part as unknown as readonly Citation[]} />
  if (isTwoTongued(part)) return <>{part[i18n.language === 'en' ? 'en' : 'zh']}</>
  if (Array.isArray(part)) return <List {...props} items={part as readonly Json[]} />
  if (typeof part === 'object' && part !== null) return <Entries {...props} />
  return <ValueText name={name} value={part} values={form?.values ?? {}} {...(names === undefined ? {} : { names })} />
}

function List({ items, ...props }: PartProps & { readonly items: readonly Json[] }): ReactElement {
  const { t } = useTranslation()
  if (items.length === 0) return <span className="quiet">{t('common.none')}</span>
  return (
    <ol className={isGroup([...items]) ? 'facts-cards' : 'facts-list'}>
      {items.map((item, index) => (
        <li key={index}>
          <Part {...props} part={item} pointer={below(props.pointer, index)} />
        </li>
      ))}
    </ol>
  )
}
