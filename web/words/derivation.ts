import type { TFunction } from 'i18next'
import type { DerivationStep, DueRule } from '#domain/deadline.ts'
import { unreachable } from '#domain/unreachable.ts'
import { describeDay } from './days.ts'

/** A period in words: 5个工作日, 5 working days. */
export function describePeriod(rule: DueRule, t: TFunction): string {
  if ('workingDays' in rule) return t('derivation.periods.workingDays', { count: rule.workingDays })
  if ('days' in rule) return t('derivation.periods.days', { count: rule.days })
  if ('months' in rule) return t('derivation.periods.months', { count: rule.months })
  return t('derivation.periods.years', { count: rule.years })
}

/** One line of the proof of a due day, as a sentence. */
export function describeDerivation(step: DerivationStep, t: TFunction, language: string): string {
  const day = (on: string) => describeDay(on, language)
  switch (step.kind) {
    case 'trigger':
      return t('derivation.trigger', { on: day(step.on) })
    case 'counted':
      return t('derivation.counted', { period: describePeriod(step.rule, t), raw: day(step.raw) })
    case 'skipped': {
      const because = t(`derivation.because.${step.because}`)
      return step.from === step.to
        ? t('derivation.skippedOne', { from: day(step.from), because })
        : t('derivation.skipped', { from: day(step.from), to: day(step.to), because })
    }
    case 'worked-weekend':
      return t('derivation.worked-weekend', { on: day(step.on) })
    case 'extended':
      return t('derivation.extended', { from: day(step.from), to: day(step.to) })
    case 'kept':
      return t('derivation.kept', { on: day(step.on) })
    case 'calendar':
      return t(step.invented ? 'derivation.calendarInvented' : 'derivation.calendar', {
        year: step.year,
        source: step.source,
        issuedOn: day(step.issuedOn),
      })
    case 'calendar-missing':
      return t('derivation.calendar-missing', { year: step.year })
    default:
      return unreachable(step)
  }
}
