import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { interestRelations } from '#domain/register.ts'
import type { InterestView } from '#schemas/api/interest.ts'
import type { Me } from '#schemas/api/session.ts'
import { usePost } from '#web/api/hooks.ts'
import { goTo } from '#web/location.ts'
import { PersonSelect } from '#web/parts/form/PersonSelect.tsx'
import { LabelledInput, LabelledSelect } from '#web/parts/office/LabelledInput.tsx'
import { SaveButton } from '#web/parts/SaveButton.tsx'
import { keepsRegisters } from './keepers.ts'

const empty = { party: '', relation: 'employer', since: '', until: '', source: '' }

/** A form for a tie to a party: one's own, or another's where one keeps the registers. */
export function NewInterest({ me }: { readonly me: Me }): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(empty)
  const [people, setPeople] = useState<readonly string[]>([me.person.id])
  const declare = usePost<object, InterestView>('/api/interests')
  const save = async () => {
    const given = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== ''))
    const { id } = await declare.mutateAsync({ ...given, person: people[0] })
    goTo(`/interests/${encodeURIComponent(id)}`)
  }
  const isReady = [draft.party, draft.since, draft.source].every((one) => one !== '') && people.length === 1
  return (
    <details className="block">
      <summary>
        <h2>{t('registers.interests.new')}</h2>
      </summary>
      {keepsRegisters(me) && (
        <div>
          <label htmlFor="new-interest-person">{t('registers.interests.person')}</label>
          <PersonSelect id="new-interest-person" value={people} onChange={setPeople} most={1} />
        </div>
      )}
      <InterestFields draft={draft} onChange={setDraft} />
      <SaveButton deed={declare} isReady={isReady} save={save} />
    </details>
  )
}

type FieldsProps = { readonly draft: typeof empty; readonly onChange: (draft: typeof empty) => void }

function InterestFields({ draft, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation()
  const put = (name: keyof typeof empty) => (value: string) => onChange({ ...draft, [name]: value })
  return (
    <div className="columns">
      <LabelledInput
        label={t('registers.interests.party')}
        help={t('registers.interests.partyHelp')}
        value={draft.party}
        onChange={put('party')}
      />
      <LabelledSelect
        label={t('registers.interests.relation')}
        value={draft.relation}
        options={interestRelations.map((value) => ({ value, label: t(`registers.interests.relations.${value}`) }))}
        onChange={put('relation')}
      />
      <LabelledInput label={t('common.from')} type="date" value={draft.since} onChange={put('since')} />
      <LabelledInput label={t('common.to')} type="date" value={draft.until} onChange={put('until')} />
      <LabelledInput label={t('registers.source')} help={t('registers.sourceHelp')} value={draft.source} onChange={put('source')} />
    </div>
  )
}
