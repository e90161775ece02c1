import type { ReactElement } from 'react'
import { DayText } from './DayText.tsx'

type PeriodProps = { readonly from: string | undefined; readonly to: string | undefined }

/** From when until when something holds; open on either side. */
export function Period({ from, to }: PeriodProps): ReactElement {
  return (
    <>
      {from !== undefined && <DayText day={from} />} – {to !== undefined && <DayText day={to} />}
    </>
  )
}
