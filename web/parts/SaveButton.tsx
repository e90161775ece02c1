import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { FaultNote } from './FaultNote.tsx'

type Props = {
  /** What is under way while it is saved, and what came of it. */
  readonly deed: { readonly error: Error | null; readonly isPending: boolean }
  readonly isReady: boolean
  readonly save: () => Promise<void>
}

/** The foot of a form that is sent as a whole: why it was not taken, and the button that sends it. */
export function SaveButton({ deed, isReady, save }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <FaultNote fault={deed.error} />
      <Button type="primary" disabled={!isReady} loading={deed.isPending} onClick={() => void save().catch(() => undefined)}>
        {t('common.save')}
      </Button>
    </>
  )
}
