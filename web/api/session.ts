import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { Me, SignIn } from '#schemas/api/session.ts'
import { Fault } from './fault.ts'
import { read, send } from './request.ts'

/** Where the program tells who is signed in. */
export const mePath = '/api/me'

const sessionPath = '/api/session'

/** Whoever is signed in. A session that ended later keeps the last answer, so that the page stays as it was. */
export function useMe(): UseQueryResult<Me, Fault> {
  return useQuery<Me, Fault>({ queryKey: [mePath], queryFn: ({ signal }) => read<Me>(mePath, signal), staleTime: 60_000 })
}

/** Signs in and reads again whatever is shown. A password that is wrong is no session that ended. */
export function useSignIn(): UseMutationResult<Me, Fault, SignIn> {
  const client = useQueryClient()
  return useMutation<Me, Fault, SignIn>({
    mutationFn: (input) => send<Me>('POST', sessionPath, input),
    meta: { isDoor: true },
    onSuccess: async (me) => {
      client.setQueryData([mePath], me)
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== mePath })
    },
  })
}

/** Signs out and forgets everything that was read. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await send<void>('DELETE', sessionPath, {}).catch((fault: unknown) => {
      if (!(fault instanceof Fault && fault.status === 401)) throw fault
    })
    client.clear()
    window.location.assign('/')
  }
}

/** Whether any answer lately said that nobody is signed in. */
export function useSessionEnded(): boolean {
  const client = useQueryClient()
  const cache = client.getQueryCache()
  const mutations = client.getMutationCache()
  return useSyncExternalStore(
    (listener) => {
      const stops = [cache.subscribe(listener), mutations.subscribe(listener)]
      return () => stops.forEach((stop) => stop())
    },
    () => isUnauthorised(client.getQueryState([mePath])?.error),
  )
}

function isUnauthorised(fault: unknown): boolean {
  return fault instanceof Fault && fault.status === 401
}
