import { describe, expect, it } from 'vitest'
import { findUnreadable } from '#api/readable.ts'
import { isSameSite } from '#api/same-site.ts'
import { findCookie, setSessionCookie } from '#api/cookies.ts'

describe('a body that may be read', () => {
  it('is any JSON of plain text', () => {
    expect(findUnreadable({ a: ['甲', 1, null, true, { b: '😀' }] })).toBeUndefined()
  })

  it('has no NUL and no half character: no table can hold them', () => {
    expect(findUnreadable({ data: { a: 'x\u0000' } })).toEqual({ why: 'text', at: ['data', 'a'] })
    expect(findUnreadable({ data: { 'x\u0000': 1 } })).toEqual({ why: 'text', at: ['data'] })
    expect(findUnreadable(['甲', '\ud83d'])).toEqual({ why: 'text', at: ['1'] })
  })

  it('has nothing that cannot be shown: no control characters, none that turn the direction of writing', () => {
    for (const text of ['甲\u0007乙', '\u001b[31m', '\u007f', '甲\u202e乙', '\u2066'])
      expect(findUnreadable({ data: { titleZh: text } }), JSON.stringify(text)).toEqual({ why: 'text', at: ['data', 'titleZh'] })
    expect(findUnreadable({ a: '一行\t二列\r\n三行', b: '👩\u200d🌾𠮷䶮' })).toBeUndefined()
  })

  it('has numbers that are numbers: what JSON writes beyond all of them is told by its place', () => {
    expect(findUnreadable(JSON.parse('{"data":{"inventors":[{"contributionBp":1e400}]}}'))).toEqual({
      why: 'number',
      at: ['data', 'inventors', '0', 'contributionBp'],
    })
  })

  it('does not reach for prototypes', () => {
    expect(findUnreadable(JSON.parse('{"a":{"__proto__":{"admin":true}}}'))).toEqual({ why: 'text', at: ['a'] })
  })

  it('is neither too deep nor too large to look through', () => {
    expect(findUnreadable(JSON.parse('['.repeat(5000) + ']'.repeat(5000)))).toMatchObject({ why: 'too-deep' })
    expect(findUnreadable(Array.from({ length: 200_000 }, () => 0))).toEqual({ why: 'too-many', at: [] })
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
