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

/**
 * Where the office enters a written notice that came by post, by hand or by e-mail. The declaration is read as a matter: a letter
 * may come after its offer has left the catalogue.
 */
export function LicenceLetterPage({ id }: { readonly id: string }): ReactElement {
  const { t } = useTranslation()
  const declaration = useAnswer<MatterView>(`/api/matters/${encodeURIComponent(id)}`)
  const [draft, setDraft] = useState(emptyTakeUp)
  const [channel, setChannel] = useState<string>('mail')
  const [dispatchedOn, setDispatchedOn] = useState('')
  const [arrivedOn, setArrivedOn] = useState('')
  const enter = usePost<EnteredTakeUp, { readonly id: string }>(`/api/open-licences/${encodeURIComponent(id)}/letters`)
  const send = () => {
    const letter = { ...takeUpOf(draft), channel, dispatchedOn, arrivedOn } as EnteredTakeUp
    enter.mutate(letter, { onSuccess: (opened) => goTo(`/matters/${opened.id}`) })
  }
  const named = declaration.data
  return (
    <Page title={t('licence.letterTitle')} lead={named === undefined ? '' : `${named.number} ${named.title ?? ''}`}>
      <FaultNote fault={declaration.error} />
      <section className="block stack">
        <p>{t('licence.letterLead')}</p>
        <LabelledSelect
          label={t('licence.channel')}
          value={channel}
          options={channels.map((value) => ({ value, label: t(`licence.channels.${value}`) }))}
          onChange={setChannel}
        />
        <LabelledInput
          label={t('licence.dispatchedOn')}
          type="date"
          value={dispatchedOn}
          onChange={setDispatchedOn}
          help={t('licence.dispatchedHelp')}
        />
        <LabelledInput
          label={t('licence.arrivedOn')}
          type="date"
          value={arrivedOn}
          onChange={setArrivedOn}
          help={t('licence.arrivedHelp')}
        />
        <TakerFields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
        <FaultNote fault={enter.error} />
        {enter.isUnderWay && <p role="status">{t('licence.letterUnderWay')}</p>}
        <Button
          type="primary"
          disabled={!isFilled(draft) || dispatchedOn === '' || arrivedOn === ''}
          loading={enter.isPending}
          onClick={send}
        >
          {t('licence.letterEnter')}
        </Button>
      </section>
    </Page>
  )
}
