import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { officeRoles, type Role } from '#domain/role.ts'
import type { Me } from '#schemas/api/session.ts'
import { usePath } from '#web/location.ts'
import { Link } from './Link.tsx'

type NavigationProps = { readonly me: Me; readonly onGo?: () => void }

const everybody = ['tasks', 'matters', 'start', 'deadlines', 'patents', 'results', 'interests', 'rules'] as const
const office = [
  'parties',
  'people',
  'departments',
  'roles',
  'deputies',
  'policies',
  'calendars',
  'parameters',
  'incidents',
  'refusals',
] as const
const administrators: readonly Role[] = [...officeRoles, 'sysadmin']

/** The pages one may want; administration only for the office. */
export function Navigation({ me, onGo }: NavigationProps): ReactElement {
  const { t } = useTranslation()
  const path = usePath()
  const isOffice = me.roles.some(({ role }) => administrators.includes(role))
  const go = onGo === undefined ? {} : { onGo }
  const isCurrent = (to: string) => path === to || path.startsWith(`${to}/`) || (to === '/tasks' && path === '/')
  return (
    <div className="navigation">
      <ul>
        {everybody.map((name) => (
          <li key={name}>
            <Link to={`/${name}`} current={isCurrent(`/${name}`)} {...go}>
              {t(`nav.${name}`)}
              {name === 'tasks' && me.openTasks > 0 && <span className="count">{me.openTasks}</span>}
            </Link>
          </li>
        ))}
      </ul>
      {isOffice && (
        <>
          <h2>{t('nav.office')}</h2>
          <ul>
            {office.map((name) => (
              <li key={name}>
                <Link to={`/office/${name}`} current={isCurrent(`/office/${name}`)} {...go}>
                  {t(`nav.${name}`)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
