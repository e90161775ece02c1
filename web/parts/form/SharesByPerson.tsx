import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Json } from '#domain/json.ts'
import { useNames } from '#web/api/names.ts'
import { FieldNotes } from './FieldNotes.tsx'
import { idOf } from './FieldRow.tsx'
import { useForm } from './form-state.ts'
import { below, findAt } from './pointer.ts'
import type { FieldLabel } from './labels.ts'
import { NumberInput } from './NumberInput.tsx'
import { formatShare, parseShare } from './numbers.ts'
import { ShareSum } from './ShareSum.tsx'

type SharesByPersonProps = { readonly pointer: string; readonly label: FieldLabel }

/** Each person's share, in percent; who they are, the step that asks has said. */
export function SharesByPerson({ pointer, label }: SharesByPersonProps): ReactElement {
  const { t } = useTranslation()
  const { values, set, given, isReadOnly, names } = useForm()
  const held = findAt(values, pointer)
  const shares = typeof held === 'object' && held !== null && !Array.isArray(held) ? (held as { readonly [person: string]: Json }) : {}
  const asked = Array.isArray(given['people']) ? given['people'].map(String) : []
  const people = [...new Set([...asked, ...Object.keys(shares)])]
  const known = useNames(people, names)
  return (
    <fieldset className="group" id={idOf(pointer)} data-pointer={pointer}>
      <legend>{label.label}</legend>
      {label.help !== undefined && <p className="field-help">{label.help}</p>}
      <FieldNotes pointer={pointer} />
      <div className="shares">
        {people.map((person) => {
          const at = below(pointer, person)
          return (
            <div key={person} className="share" data-pointer={at}>
              <label htmlFor={idOf(at)}>{known[person] ?? t('common.unknownPerson')}</label>
              <NumberInput
                id={idOf(at)}
                value={shares[person]}
                onChange={(value) => set(at, value)}
                format={formatShare}
                parse={parseShare}
                complaint={t('form.notShare')}
                unit={t('form.percent')}
                isReadOnly={isReadOnly}
              />
              <FieldNotes pointer={at} />
            </div>
          )
        })}
      </div>
      <ShareSum shares={people.map((person) => shares[person])} />
    </fieldset>
  )
}
