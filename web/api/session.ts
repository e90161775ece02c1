import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
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

const isNotMe = ({ queryKey }: { readonly queryKey: readonly unknown[] }) => queryKey[0] !== mePath

/** Signs in and reads again whatever is shown. A password that is wrong is no session that ended. */
export function useSignIn(): UseMutationResult<Me, Fault, SignIn> {
  const client = useQueryClient()
  return useMutation<Me, Fault, SignIn>({
    mutationFn: (input) => send<Me>('POST', sessionPath, input),
    meta: { isDoor: true },
    onSuccess: async (me) => {
      const before = client.getQueryData<Me>([mePath])
      // Whoever signs in after somebody else sees nothing of what that one read.
      if (before !== undefined && before.person.id !== me.person.id) client.removeQueries({ predicate: isNotMe })
      client.setQueryData([mePath], me)
      await client.invalidateQueries({ predicate: isNotMe })
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

/** What asks outside of queries and buttons tells the page here that it was refused for want of a session. */
export function useNoticedEnd(fault: unknown): void {
  const client = useQueryClient()
  useEffect(() => {
    if (isUnauthorised(fault)) void client.invalidateQueries({ queryKey: [mePath] })
  }, [client, fault])
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

/** Whether an answer said that nobody is signed in. */
export function isUnauthorised(fault: unknown): boolean {
  return fault instanceof Fault && fault.status === 401
}
