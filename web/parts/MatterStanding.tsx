import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterRow } from '#schemas/api/matter.ts'
import { Tag, type Tone } from './Tag.tsx'

const tones: { readonly [standing in MatterRow['standing']]: Tone } = { open: 'ink', suspended: 'amber', closed: 'plain' }

/** Whether a matter is open, and at which steps; closed, how it ended. */
export function MatterStanding({ matter }: { readonly matter: Pick<MatterRow, 'standing' | 'stage' | 'outcome'> }): ReactElement {
  const { t } = useTranslation()
  return (
    <span className="standing">
      <Tag tone={tones[matter.standing]}>{t(`matters.standings.${matter.standing}`)}</Tag>
      {matter.outcome !== undefined && <Tag tone="green">{matter.outcome.label}</Tag>}
      {matter.standing !== 'closed' && <span>{matter.stage.map(({ label }) => label).join(t('common.comma'))}</span>}
    </span>
  )
}
