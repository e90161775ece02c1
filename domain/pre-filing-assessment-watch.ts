import type { CheckContext } from './checks.ts'
import { isDualFiling } from './pre-filing-assessment-filing.ts'
import { findForm } from './pre-filing-assessment-facts.ts'
import type { Abandonment, FilingRecord, OfficeEvent } from './pre-filing-assessment-forms.ts'
import { assessmentRules } from './pre-filing-assessment-rules.ts'
import { steps } from './pre-filing-assessment.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import type { MatterState } from './state.ts'
import { listResults } from './state.ts'

/** How an application stands; `replaced` is a utility model that ended when the invention filed with it was granted. */
export type ApplicationStanding = 'pending' | 'granted' | 'rejected' | 'withdrawn' | 'lapsed' | 'replaced'

/** Standing by application number. */
export type FilingStanding = { readonly [applicationNumber: string]: ApplicationStanding }

const settles: { readonly [event in OfficeEvent['event']]?: ApplicationStanding } = {
  'grant-announced': 'granted',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
}

/** What the office did so far, oldest first. */
export function listOfficeEvents(state: MatterState): OfficeEvent[] {
  return listResults(state, steps.filingWatch.name)
    .filter(({ outcome }) => outcome === 'record-office-event')
    .map(({ data }) => data as unknown as OfficeEvent)
}

/** How each application stands after the events; a granted invention ends the utility model filed with it (实施细则 47). */
export function standingAfter(record: FilingRecord, events: readonly OfficeEvent[]): FilingStanding {
  const standing: { [number: string]: ApplicationStanding } = {}
  for (const { applicationNumber } of record.applications) standing[applicationNumber] = 'pending'
  for (const { applicationNumber, event } of events) {
    const settled = settles[event]
    if (settled === undefined || standing[applicationNumber] === undefined) continue
    standing[applicationNumber] = settled
    const application = record.applications.find((one) => one.applicationNumber === applicationNumber)
    if (settled === 'granted' && application?.type === 'invention' && isDualFiling(record)) {
      const model = record.applications.find(({ type }) => type === 'utility-model')
      if (model !== undefined && standing[model.applicationNumber] === 'granted') standing[model.applicationNumber] = 'replaced'
    }
  }
  return standing
}

/**
 * What an event means for the matter: whether a patent was granted, as the only one, as the first while the other is still
 * pending, or as the second; and whether anything is left to watch.
 */
export type EventMeaning = 'noted' | 'abandonment' | 'granted-only' | 'granted-first' | 'granted-second' | 'ended-granted' | 'ended'

/** What the latest of the events means; the list must not be empty. */
export function readEvent(record: FilingRecord, events: readonly OfficeEvent[]): EventMeaning {
  const standings = Object.values(standingAfter(record, events))
  const isSettled = standings.every((one) => one !== 'pending')
  const latest = events.at(-1)?.event
  if (latest === 'grant-announced') {
    if (!isSettled) return 'granted-first'
    return events.filter(({ event }) => event === 'grant-announced').length > 1 ? 'granted-second' : 'granted-only'
  }
  if (latest === 'utility-model-to-be-abandoned') return 'abandonment'
  if (!isSettled) return 'noted'
  return standings.some((one) => one === 'granted' || one === 'replaced') ? 'ended-granted' : 'ended'
}

function isStillOpen(standing: ApplicationStanding | undefined, event: OfficeEvent['event']): boolean {
  // A granted right ends, and the office tells so; nothing else happens to it here.
  return standing === 'pending' || (standing === 'granted' && (event === 'lapsed' || event === 'loss-notice-received'))
}

/** An event that cannot be: of another application, before filing, not yet come, or after the end of the application. */
export function checkOfficeEvent(event: OfficeEvent, context: CheckContext): Refusal[] {
  const record = context.state === undefined ? undefined : findForm(context.state, steps.recordFiling)?.data
  if (context.state === undefined || record === undefined) return []
  const { applicationNumber: number, on } = event
  const application = record.applications.find((one) => one.applicationNumber === number)
  if (application === undefined) return [refuse(assessmentRules.unknownApplication, { number }, '/applicationNumber')]
  const refusals: Refusal[] = []
  if (on > context.today) refusals.push(refuse(assessmentRules.eventInFuture, { on, today: context.today }, '/on'))
  if (on < application.filedOn) refusals.push(refuse(assessmentRules.eventBeforeFiling, { on, filedOn: application.filedOn }, '/on'))
  const standing = standingAfter(record, listOfficeEvents(context.state))[number]
  if (!isStillOpen(standing, event.event))
    refusals.push(refuse(assessmentRules.applicationSettled, { number, standing: standing ?? '' }, '/event'))
  if (event.event !== 'utility-model-to-be-abandoned') return refusals
  if (!isDualFiling(record) || application.type !== 'invention') refusals.push(refuse(assessmentRules.noDualFiling, { number }, '/event'))
  if (event.answerMonths === undefined) refusals.push(refuse(assessmentRules.answerPeriodMissing, { number }, '/answerMonths'))
  return refusals
}

/**
 * The utility model's right ends on the day the invention's grant is announced (实施细则 47), and with it every licence on it:
 * whoever abandons has read so, has told each licensee, and dates the declaration.
 */
export function checkAbandonment(form: Abandonment, context: CheckContext): Refusal[] {
  const refusals = form.warningRead ? [] : [refuse(assessmentRules.dualWarningUnread, {}, '/warningRead')]
  if (context.outcome === 'kept') return refusals
  const untold = form.licences.filter(({ toldOn }) => toldOn === undefined || toldOn > context.today)
  if (untold.length > 0) {
    const fact = {
      licences: untold.map(({ contract }) => contract),
      kinds: untold.map(({ kind }) => kind),
      endsWith: 'invention-grant-announced',
    }
    refusals.push(refuse(assessmentRules.licenseesUntold, fact, '/licences'))
  }
  if (form.declaredOn === undefined || form.declaredOn > context.today) {
    refusals.push(refuse(assessmentRules.declarationUndated, { today: context.today }, '/declaredOn'))
  }
  return refusals
}
