import { z } from 'zod'
import { jsonObject } from './common.ts'

/** A form as a browser draws it: JSON Schema, labels by field path (`*` for an array's items), labels of values. */
export const formView = z
  .object({
    key: z.string(),
    schema: jsonObject.meta({ description: 'JSON Schema 2020-12' }),
    labels: z.record(z.string(), z.object({ label: z.string(), help: z.string().optional() })),
    values: z.record(z.string(), z.string()),
  })
  .meta({
    id: 'Form',
    examples: [
      {
        key: 'disclosure/formal-check',
        schema: { type: 'object', properties: { complete: { type: 'boolean' } }, required: ['complete'] },
        labels: { complete: { label: '材料齐全' } },
        values: {},
      },
    ],
  })

export type FormView = z.infer<typeof formView>
