import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { read } from './request.ts'

/** Somebody one may sign in as where the program runs for show. */
export type DemonstrationAccount = { readonly username: string; readonly password: string; readonly name: string; readonly does: string }

/** The accounts of the demonstration; empty where the program is in earnest. */
export function useDemonstration(): UseQueryResult<readonly DemonstrationAccount[]> {
  return useQuery({
    queryKey: ['/api/demonstration'],
    queryFn: async ({ signal }) => (await read<{ items: readonly DemonstrationAccount[] }>('/api/demonstration', signal)).items,
    retry: false,
    staleTime: Infinity,
  })
}
