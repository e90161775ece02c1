import { describe, expect, it } from 'vitest'
import { isAnotherPage } from '#web/location.ts'

describe('where a page is read from after a click', () => {
  it('is its top for another page, and for the next page of the same list', () => {
    expect(isAnotherPage('/tasks?list=group', '/tasks/0c5e.formal-check.1')).toBe(true)
    expect(isAnotherPage('/tasks?list=group', '/tasks?list=group&cursor=x')).toBe(true)
  })

  it('is where the reader was for another filter or another part of the same page', () => {
    expect(isAnotherPage('/tasks?list=group', '/tasks?list=group&q=x')).toBe(false)
    expect(isAnotherPage('/matters/m', '/matters/m?tab=people')).toBe(false)
  })
})
