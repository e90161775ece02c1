import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as Kit, ConfigProvider } from 'antd'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import { Suspense, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from './api/fault.ts'
import { mePath } from './api/session.ts'
import { usePath } from './location.ts'
import { CrashFence } from './parts/CrashFence.tsx'
import { Waiting } from './parts/Waiting.tsx'
import { InsidePages } from './parts/InsidePages.tsx'
import { findOutsidePage } from './routes.ts'
import { theme } from './theme.ts'

const mostTries = 2

function createClient(): QueryClient {
  // Whatever hears first that the session has ended lets the page ask who is signed in.
  const noticeEnd = (fault: unknown) => {
    if (fault instanceof Fault && fault.status === 401) void client.invalidateQueries({ queryKey: [mePath] })
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (fault, query) => query.queryKey[0] !== mePath && noticeEnd(fault) }),
    mutationCache: new MutationCache({ onError: (fault, _, __, mutation) => mutation.meta?.['isDoor'] !== true && noticeEnd(fault) }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // A lawful no stays no; only silence is worth asking again.
        retry: (count, fault) => count < mostTries && !(fault instanceof Fault && fault.status >= 400 && fault.status < 500),
      },
    },
  })
  return client
}

/** The whole application. */
export function App(): ReactElement {
  const [client] = useState(createClient)
  const { i18n } = useTranslation()
  return (
    <ConfigProvider theme={theme} button={{ autoInsertSpace: false }} locale={i18n.language === 'en' ? enUS : zhCN}>
      <Kit>
        <QueryClientProvider client={client}>
          <CrashFence>
            <Suspense fallback={<Waiting />}>
              <Pages />
            </Suspense>
          </CrashFence>
        </QueryClientProvider>
      </Kit>
    </ConfigProvider>
  )
}

/** Pages for outsiders need no session; all others do. */
function Pages(): ReactElement {
  const outside = findOutsidePage(usePath())
  return outside ?? <InsidePages />
}
