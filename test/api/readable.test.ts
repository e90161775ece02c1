import { describe, expect, it } from 'vitest'
import { findUnreadable } from '#api/readable.ts'
import { isSameSite } from '#api/same-site.ts'
import { findCookie, setSessionCookie } from '#api/cookies.ts'

describe('a body that may be read', () => {
  it('is any JSON of plain text', () => {
    expect(findUnreadable({ a: ['甲', 1, null, true, { b: '😀' }] })).toBeUndefined()
  })

  it('has no NUL and no half character: no table can hold them', () => {
    expect(findUnreadable({ a: 'x\u0000' })).toBe('text')
    expect(findUnreadable({ 'x\u0000': 1 })).toBe('text')
    expect(findUnreadable(['\ud83d'])).toBe('text')
  })

  it('does not reach for prototypes', () => {
    expect(findUnreadable(JSON.parse('{"a":{"__proto__":{"admin":true}}}'))).toBe('text')
  })

  it('is neither too deep nor too large to look through', () => {
    expect(findUnreadable(JSON.parse('['.repeat(5000) + ']'.repeat(5000)))).toBe('too-deep')
    expect(findUnreadable(Array.from({ length: 200_000 }, () => 0))).toBe('too-many')
  })
})

describe('a request that changes something', () => {
  const host = 'conveyance.example:8080'

  it('comes from our own pages', () => {
    expect(isSameSite({ host, origin: `http://${host}`, fetchSite: 'same-origin' })).toBe(true)
    expect(isSameSite({ host: 'inner', origin: 'https://outer.example', publicUrl: 'https://outer.example/' })).toBe(true)
  })

  it('does not come from another site, nor from another name of ours', () => {
    expect(isSameSite({ host, fetchSite: 'cross-site' })).toBe(false)
    expect(isSameSite({ host, fetchSite: 'same-site' })).toBe(false)
    expect(isSameSite({ host, origin: 'https://evil.example' })).toBe(false)
    expect(isSameSite({ host, origin: 'null' })).toBe(false)
  })

  it('may come from a program, which names no site', () => {
    expect(isSameSite({ host })).toBe(true)
  })
})

describe('the session cookie', () => {
  it('is out of reach of scripts and other sites', () => {
    expect(setSessionCookie('t', 60, true)).toBe('conveyance_session=t; Path=/; HttpOnly; SameSite=Strict; Max-Age=60; Secure')
  })

  it('is found among others', () => {
    expect(findCookie('a=1; conveyance_session=x=y; b=2', 'conveyance_session')).toBe('x=y')
    expect(findCookie('xconveyance_session=1', 'conveyance_session')).toBeUndefined()
    expect(findCookie(undefined, 'conveyance_session')).toBeUndefined()
  })
})
