import { Modal } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSessionEnded } from '#web/api/session.ts'
import { SignInForm } from './SignInForm.tsx'

/** Asks to sign in again above the page, which stays as it is. */
export function SessionEnded(): ReactElement {
  const { t } = useTranslation()
  const ended = useSessionEnded()
  return (
    <Modal
      open={ended}
      title={t('signIn.ended')}
      footer={null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      destroyOnHidden
    >
      <p>{t('signIn.endedLead')}</p>
      <SignInForm />
    </Modal>
  )
}
