import type { PlainDay } from '#domain/day.ts'

const zone = 'Asia/Shanghai'
const dayMs = 86_400_000

function instantOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

/** A day as people write it: 2026年3月2日, 2 March 2026. */
export function describeDay(day: string, language: string): string {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', options).format(instantOf(day))
}

/** An instant in the office's zone, to the minute. */
export function describeInstant(instant: string | number, language: string): string {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: zone,
  }
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', options).format(new Date(instant))
}

/** Days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((instantOf(to) - instantOf(from)) / dayMs)
}

/** Whether a text is a calendar day. */
export function isDay(value: unknown): value is PlainDay {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
}
