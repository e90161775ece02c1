import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { Fault } from './fault.ts'
import { createPress, read, send, type Press } from './request.ts'

/** Reads a resource and keeps it fresh; nothing is asked while `path` is undefined. */
export function useAnswer<Answer>(path: string | undefined): UseQueryResult<Answer, Fault> {
  return useQuery<Answer, Fault>({
    queryKey: [path],
    queryFn: ({ signal }) => read<Answer>(path ?? '', signal),
    enabled: path !== undefined,
  })
}

/** As `useAnswer`, but shows the page before while the next is on its way. */
export function useList<Answer>(path: string): UseQueryResult<Answer, Fault> {
  return useQuery<Answer, Fault>({
    queryKey: [path],
    queryFn: ({ signal }) => read<Answer>(path, signal),
    placeholderData: keepPreviousData,
  })
}

export type Deed<Input, Answer> = UseMutationResult<Answer, Fault, Input> & {
  /** Accepted, and not carried out yet. */
  readonly isUnderWay: boolean
}

/** Something a button does: one key a press, everything shown is read again afterwards. */
export function useDeed<Input, Answer>(run: (input: Input, press: Press) => Promise<Answer>): Deed<Input, Answer> {
  const client = useQueryClient()
  const [isUnderWay, setUnderWay] = useState(false)
  const mutation = useMutation<Answer, Fault, Input>({
    mutationFn: (input) =>
      run(
        input,
        createPress(() => setUnderWay(true)),
      ),
    onSettled: async () => {
      setUnderWay(false)
      await client.invalidateQueries()
    },
  })
  return { ...mutation, isUnderWay }
}

export type Question<Input, Answer> = UseMutationResult<Answer, Fault, Input>

/** A question that is asked by POST and changes nothing: nothing shown is read again. */
export function useQuestion<Input, Answer>(path: string): Question<Input, Answer> {
  return useMutation<Answer, Fault, Input>({ mutationFn: (input) => send('POST', path, input) })
}

/** A deed that posts its input to `path`. */
export function usePost<Input, Answer>(path: string): Deed<Input, Answer> {
  return useDeed<Input, Answer>((input, press) => send('POST', path, input, press))
}
