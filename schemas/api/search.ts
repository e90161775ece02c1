import { z } from 'zod'
import { matterRow } from './matter.ts'
import { personRow } from './person.ts'

export const searchQuery = z.object({ q: z.string().trim().min(1).max(100) })

/** Matters and people that fit the words, best first. */
export const searchResult = z.object({ matters: z.array(matterRow), people: z.array(personRow) }).meta({ id: 'SearchResult' })

export type SearchResult = z.infer<typeof searchResult>
