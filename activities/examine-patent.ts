import { readPatent } from '#store/record/patent-facts.ts'
import type { JsonObject } from '#domain/json.ts'
import { adviseAnnuity } from '#domain/open-licence-annuity.ts'
import { recordEligibility } from '#domain/open-licence-eligibility.ts'
import { countTakeUps } from '#store/lists/take-ups.ts'
import type { ActivityDependencies } from './dependencies.ts'
import type { ServiceCall } from './service-call.ts'

/**
 * Asks the register about every condition of an open licence at once; input `{patent, consented, needsRecordedLicence?}`. Where
 * `needsRecordedLicence` is given the offer stands, and its takers and the next annuity are looked at too.
 */
export function createExaminePatentActivity({ store }: ActivityDependencies) {
  return async function examinePatent({ institution, matter, today, input }: ServiceCall): Promise<JsonObject> {
    const number = String(input['patent'])
    const { patent, parameters, calendar } = await readPatent(store, { institution, today }, number)
    const consented = (input['consented'] ?? []) as readonly string[]
    const known = patent === undefined ? {} : { patent }
    const record = recordEligibility({ number, ...known, on: today, calendar, matter, consented })
    const needsRecordedLicence = input['needsRecordedLicence']
    if (patent === undefined || typeof needsRecordedLicence !== 'boolean') return record
    const takers = await countTakeUps(store, institution, matter)
    const question = { isOffered: true, recordedLicences: takers.recorded, needsRecordedLicence }
    const annuity = adviseAnnuity(patent, today, { parameters, calendar }, question)
    return { ...record, status: patent.status, takers, ...(annuity === undefined ? {} : { annuity }) }
  }
}
