import { Checkbox } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { mandateBases, mandatedPapers } from '#domain/signing-mandate.ts'
import type { MandateView } from '#schemas/api/mandate.ts'
import { usePost } from '#web/api/hooks.ts'
import { parseYuan } from '#web/parts/form/numbers.ts'
import { PersonSelect } from '#web/parts/form/PersonSelect.tsx'
import { SaveButton } from '#web/parts/SaveButton.tsx'
import { LabelledInput, LabelledSelect } from './LabelledInput.tsx'

const empty = { basis: 'written-authorisation', number: '', post: '', givenOn: '', since: '', until: '', upTo: '', source: '' }
type Draft = typeof empty

/** A form for a letter of authority as it was given. */
export function NewMandate(): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(empty)
  const [people, setPeople] = useState<readonly string[]>([])
  const [papers, setPapers] = useState<readonly string[]>([])
  const register = usePost<object, MandateView>('/api/mandates')
  const { upTo, ...rest } = draft
  const limit = parseYuan(upTo)
  // A legal representative signs everything by law.
  const named = draft.basis === 'legal-representative' ? [] : papers
  const save = async () => {
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''))
    await register.mutateAsync({ ...given, person: people[0], papers: named, ...(isLimited ? { upToFen: limit } : {}) })
    setDraft(empty)
    setPeople([])
    setPapers([])
  }
  const isLimited = upTo !== ''
  const isReady =
    people.length === 1 &&
    (!isLimited || limit !== undefined) &&
    [draft.number, draft.post, draft.givenOn, draft.since, draft.source].every((one) => one !== '')
  return (
    <details>
      <summary>
        <h3>{t('mandates.new')}</h3>
      </summary>
      <label htmlFor="new-mandate-person">{t('mandates.person')}</label>
      <PersonSelect id="new-mandate-person" value={people} onChange={setPeople} most={1} />
      <MandateFields draft={draft} onChange={setDraft} />
      {draft.basis === 'written-authorisation' && <Papers papers={papers} onChange={setPapers} />}
      <SaveButton deed={register} isReady={isReady} save={save} />
    </details>
  )
}

function MandateFields({ draft, onChange }: { readonly draft: Draft; readonly onChange: (draft: Draft) => void }): ReactElement {
  const { t } = useTranslation()
  const put = (name: keyof Draft) => (value: string) => onChange({ ...draft, [name]: value })
  return (
    <div className="columns">
      <LabelledSelect
        label={t('mandates.basis')}
        value={draft.basis}
        options={mandateBases.map((value) => ({ value, label: t(`mandates.bases.${value}`) }))}
        onChange={put('basis')}
      />
      <LabelledInput label={t('mandates.number')} value={draft.number} onChange={put('number')} />
      <LabelledInput label={t('mandates.post')} value={draft.post} onChange={put('post')} />
      <LabelledInput label={t('mandates.givenOn')} type="date" value={draft.givenOn} onChange={put('givenOn')} />
      <LabelledInput label={t('common.from')} type="date" value={draft.since} onChange={put('since')} />
      <LabelledInput label={t('common.to')} type="date" value={draft.until} onChange={put('until')} />
      <LabelledInput label={t('mandates.upToFen')} value={draft.upTo} onChange={put('upTo')} />
      <LabelledInput label={t('registers.source')} help={t('registers.sourceHelp')} value={draft.source} onChange={put('source')} />
    </div>
  )
}

type PapersProps = { readonly papers: readonly string[]; readonly onChange: (papers: readonly string[]) => void }

function Papers({ papers, onChange }: PapersProps): ReactElement {
  const { t } = useTranslation()
  return (
    <fieldset className="group">
      <legend>{t('mandates.papers')}</legend>
      <Checkbox.Group
        value={[...papers]}
        options={mandatedPapers.map((value) => ({ value, label: t(`mandates.kinds.${value}`) }))}
        onChange={(chosen) => onChange(chosen.map(String))}
      />
    </fieldset>
  )
}
