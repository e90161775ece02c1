import { Input } from 'antd'
import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { objectionGrounds, type ObjectionGround } from '#domain/notice-objection-forms.ts'
import { LabelledInput, LabelledSelect } from '#web/parts/office/LabelledInput.tsx'
import { groundIn } from './labels.ts'

/** An objection as it is being written; what is empty is left out of what is sent. */
export type LetterDraft = {
  readonly about: ObjectionGround
  readonly grounds: string
  readonly objector: string
  readonly contact: string
}

export const emptyLetter: LetterDraft = { about: 'ownership', grounds: '', objector: '', contact: '' }

const leastGrounds = 10

/** Whether enough is written to be sent. */
export function isSendable({ grounds }: LetterDraft): boolean {
  return grounds.trim().length >= leastGrounds
}

/** What is sent of a draft. */
export function letterOf({ about, grounds, objector, contact }: LetterDraft) {
  const named = objector.trim() === '' ? {} : { objector }
  const reached = contact.trim() === '' ? {} : { contactOfObjector: contact }
  return { about, grounds, ...named, ...reached }
}

type LetterFieldsProps = { readonly letter: LetterDraft; readonly onChange: (letter: LetterDraft) => void }

/** The fields of an objection, for whoever objects and for the officer who enters a letter. */
export function LetterFields({ letter, onChange }: LetterFieldsProps): ReactElement {
  const { t, i18n } = useTranslation()
  const id = useId()
  const options = objectionGrounds.map((one) => ({ value: one, label: groundIn(one, i18n.language) }))
  const set = (change: Partial<LetterDraft>) => onChange({ ...letter, ...change })
  return (
    <>
      <LabelledSelect
        label={t('notice.about')}
        value={letter.about}
        options={options}
        onChange={(about) => set({ about: about as ObjectionGround })}
      />
      <div>
        <label htmlFor={id}>{t('notice.grounds')}</label>
        <Input.TextArea
          id={id}
          rows={6}
          maxLength={2000}
          value={letter.grounds}
          onChange={(event) => set({ grounds: event.target.value })}
        />
        <p className="field-help">{t('notice.groundsHelp')}</p>
      </div>
      <LabelledInput label={t('notice.objector')} value={letter.objector} onChange={(objector) => set({ objector })} autoComplete="name" />
      <LabelledInput
        label={t('notice.contactOfObjector')}
        value={letter.contact}
        onChange={(contact) => set({ contact })}
        help={t('notice.contactHelp')}
      />
    </>
  )
}
