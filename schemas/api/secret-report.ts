import { z } from 'zod'
import { secretLevels, type SecretReport } from '#domain/secret-report.ts'
import { labelled, matterId } from './common.ts'
import { receipt } from './command.ts'

/** No field takes a sentence: what somebody writes could carry the secret on (保守国家秘密法 31(iii)). */
export const secretReport = z
  .strictObject({
    level: z.enum(secretLevels).meta({ description: 'The grade found, or that it is yet to be fixed' }),
    reference: z
      .string()
      .regex(/^[A-Z]{0,6}[0-9][0-9/-]{0,23}$/)
      .meta({ description: 'Its number in the classified channel: up to six capitals, then digits; nothing of the content' }),
    contact: z
      .string()
      .regex(/^[+0-9][0-9 ()-]{3,29}$/)
      .meta({ description: 'Telephone of the secrecy office, for whoever asks where the matter went' }),
  })
  .meta({
    id: 'SecretReport',
    examples: [{ level: 'to-be-fixed', reference: 'BM2026-0007', contact: '010-99990000' }],
  }) satisfies z.ZodType<SecretReport>

const relatedMatter = z.object({ id: matterId, number: z.string(), process: labelled, standing: z.enum(['open', 'suspended', 'closed']) })

export const secretReported = z
  .object({
    ...receipt.shape,
    related: z
      .array(relatedMatter)
      .meta({ description: 'Matters it came from, that came from it or are about the same: report each that holds the secret' }),
  })
  .meta({
    id: 'SecretReported',
    examples: [
      {
        command: '5f1f7a1e-5f6e-5d0c-8f77-8f6d8c9a0b1c',
        seq: 12,
        repeated: false,
        related: [
          {
            id: '0c5e3a52-7a0f-5a3c-9a5c-0d1f4b1f7c11',
            number: 'PG-2026-00001',
            process: { name: 'pre-filing-assessment', label: '专利申请前评估' },
            standing: 'open',
          },
        ],
      },
    ],
  })

export type SecretReportedView = z.infer<typeof secretReported>
