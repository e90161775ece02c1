import { z } from 'zod'
import { interestRelations } from '#domain/register.ts'
import { day, labelled, page, pageQuery, personId, personRef } from './common.ts'
import { subjectId } from './encumbrance.ts'

const source = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .meta({ description: 'Whence it is known', examples: ['本人申报'] })

export const newInterest = z
  .strictObject({ person: personId, party: subjectId, relation: z.enum(interestRelations), since: day, until: day.exactOptional(), source })
  .meta({ id: 'NewInterest' })

export const interestEnd = z.strictObject({ until: day, source }).meta({ id: 'InterestEnd' })

const fields = {
  id: z.string().meta({ description: 'Person and party, parted by ~' }),
  person: personRef,
  party: z.string(),
  partyName: z.string().optional().meta({ description: 'Where the party is on its register' }),
  relation: labelled,
  since: day,
  until: day.optional(),
}

export const interestRow = z.object(fields).meta({ id: 'Interest' })
export const interestPage = page(interestRow, 'InterestPage')

export const interestView = z
  .object({
    ...fields,
    knownOn: day.meta({ description: 'As the register said at the end of this day' }),
    mayChange: z.boolean().meta({ description: 'Whether the reader may enter its end' }),
  })
  .meta({ id: 'InterestView' })

export const interestQuery = z.object({
  ...pageQuery.shape,
  of: z.string().max(200).optional().meta({ description: 'A person or a party' }),
})

export type InterestRow = z.infer<typeof interestRow>
export type InterestView = z.infer<typeof interestView>
