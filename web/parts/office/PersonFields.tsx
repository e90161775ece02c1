import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '#web/api/hooks.ts'
import { faultsByField } from '#web/parts/form/faults.ts'
import { LabelledInput, LabelledSelect } from './LabelledInput.tsx'

/** A person as he is typed; what is empty is not sent. */
export type PersonDraft = { readonly [field: string]: string }

export const emptyPerson: PersonDraft = { name: '', employer: 'here', relation: 'staff', language: 'zh-CN' }

type PersonFieldsProps = { readonly draft: PersonDraft; readonly onChange: (draft: PersonDraft) => void; readonly fault: unknown }

const employers = ['here', 'elsewhere'] as const
const relations = ['staff', 'student', 'postdoc', 'visitor', 'left', 'outside'] as const
const idTypes = ['resident-id', 'passport', 'hk-macau-permit', 'taiwan-permit', 'unified-social-credit-code'] as const

/** The fields of a person; numbers go in and never come out. */
export function PersonFields({ draft, onChange, fault }: PersonFieldsProps): ReactElement {
  const { t } = useTranslation()
  const departments = useAnswer<{ items: readonly { id: string; name: string }[] }>('/api/departments')
  const faults = faultsByField(fault)
  const messageOf = (name: string) => {
    const first = faults[`/${name}`]?.[0]
    return first !== undefined && 'message' in first ? first.message : undefined
  }
  const line = (name: string, label: string, type: 'text' | 'date' | 'email' = 'text') => (
    <LabelledInput label={label} type={type} value={draft[name] ?? ''} fault={messageOf(name)} onChange={(value) => onChange({ ...draft, [name]: value })} />
  )
  const choice = (name: string, label: string, options: readonly { value: string; label: string }[], empty?: string) => (
    <LabelledSelect
      label={label}
      value={draft[name] ?? ''}
      options={options}
      {...(empty === undefined ? {} : { empty })}
      onChange={(value) => onChange({ ...draft, [name]: value })}
    />
  )
  return (
    <div className="columns">
      {line('name', t('common.name'))}
      {line('nameLatin', t('office.people.nameLatin'))}
      {choice('employer', t('office.people.employer'), employers.map((value) => ({ value, label: t(`office.people.employers.${value}`) })))}
      {draft['employer'] === 'elsewhere' && line('employerName', t('form.employerName'))}
      {choice('department', t('common.department'), (departments.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })), t('common.none'))}
      {choice('relation', t('office.people.relation'), relations.map((value) => ({ value, label: t(`office.people.relations.${value}`) })))}
      {line('title', t('office.people.titleOf'))}
      {line('mail', t('office.people.mail'), 'email')}
      {line('nationality', t('office.people.nationality'))}
      {choice('idType', t('office.people.idType'), idTypes.map((value) => ({ value, label: t(`office.people.idTypes.${value}`) })), t('common.none'))}
      {line('identity', t('office.people.identity'))}
      {line('account', t('office.people.account'))}
      <p className="field-help">{t('office.people.numbersLead')}</p>
    </div>
  )
}
