import { Spin } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

/** Something is on its way. */
export function Waiting(): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="waiting" role="status">
      <Spin />
      <span>{t('common.loading')}</span>
    </div>
  )
}
