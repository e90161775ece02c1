import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page as PageOf } from '#schemas/api/common.ts'
import type { PartyView } from '#schemas/api/register.ts'
import { useList, usePost } from '#web/api/hooks.ts'
import { useMe } from '#web/api/session.ts'
import { useQueryText, withQuery } from '#web/location.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { WordsFilter } from '#web/parts/Filters.tsx'
import { LabelledInput } from '#web/parts/office/LabelledInput.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Pager } from '#web/parts/Pager.tsx'
import { keepsRegisters } from '#web/parts/register/keepers.ts'
import { Sheet } from '#web/parts/Sheet.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'
import { SaveButton } from '#web/parts/SaveButton.tsx'

/** The register of parties. */
export function PartiesPage(): ReactElement {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const query = useQueryText()
  const parties = useList<PageOf<PartyView>>(withQuery('/api/parties', { ...Object.fromEntries(query), limit: '50' }))
  return (
    <Page title={t('registers.parties.title')} lead={t('registers.parties.lead')}>
      <div className="filters">
        <WordsFilter name="q" label={t('registers.parties.words')} />
      </div>
      <FaultNote fault={parties.error} onRetry={() => void parties.refetch()} />
      {parties.isPending && <Waiting />}
      {parties.data !== undefined && <PartySheet rows={parties.data.items} />}
      <Pager next={parties.data?.next} />
      {keepsRegisters(me) && <NewParty />}
    </Page>
  )
}

function PartySheet({ rows }: { readonly rows: readonly PartyView[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <Sheet<PartyView>
      caption={t('registers.parties.title')}
      rows={rows}
      keyOf={(row) => row.code}
      empty={<p>{t('registers.parties.empty')}</p>}
      columns={[
        {
          key: 'name',
          title: t('registers.parties.name'),
          isMain: true,
          cell: (row) => (
            <>
              {row.name}
              <div className="under">{row.nameEn}</div>
            </>
          ),
        },
        { key: 'code', title: t('registers.parties.code'), cell: (row) => <code>{row.code}</code> },
        { key: 'address', title: t('registers.parties.address'), cell: (row) => row.address ?? '' },
        { key: 'contact', title: t('registers.parties.contact'), cell: (row) => row.contact ?? '' },
      ]}
    />
  )
}

const empty = { code: '', name: '', nameEn: '', address: '', legalRepresentative: '', country: 'CN', contact: '', source: '' }
const fields = ['name', 'code', 'nameEn', 'address', 'legalRepresentative', 'country', 'contact'] as const

function NewParty(): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(empty)
  const register = usePost<object, PartyView>('/api/parties')
  const save = async () => {
    await register.mutateAsync(Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== '')))
    setDraft(empty)
  }
  const put = (name: keyof typeof empty) => (value: string) => setDraft({ ...draft, [name]: value })
  return (
    <details className="block">
      <summary>
        <h2>{t('registers.parties.new')}</h2>
      </summary>
      <div className="columns">
        {fields.map((name) => (
          <LabelledInput key={name} label={t(`registers.parties.${name}`)} value={draft[name]} onChange={put(name)} />
        ))}
        <LabelledInput label={t('registers.source')} help={t('registers.sourceHelp')} value={draft.source} onChange={put('source')} />
      </div>
      <SaveButton deed={register} isReady={![draft.code, draft.name, draft.country, draft.source].includes('')} save={save} />
    </details>
  )
}
