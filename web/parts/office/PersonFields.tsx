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
  const put = (name: string) => (value: string) => onChange({ ...draft, [name]: value })
  const lines = linesOf(draft).map(([name, label]) => ({ name, label: t(label) }))
  const choices = [
    { name: 'employer', label: t('office.people.employer'), options: employers.map((one) => [one, t(`office.people.employers.${one}`)]) },
    {
      name: 'department',
      label: t('common.department'),
      options: (departments.data?.items ?? []).map(({ id, name }) => [id, name]),
      empty: true,
    },
    { name: 'relation', label: t('office.people.relation'), options: relations.map((one) => [one, t(`office.people.relations.${one}`)]) },
    {
      name: 'idType',
      label: t('office.people.idType'),
      options: idTypes.map((one) => [one, t(`office.people.idTypes.${one}`)]),
      empty: true,
    },
  ]
  return (
    <div className="columns">
      {lines.map(({ name, label }) => (
        <LabelledInput key={name} label={label} value={draft[name] ?? ''} fault={messageOf(fault, name)} onChange={put(name)} />
      ))}
      {choices.map(({ name, label, options, empty }) => (
        <LabelledSelect
          key={name}
          label={label}
          value={draft[name] ?? ''}
          options={options.map(([value = '', text = '']) => ({ value, label: text }))}
          {...(empty === true ? { empty: t('common.none') } : {})}
          onChange={put(name)}
        />
      ))}
      <p className="field-help">{t('office.people.numbersLead')}</p>
    </div>
  )
}

/** The lines to fill in and their words; an employer's name only where it is another one. */
function linesOf(draft: PersonDraft) {
  return [
    ['name', 'common.name'],
    ['nameLatin', 'office.people.nameLatin'],
    ...(draft['employer'] === 'elsewhere' ? ([['employerName', 'form.employerName']] as const) : []),
    ['title', 'office.people.titleOf'],
    ['mail', 'office.people.mail'],
    ['nationality', 'office.people.nationality'],
    ['identity', 'office.people.identity'],
    ['account', 'office.people.account'],
  ] as const
}

function messageOf(fault: unknown, name: string): string | undefined {
  const first = faultsByField(fault)[`/${name}`]?.[0]
  return first !== undefined && 'message' in first ? first.message : undefined
}
