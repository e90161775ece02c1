import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterView } from '#schemas/api/matter.ts'
import type { EnteredTakeUp } from '#schemas/api/open-licence.ts'
import { useAnswer, usePost } from '#web/api/hooks.ts'
import { goTo } from '#web/location.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { emptyTakeUp, isFilled, takeUpOf } from '#web/parts/licence/take-up-draft.ts'
import { TakerFields } from '#web/parts/licence/TakerFields.tsx'
import { LabelledInput, LabelledSelect } from '#web/parts/office/LabelledInput.tsx'
import { Page } from '#web/parts/Page.tsx'

const channels = ['mail', 'hand', 'e-mail'] as const

/** How and when a letter came, as it says itself. */
type Arrival = { readonly channel: string; readonly dispatchedOn: string; readonly arrivedOn: string }

/**
 * Where the office enters a written notice that came by post, by hand or by e-mail. The declaration is read as a matter: a letter
 * may come after its offer has left the catalogue.
 */
export function LicenceLetterPage({ id }: { readonly id: string }): ReactElement {
  const { t } = useTranslation()
  const declaration = useAnswer<MatterView>(`/api/matters/${encodeURIComponent(id)}`)
  const named = declaration.data
  return (
    <Page title={t('licence.letterTitle')} lead={named === undefined ? '' : `${named.number} ${named.title ?? ''}`}>
      <FaultNote fault={declaration.error} />
      <Letter declaration={id} />
    </Page>
  )
}

function Letter({ declaration }: { readonly declaration: string }): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(emptyTakeUp)
  const [arrival, setArrival] = useState<Arrival>({ channel: 'mail', dispatchedOn: '', arrivedOn: '' })
  const enter = usePost<EnteredTakeUp, { readonly id: string }>(`/api/open-licences/${encodeURIComponent(declaration)}/letters`)
  const send = () =>
    enter.mutate({ ...takeUpOf(draft), ...arrival } as EnteredTakeUp, { onSuccess: (opened) => goTo(`/matters/${opened.id}`) })
  const isWhole = isFilled(draft) && arrival.dispatchedOn !== '' && arrival.arrivedOn !== ''
  return (
    <section className="block stack">
      <p>{t('licence.letterLead')}</p>
      <ArrivalFields arrival={arrival} onChange={(change) => setArrival({ ...arrival, ...change })} />
      <TakerFields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
      <FaultNote fault={enter.error} />
      {enter.isUnderWay && <p role="status">{t('licence.letterUnderWay')}</p>}
      <Button type="primary" disabled={!isWhole} loading={enter.isPending} onClick={send}>
        {t('licence.letterEnter')}
      </Button>
    </section>
  )
}

type ArrivalFieldsProps = { readonly arrival: Arrival; readonly onChange: (change: Partial<Arrival>) => void }

function ArrivalFields({ arrival, onChange }: ArrivalFieldsProps): ReactElement {
  const { t } = useTranslation()
  const options = channels.map((value) => ({ value, label: t(`licence.channels.${value}`) }))
  return (
    <>
      <LabelledSelect
        label={t('licence.channel')}
        value={arrival.channel}
        options={options}
        onChange={(channel) => onChange({ channel })}
      />
      <LabelledInput
        label={t('licence.dispatchedOn')}
        type="date"
        value={arrival.dispatchedOn}
        onChange={(dispatchedOn) => onChange({ dispatchedOn })}
        help={t('licence.dispatchedHelp')}
      />
      <LabelledInput
        label={t('licence.arrivedOn')}
        type="date"
        value={arrival.arrivedOn}
        onChange={(arrivedOn) => onChange({ arrivedOn })}
        help={t('licence.arrivedHelp')}
      />
    </>
  )
}
