import { useQueries } from '@tanstack/react-query'
import type { PersonRow } from '#schemas/api/person.ts'
import { read } from './request.ts'

type Names = { readonly [person: string]: string }

const namesHoldMs = 300_000

/** The names of people by id: those known already, the others looked up. Nobody's name is asked twice. */
export function useNames(people: readonly string[], known: Names = {}): Names {
  const unknown = [...new Set(people)].filter((person) => known[person] === undefined)
  const answers = useQueries({
    queries: unknown.map((person) => ({
      queryKey: [`/api/people/${person}`],
      queryFn: () => read<PersonRow>(`/api/people/${encodeURIComponent(person)}`),
      staleTime: namesHoldMs,
      retry: false,
    })),
  })
  const found = unknown.flatMap((person, index) => {
    const name = answers[index]?.data?.name
    return name === undefined ? [] : [[person, name] as const]
  })
  return { ...known, ...Object.fromEntries(found) }
}
