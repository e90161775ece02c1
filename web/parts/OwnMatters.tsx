import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { officeRoles } from '#domain/role.ts'
import type { Page } from '#schemas/api/common.ts'
import type { MatterRow } from '#schemas/api/matter.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { useMe } from '#web/api/session.ts'
import { Link } from './Link.tsx'
import { MatterSheet } from './MatterSheet.tsx'

/** For inventors, under what waits for them: where their own open matters are, with whom and since when. The office has its lists. */
export function OwnMatters(): ReactElement | null {
  const { t } = useTranslation()
  const roles = useMe().data?.roles.map(({ role }) => role) ?? []
  const isInventor = roles.includes('inventor') && !roles.some((role) => officeRoles.includes(role))
  const own = useAnswer<Page<MatterRow>>(isInventor ? '/api/matters?mine=true&standing=open&limit=5' : undefined)
  if (own.data === undefined || own.data.items.length === 0) return null
  return (
    <section className="own">
      <h2>{t('matters.own')}</h2>
      <MatterSheet rows={own.data.items} />
      <p>
        <Link to="/matters?mine=true">{t('matters.allOwn')}</Link>
      </p>
    </section>
  )
}
