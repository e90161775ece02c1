import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { departmentView } from '#schemas/api/person.ts'
import { useAnswer, usePost } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { LabelledInput, LabelledSelect } from '#web/parts/office/LabelledInput.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'

type Department = z.infer<typeof departmentView>

const empty = { id: '', nameZh: '', nameEn: '', parent: '' }

/** Schools and offices. */
export function DepartmentsPage(): ReactElement {
  const { t } = useTranslation()
  const departments = useAnswer<{ items: readonly Department[] }>('/api/departments')
  const rows = departments.data?.items ?? []
  return (
    <Page title={t('office.departments.title')}>
      <FaultNote fault={departments.error} onRetry={() => void departments.refetch()} />
      <Sheet<Department>
        caption={t('office.departments.title')}
        rows={rows}
        keyOf={(row) => row.id}
        empty={<p>{t('office.departments.empty')}</p>}
        columns={[
          { key: 'zh', title: t('office.departments.nameZh'), isMain: true, cell: (row) => <strong>{row.nameZh}</strong> },
          { key: 'en', title: t('office.departments.nameEn'), cell: (row) => row.nameEn },
          { key: 'id', title: t('office.departments.id'), cell: (row) => <code>{row.id}</code> },
          { key: 'parent', title: t('office.departments.parent'), cell: (row) => rows.find(({ id }) => id === row.parent)?.name ?? '' },
        ]}
      />
      <NewDepartment rows={rows} />
    </Page>
  )
}

function NewDepartment({ rows }: { readonly rows: readonly Department[] }): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(empty)
  const create = usePost<object, Department>('/api/departments')
  const put = (name: keyof typeof empty) => (value: string) => setDraft({ ...draft, [name]: value })
  const save = async () => {
    await create.mutateAsync(Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== '')))
    setDraft(empty)
  }
  return (
    <section className="block">
      <h2>{t('office.departments.new')}</h2>
      <div className="columns">
        <LabelledInput label={t('office.departments.nameZh')} value={draft.nameZh} onChange={put('nameZh')} />
        <LabelledInput label={t('office.departments.nameEn')} value={draft.nameEn} onChange={put('nameEn')} />
        <LabelledInput label={t('office.departments.id')} value={draft.id} onChange={put('id')} />
        <LabelledSelect
          label={t('office.departments.parent')}
          value={draft.parent}
          onChange={put('parent')}
          options={rows.map(({ id, name }) => ({ value: id, label: name }))}
          empty={t('common.none')}
        />
      </div>
      <FaultNote fault={create.error} />
      <Button type="primary" loading={create.isPending} onClick={() => void save().catch(() => undefined)}>
        {t('common.save')}
      </Button>
    </section>
  )
}
