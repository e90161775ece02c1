import { addDays, dayOfInstant, instantOfDayStart, plainDay } from '#domain/day.ts'
import type { PlainDay } from '#domain/day.ts'

/**
 * The Chinese calendar worked out from sun and moon, to check the table of holidays against. The platform's own calendar
 * (`Intl`, ICU) is off by a day for the new years of 2027 and 2030, where the new moon falls within minutes of midnight.
 */

const degrees = Math.PI / 180
const msPerDay = 86_400_000
/** Terrestrial minus universal time around 2030, about 75 seconds. */
const deltaT = 75 / 86_400

/** The sun's apparent longitude in degrees at an instant, to about 0.01° (low-precision series of the Astronomical Almanac). */
export function solarLongitude(ms: number): number {
  const days = ms / msPerDay + 2_440_587.5 - 2_451_545
  const anomaly = (357.528 + 0.9856003 * days) * degrees
  const longitude = 280.46 + 0.9856474 * days + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)
  return ((longitude % 360) + 360) % 360
}

/** The instant of the new moon number `k` (0 = January 2000), to about half a minute: Meeus, Astronomical Algorithms, ch. 49. */
function newMoon(k: number): number {
  const t = k / 1236.85
  const mean = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t
  const e = 1 - 0.002516 * t
  const sun = (2.5534 + 29.1053567 * k) * degrees
  const moon = (201.5643 + 385.81693528 * k + 0.0107582 * t * t) * degrees
  const latitude = (160.7108 + 390.67050284 * k - 0.0016118 * t * t) * degrees
  const node = (124.7746 - 1.56375588 * k + 0.0020672 * t * t) * degrees
  const terms: readonly (readonly [number, number])[] = [
    [-0.4072, moon],
    [0.17241 * e, sun],
    [0.01608, 2 * moon],
    [0.01039, 2 * latitude],
    [0.00739 * e, moon - sun],
    [-0.00514 * e, moon + sun],
    [0.00208 * e * e, 2 * sun],
    [-0.00111, moon - 2 * latitude],
    [-0.00057, moon + 2 * latitude],
    [0.00056 * e, 2 * moon + sun],
    [-0.00042, 3 * moon],
    [0.00042 * e, sun + 2 * latitude],
    [0.00038 * e, sun - 2 * latitude],
    [-0.00024 * e, 2 * moon - sun],
    [-0.00017, node],
    [-0.00007, moon + 2 * sun],
    [0.00004, 2 * moon - 2 * latitude],
    [0.00004, 3 * sun],
    [0.00003, moon + sun - 2 * latitude],
    [0.00003, 2 * moon + 2 * latitude],
    [-0.00003, moon + sun + 2 * latitude],
    [0.00003, moon - sun + 2 * latitude],
    [-0.00002, moon - sun - 2 * latitude],
    [-0.00002, 3 * moon + sun],
    [0.00002, 4 * moon],
    [0.000325, (299.77 + 0.107408 * k - 0.009173 * t * t) * degrees],
    [0.000165, (251.88 + 0.016321 * k) * degrees],
    [0.000164, (251.83 + 26.651886 * k) * degrees],
    [0.000126, (349.42 + 36.412478 * k) * degrees],
    [0.00011, (84.66 + 18.206239 * k) * degrees],
  ]
  const julian = terms.reduce((sum, [size, angle]) => sum + size * Math.sin(angle), mean) - deltaT
  return (julian - 2_440_587.5) * msPerDay
}

/** Which twelfth of the year the sun is in when `day` begins; a month in which it rises holds a major solar term. */
function sector(day: PlainDay): number {
  return Math.floor(solarLongitude(instantOfDayStart(day)) / 30)
}

type LunarMonth = { readonly first: PlainDay; readonly hasMajorTerm: boolean; readonly hasSolstice: boolean }

function monthOf(k: number): LunarMonth {
  const first = dayOfInstant(newMoon(k))
  const next = dayOfInstant(newMoon(k + 1))
  return { first, hasMajorTerm: sector(first) !== sector(next), hasSolstice: sector(first) <= 8 && sector(next) >= 9 && sector(next) < 11 }
}

/** The first days of the lunar months 1, 5 and 8 of `year`, counted from the month that holds the winter solstice before. */
export function lunarMonths(year: number): { readonly first: PlainDay; readonly fifth: PlainDay; readonly eighth: PlainDay } {
  const nearNovember = Math.floor((year - 1 - 2000 + 0.86) * 12.3685)
  const months = Array.from({ length: 18 }, (_, offset) => monthOf(nearNovember + offset))
  const start = months.findIndex((month) => month.hasSolstice)
  const end = months.findIndex((month, place) => place > start && month.hasSolstice)
  const cycle = months.slice(start, end)
  const leap = cycle.length === 13 ? cycle.findIndex((month) => !month.hasMajorTerm) : -1
  const numbered = cycle.filter((_, place) => place !== leap)
  // The month of the solstice is the eleventh, so the first is the third of the cycle.
  const [first, fifth, eighth] = [2, 6, 9].map((place) => numbered[place]?.first ?? plainDay('0001-01-01'))
  return { first: first!, fifth: fifth!, eighth: eighth! }
}

/** The day on which the sun reaches 15°: Qingming. */
export function qingming(year: number): PlainDay {
  let day = plainDay(`${year}-04-01`)
  while (solarLongitude(instantOfDayStart(addDays(day, 1))) < 15) day = addDays(day, 1)
  return day
}
