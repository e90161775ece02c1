import { describe, expect, it } from 'vitest'
import { findNumber } from '#web/parts/form/given-matters.ts'

const given = {
  novelty: { is: 'open' },
  similar: [
    { matter: 'one', number: 'CP-2026-00009', scoreBp: 9487 },
    { matter: 'two', number: 7 },
  ],
}

describe('a matter that a form asks about', () => {
  it('is called by its number where the facts given with the form name it', () => {
    expect(findNumber(given, 'one')).toBe('CP-2026-00009')
  })

  it('is unknown where nothing names it, or what names it is no number of the register', () => {
    expect(findNumber(given, 'three')).toBeUndefined()
    expect(findNumber(given, 'two')).toBeUndefined()
    expect(findNumber(given, undefined)).toBeUndefined()
  })
})
