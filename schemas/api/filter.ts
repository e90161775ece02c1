import { z } from 'zod'
import { json, personRef } from './common.ts'

const query = z.record(z.string().max(100), json).meta({ description: 'The query of the list, as in its address' })

/** A saved predicate over a list; kept on the server, addressable, shared if its owner likes. */
export const filterView = z
  .object({
    id: z.string(),
    name: z.string(),
    list: z.enum(['tasks', 'matters']),
    query,
    shared: z.boolean(),
    owner: personRef,
    mine: z.boolean(),
  })
  .meta({ id: 'Filter' })

export const filterList = z.object({ items: z.array(filterView) }).meta({ id: 'FilterList' })

export const newFilter = z
  .strictObject({ name: z.string().trim().min(1).max(100), list: z.enum(['tasks', 'matters']), query, shared: z.boolean().default(false) })
  .meta({
    id: 'NewFilter',
    examples: [{ name: '本周到期', list: 'tasks', query: { list: 'group', dueBefore: '2026-03-09' }, shared: false }],
  })

export type FilterView = z.infer<typeof filterView>
