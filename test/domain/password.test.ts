import { expect, test } from 'vitest'
import { checkPassword } from '#domain/password.ts'

const codes = (username: string, password: string) => checkPassword(username, password, '/next').map((one) => one.code)

test('a password has twelve characters at least, counted as people count them', () => {
  expect(checkPassword('lin', 'elevenchars', '/next')).toMatchObject([
    { code: 'account/password-too-short', fact: { least: 12 }, field: '/next' },
  ])
  expect(codes('lin', 'twelve-chars')).toEqual([])
  expect(codes('lin', '😀'.repeat(6))).toEqual(['account/password-too-short'])
})

test('a password is not the user name with little beside it, in whichever case', () => {
  expect(codes('administrator', 'Administrator')).toEqual(['account/password-is-name'])
  expect(codes('inventor-one', 'inventor-one-2026')).toEqual(['account/password-is-name'])
  expect(codes('lin', 'linlinlinlinlin')).toEqual(['account/password-is-name'])
  expect(codes('lin', 'lin keeps four black cats')).toEqual([])
})

test('a password is more than a few characters over and over', () => {
  expect(codes('lin', 'abcabcabcabcabc')).toEqual(['account/password-monotonous'])
  expect(codes('lin', '111111111111')).toEqual(['account/password-monotonous'])
})

test('the demonstration password passes for every demonstration account', () => {
  for (const name of ['inventor1', 'sysadmin', 'ipo_officer', 'committee3']) expect(codes(name, 'demo-password-1')).toEqual([])
})
