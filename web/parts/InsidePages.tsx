import { Suspense, type ReactElement } from 'react'
import { useMe } from '#web/api/session.ts'
import { usePath } from '#web/location.ts'
import { SignInPage } from '#web/pages/SignInPage.tsx'
import { findInsidePage } from '#web/routes.ts'
import { FaultNote } from './FaultNote.tsx'
import { Frame } from './Frame.tsx'
import { NotFound } from './NotFound.tsx'
import { SessionEnded } from './SessionEnded.tsx'
import { Waiting } from './Waiting.tsx'

/** The pages of those who are signed in; a session that ends is renewed above the page, which keeps what was typed. */
export function InsidePages(): ReactElement {
  const me = useMe()
  const path = usePath()
  if (me.data !== undefined) {
    return (
      // Somebody else who signs in on this page begins anew: what was typed here was not typed by him.
      <Frame key={me.data.person.id} me={me.data}>
        <Suspense fallback={<Waiting />}>{findInsidePage(path) ?? <NotFound />}</Suspense>
        <SessionEnded />
      </Frame>
    )
  }
  if (me.error?.status === 401) return <SignInPage />
  if (me.error !== null) return <FaultNote fault={me.error} onRetry={() => void me.refetch()} />
  return <Waiting />
}
