import type { deadlineZh } from './deadline.zh.ts'
import type { SameShape } from './words.zh.ts'

/** Words of deadlines and of their proof. */
export const deadlineEn: SameShape<typeof deadlineZh> = {
  deadline: {
    title: 'Deadlines',
    lead: 'Open deadlines of every matter you may see, the most urgent first.',
    code: 'Deadline',
    class: 'Kind',
    classes: { statutory: 'statutory', contractual: 'contractual', notice: 'notice', service: 'service' },
    runsOn: 'runs on although the matter is suspended',
    closedOn: 'settled on {{date}}',
    before: 'Ends before',
    empty: 'No open deadlines.',
    settled: 'Settled deadlines ({{count}})',
    derivation: 'How it was counted',
    provisional: 'Provisional: the holiday notice of a year that matters is not out yet; it will be counted again.',
  },
  derivation: {
    trigger: 'Counted from {{on}}; that day itself does not count.',
    counted: '{{period}} end on {{raw}}.',
    skippedOne: '{{from}} is {{because}} and does not count.',
    skipped: '{{from}} to {{to}} are {{because}} and do not count.',
    because: { weekend: 'weekend', holiday: 'public holiday' },
    'worked-weekend': '{{on}} is worked in exchange and counts as a working day.',
    extended: 'The last day, {{from}}, is no working day; it moves to {{to}}.',
    kept: 'The last day, {{on}}, is no working day but stays by its own rule.',
    calendar: 'Days off of {{year}} by {{source}} ({{issuedOn}}).',
    calendarInvented: 'Days off of {{year}} are made up for rehearsal ({{source}}).',
    'calendar-missing': 'The days off of {{year}} are not loaded; the result is provisional.',
    periods: {
      days_one: '{{count}} day',
      days_other: '{{count}} days',
      workingDays_one: '{{count}} working day',
      workingDays_other: '{{count}} working days',
      months_one: '{{count}} month',
      months_other: '{{count}} months',
      years_one: '{{count}} year',
      years_other: '{{count}} years',
    },
  },
}
