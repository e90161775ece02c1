import { describe, expect, it } from 'vitest'
import { codesByStatus, statusOfRefusals } from '#api/refusal-status.ts'
import { wordsOf } from '#api/words.ts'
import { allRules } from '#domain/registry.gen.ts'
import { refuse, type Rule } from '#domain/refusal.ts'
import { taskRules } from '#domain/task-rules.ts'
import { deskRules } from '#domain/desk-rules.ts'

const made = (code: string) => ({ code: code as Rule['code'], citations: [], fact: {} })

describe('the status of a refusal', () => {
  it('is 403 where somebody else may', () => {
    for (const rule of [taskRules.notCandidate, taskRules.interested, taskRules.fourEyes, taskRules.ownStatement, taskRules.notOfficer]) {
      expect(statusOfRefusals([refuse(rule)]), rule.code).toBe(403)
    }
  })

  it('is 409 where another time would do', () => {
    for (const rule of [taskRules.notOpen, taskRules.held, taskRules.matterClosed, taskRules.matterSuspended, taskRules.mayNotWithdraw]) {
      expect(statusOfRefusals([refuse(rule)]), rule.code).toBe(409)
    }
  })

  it('is 422 for content and law', () => {
    expect(statusOfRefusals([refuse(taskRules.unknownOutcome)])).toBe(422)
    expect(statusOfRefusals([made('disclosure/contributions-do-not-sum')])).toBe(422)
  })

  it('says who may not before it says what is wrong', () => {
    expect(statusOfRefusals([refuse(taskRules.unknownOutcome), refuse(taskRules.held), refuse(taskRules.interested)])).toBe(403)
    expect(statusOfRefusals([refuse(taskRules.unknownOutcome), refuse(taskRules.held)])).toBe(409)
  })

  it('names only codes that some rule has, each once', () => {
    const known = new Set<string>(allRules.map((rule) => rule.code))
    const named = [...codesByStatus[403], ...codesByStatus[409]]
    expect(named.filter((code) => !known.has(code))).toEqual([])
    expect(new Set(named).size).toBe(named.length)
  })
})

describe('the words of the front office', () => {
  it.each(['zh-CN', 'en'] as const)('say what is wrong and what to do about it, for every rule, in %s', (language) => {
    for (const rule of [...Object.values(taskRules), ...Object.values(deskRules)]) {
      const words = wordsOf(language).refusal(rule.code)
      expect(words?.says, rule.code).toBeTruthy()
      expect(words?.remedy, rule.code).toBeTruthy()
    }
  })
})
