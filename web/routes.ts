import { createElement, lazy, type ComponentType, type ReactElement } from 'react'
import { findPathValues } from './location.ts'

type Values = { readonly [name: string]: string }
type Page = ComponentType<Values>
type Route = { readonly pattern: string; readonly page: Page }

function page<Name extends string>(load: () => Promise<{ [name in Name]: ComponentType<never> }>, name: Name): Page {
  return lazy(async () => ({ default: (await load())[name] as unknown as Page }))
}

const outside: readonly Route[] = [
  { pattern: '/links/:token', page: page(() => import('./pages/LinkPage.tsx'), 'LinkPage') },
  { pattern: '/notices', page: page(() => import('./pages/public/NoticesPage.tsx'), 'NoticesPage') },
  { pattern: '/notices/:id', page: page(() => import('./pages/public/NoticePage.tsx'), 'NoticePage') },
  { pattern: '/open-licences', page: page(() => import('./pages/public/OpenLicencesPage.tsx'), 'OpenLicencesPage') },
  { pattern: '/open-licences/:id', page: page(() => import('./pages/public/OpenLicencePage.tsx'), 'OpenLicencePage') },
  { pattern: '/invitations/:token', page: page(() => import('./pages/InvitationPage.tsx'), 'InvitationPage') },
]

const office = (name: string, load: Page): Route => ({ pattern: `/office/${name}`, page: load })

const inside: readonly Route[] = [
  { pattern: '', page: page(() => import('./pages/TasksPage.tsx'), 'TasksPage') },
  { pattern: '/tasks', page: page(() => import('./pages/TasksPage.tsx'), 'TasksPage') },
  { pattern: '/tasks/:id', page: page(() => import('./pages/TaskPage.tsx'), 'TaskPage') },
  { pattern: '/matters', page: page(() => import('./pages/MattersPage.tsx'), 'MattersPage') },
  { pattern: '/matters/:id', page: page(() => import('./pages/MatterPage.tsx'), 'MatterPage') },
  { pattern: '/start', page: page(() => import('./pages/StartPage.tsx'), 'StartPage') },
  { pattern: '/start/:process', page: page(() => import('./pages/StartFormPage.tsx'), 'StartFormPage') },
  { pattern: '/deadlines', page: page(() => import('./pages/DeadlinesPage.tsx'), 'DeadlinesPage') },
  { pattern: '/patents', page: page(() => import('./pages/PatentsPage.tsx'), 'PatentsPage') },
  { pattern: '/patents/:number', page: page(() => import('./pages/PatentPage.tsx'), 'PatentPage') },
  { pattern: '/results', page: page(() => import('./pages/ResultsPage.tsx'), 'ResultsPage') },
  { pattern: '/results/:id', page: page(() => import('./pages/ResultPage.tsx'), 'ResultPage') },
  { pattern: '/interests', page: page(() => import('./pages/InterestsPage.tsx'), 'InterestsPage') },
  { pattern: '/interests/:id', page: page(() => import('./pages/InterestPage.tsx'), 'InterestPage') },
  { pattern: '/notices/:id/letter', page: page(() => import('./pages/NoticeLetterPage.tsx'), 'NoticeLetterPage') },
  { pattern: '/open-licences/:id/letter', page: page(() => import('./pages/LicenceLetterPage.tsx'), 'LicenceLetterPage') },
  { pattern: '/rules', page: page(() => import('./pages/RulesPage.tsx'), 'RulesPage') },
  { pattern: '/search', page: page(() => import('./pages/SearchPage.tsx'), 'SearchPage') },
  { pattern: '/account', page: page(() => import('./pages/AccountPage.tsx'), 'AccountPage') },
  office(
    'incidents',
    page(() => import('./pages/IncidentsPage.tsx'), 'IncidentsPage'),
  ),
  office(
    'refusals',
    page(() => import('./pages/RefusalsPage.tsx'), 'RefusalsPage'),
  ),
  office(
    'people',
    page(() => import('./pages/PeoplePage.tsx'), 'PeoplePage'),
  ),
  { pattern: '/office/people/:id', page: page(() => import('./pages/PersonPage.tsx'), 'PersonPage') },
  office(
    'parties',
    page(() => import('./pages/PartiesPage.tsx'), 'PartiesPage'),
  ),
  office(
    'departments',
    page(() => import('./pages/DepartmentsPage.tsx'), 'DepartmentsPage'),
  ),
  office(
    'roles',
    page(() => import('./pages/RolesPage.tsx'), 'RolesPage'),
  ),
  office(
    'deputies',
    page(() => import('./pages/DeputiesPage.tsx'), 'DeputiesPage'),
  ),
  office(
    'calendars',
    page(() => import('./pages/CalendarsPage.tsx'), 'CalendarsPage'),
  ),
  office(
    'parameters',
    page(() => import('./pages/ParametersPage.tsx'), 'ParametersPage'),
  ),
  office(
    'policies',
    page(() => import('./pages/PoliciesPage.tsx'), 'PoliciesPage'),
  ),
  { pattern: '/office/policies/:process', page: page(() => import('./pages/PolicyPage.tsx'), 'PolicyPage') },
]

function find(routes: readonly Route[], path: string): ReactElement | undefined {
  for (const { pattern, page: Found } of routes) {
    const values = findPathValues(pattern, path)
    if (values !== undefined) return createElement(Found, { ...values, key: Object.values(values).join('/') })
  }
  return undefined
}

/** The page for people without an account at `path`; undefined where a session is needed. */
export function findOutsidePage(path: string): ReactElement | undefined {
  return find(outside, path)
}

/** The page at `path`; undefined when there is none. */
export function findInsidePage(path: string): ReactElement | undefined {
  return find(inside, path)
}
