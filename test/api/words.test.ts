import { describe, expect, it } from 'vitest'
import { wordsOf } from '#api/words.ts'
import { processes } from '#domain/registry.gen.ts'

/** What the program itself makes of its own steps, by the word of the step. */
const ownOutcomes = { service: 'done', document: 'issued', docket: 'docketed', 'opens-matter': 'opened', wait: 'due' } as const

const stories = Object.values(processes)
const zh = wordsOf('zh-CN')

describe('what people read of a process', () => {
  it.each(stories.map(({ stem }) => stem))('names in Chinese what the program itself did in each step: %s', (stem) => {
    const steps = Object.values(processes[stem]?.steps ?? {})
    const said = steps.flatMap((step) =>
      step.word in ownOutcomes ? [zh.outcome(stem, step.name, ownOutcomes[step.word as 'service'])] : [],
    )
    expect(said.filter((one) => !/\p{Script=Han}/u.test(one))).toEqual([])
  })

  it('tells why a matter ended in words, and leaves what somebody wrote as it is', () => {
    expect(zh.reason('pre-filing-assessment', 'nobody-takes-over')).toBe('没有完成人受让')
    expect(wordsOf('en').reason('licence-take-up', 'lapsed')).toBe('the patent lapsed')
    expect(zh.reason('disclosure', '申报人要求撤回')).toBe('申报人要求撤回')
  })
})
