import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PatentView } from '#schemas/api/register.ts'
import { usePost } from '#web/api/hooks.ts'
import { DayText } from '#web/parts/DayText.tsx'
import { LabelledInput } from '#web/parts/office/LabelledInput.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'
import { Tag } from '#web/parts/Tag.tsx'
import { SaveButton } from '#web/parts/SaveButton.tsx'

type AnnuitiesProps = { readonly patent: PatentView; readonly mayChange: boolean }
type Annuity = PatentView['annuities'][number]

/** The years' fees of a patent, paid and owed. */
export function Annuities({ patent, mayChange }: AnnuitiesProps): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="block">
      <h2>{t('registers.annuities.title')}</h2>
      <Sheet<Annuity>
        caption={t('registers.annuities.title')}
        rows={patent.annuities}
        keyOf={(row) => String(row.year)}
        empty={<p>{t('registers.annuities.empty')}</p>}
        columns={[
          { key: 'year', title: t('registers.annuities.year'), cell: (row) => row.year },
          { key: 'due', title: t('registers.annuities.dueOn'), cell: (row) => <DayText day={row.dueOn} /> },
          { key: 'paid', title: t('registers.annuities.paidOn'), isMain: true, cell: (row) => <Paid annuity={row} on={patent.knownOn} /> },
        ]}
      />
      {mayChange && <Payment patent={patent} />}
    </section>
  )
}

function Paid({ annuity: { paidOn, dueOn }, on }: { readonly annuity: Annuity; readonly on: string }): ReactElement | null {
  const { t } = useTranslation()
  if (paidOn !== undefined) return <DayText day={paidOn} />
  return dueOn <= on ? <Tag tone="red">{t('registers.annuities.owed')}</Tag> : null
}

const empty = { year: '', dueOn: '', paidOn: '', source: '' }

function Payment({ patent }: { readonly patent: PatentView }): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(empty)
  const pay = usePost<object, PatentView>(`/api/patents/${encodeURIComponent(patent.number)}/changes`)
  const put = (name: keyof typeof empty) => (value: string) => setDraft({ ...draft, [name]: value })
  const known = patent.annuities.some((one) => String(one.year) === draft.year)
  const save = async () => {
    const { year, dueOn, paidOn, source } = draft
    await pay.mutateAsync({ kind: 'AnnuityPaid', facts: { year: Number(year), paidOn, ...(dueOn === '' ? {} : { dueOn }) }, source })
    setDraft(empty)
  }
  const isReady = [draft.year, draft.paidOn, draft.source].every((one) => one !== '') && (known || draft.dueOn !== '')
  return (
    <details>
      <summary>{t('registers.annuities.pay')}</summary>
      <div className="columns">
        <LabelledInput label={t('registers.annuities.year')} type="number" value={draft.year} onChange={put('year')} />
        {!known && <LabelledInput label={t('registers.annuities.dueOn')} type="date" value={draft.dueOn} onChange={put('dueOn')} />}
        <LabelledInput label={t('registers.annuities.paidOn')} type="date" value={draft.paidOn} onChange={put('paidOn')} />
        <LabelledInput label={t('registers.source')} help={t('registers.sourceHelp')} value={draft.source} onChange={put('source')} />
      </div>
      <SaveButton deed={pay} isReady={isReady} save={save} />
    </details>
  )
}
