import { sampleMandate } from '#cli/samples/registers.ts'
import type { RegisterRow } from '#domain/register.ts'
import { mandateId, type MandateFacts } from '#domain/signing-mandate.ts'

/** A mandate as the register has it. */
export function mandateRow(person: string, changes: Partial<MandateFacts> = {}): RegisterRow {
  const facts = sampleMandate(person, '授权代表', `（示例）校授〔2026〕${person}`, changes)
  return { register: 'mandate', id: mandateId(facts.person, facts.number), facts }
}

/** Under which mandates the officers of the plays sign for the house. */
export const playedMandates: readonly RegisterRow[] = [mandateRow('officer-asset'), mandateRow('officer-ipo_officer')]
