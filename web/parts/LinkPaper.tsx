import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { readFile } from '#web/api/request.ts'
import { FaultNote } from './FaultNote.tsx'

/**
 * Opens the paper that is to be signed by the link; a link may be used for it as often as it is looked at. A telephone may open no
 * window for what was fetched first: the paper then waits behind a link of its own.
 */
export function LinkPaper({ path, code }: { readonly path: string; readonly code: string }): ReactElement {
  const { t } = useTranslation()
  const fetched = useMutation({
    mutationFn: async () => URL.createObjectURL(await readFile(`${path}/paper`, { code })),
    onSuccess: (address) => void window.open(address, '_blank', 'noopener'),
  })
  const { data: address } = fetched
  useEffect(() => () => (address === undefined ? undefined : URL.revokeObjectURL(address)), [address])
  return (
    <p>
      <Button loading={fetched.isPending} onClick={() => fetched.mutate()}>
        {t('form.openPaper')}
      </Button>{' '}
      {address !== undefined && (
        <a href={address} target="_blank" rel="noreferrer">
          {t('link.paperHere')}
        </a>
      )}
      <FaultNote fault={fetched.error} />
    </p>
  )
}
