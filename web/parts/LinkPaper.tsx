import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { readFile } from '#web/api/request.ts'
import { FaultNote } from './FaultNote.tsx'

/** Opens the paper that is to be signed by the link; a link may be used for it as often as it is looked at. */
export function LinkPaper({ path, code }: { readonly path: string; readonly code: string }): ReactElement {
  const { t } = useTranslation()
  const open = useMutation({
    mutationFn: async () => {
      const file = await readFile(`${path}/paper`, { code })
      window.open(URL.createObjectURL(file), '_blank', 'noopener')
    },
  })
  return (
    <p>
      <Button loading={open.isPending} onClick={() => open.mutate()}>
        {t('form.openPaper')}
      </Button>
      <FaultNote fault={open.error} />
    </p>
  )
}
