import { describe, expect, it } from 'vitest'
import { composeDecision, composeDigest, composeLink } from '#activities/letters.ts'
import { plainDay } from '#domain/day.ts'
import type { Digest, DigestLine } from '#domain/digest.ts'
import { processes } from '#domain/registry.gen.ts'
import { mailWords as english } from '#domain/words/mail.en.ts'
import { mailWords as chinese } from '#domain/words/mail.zh.ts'
import type { MatterId } from '#domain/state.ts'

const today = plainDay('2026-03-09')
const title = '一种未公开的催化剂及其制备方法'
const line: DigestLine = {
  matter: 'm-1' as MatterId,
  process: 'disclosure',
  number: 'CP-2026-00001',
  title,
  is: 'step',
  name: 'formal-check',
  dueOn: plainDay('2026-03-06'),
}
const empty: Digest = { overdue: [], 'due-soon': [], assigned: [], new: [], deadlines: [], closed: [] }
const zhang = { name: '张三', nameLatin: 'Zhang San', language: 'zh-CN' }

describe('letters', () => {
  it('name the matter by its number, its step by its word and the day by its date', () => {
    const letter = composeDigest(zhang, { ...empty, overdue: [line] }, today, 'https://uni.example')
    expect(letter.subject).toBe('【让渡】2026年3月9日办件摘要：1项待办，1项已逾期')
    expect(letter.text).toContain('CP-2026-00001  形式审查（应于2026年3月6日办结，已逾期3天）')
    expect(letter.text).toContain('https://uni.example')
    expect(letter.text).not.toMatch(/\{\w+\}/)
  })

  it('never carry the title of a result that may be unpublished', () => {
    const told = { ...empty, overdue: [line], new: [line], closed: [{ ...line, is: 'outcome', name: 'docketed' } as const] }
    for (const language of ['zh-CN', 'en']) {
      const letter = composeDigest({ ...zhang, language }, told, today)
      expect(`${letter.subject}${letter.text}`).not.toContain(title)
    }
    // Whoever opens a process's titles to mail decides so by name.
    expect(
      Object.values(processes)
        .filter((one) => one.titlesArePublic === true)
        .map((one) => one.stem),
    ).toEqual([])
  })

  it('count one task and one day in the singular', () => {
    const due = { ...line, dueOn: plainDay('2026-03-08') }
    const { subject, text } = composeDigest({ ...zhang, language: 'en' }, { ...empty, overdue: [due] }, today)
    expect(subject).toBe('[Conveyance] 9 March 2026: 1 task, 1 overdue')
    expect(text).toContain('(was due on 8 March 2026, 1 day overdue)')
    const later = { ...line, dueOn: plainDay('2026-03-30') }
    expect(composeDigest({ ...zhang, language: 'en' }, { ...empty, new: [later] }, today).text).toContain('21 days left')
  })

  it('show twenty lines of a part and say how many more there are', () => {
    const many = Array.from({ length: 33 }, (_, index) => ({ ...line, number: `CP-2026-${index}` }))
    const { text } = composeDigest({ ...zhang, language: 'en' }, { ...empty, new: many }, today)
    expect(text.match(/CP-2026-/g)).toHaveLength(20)
    expect(text).toContain('13 more')
    expect(text).toContain('Dear Zhang San,')
  })

  it('bring an outsider his link with the step in words', () => {
    const facts = {
      institution: '示例大学',
      number: 'CP-2026-00001',
      process: 'disclosure',
      step: 'formal-check',
      url: 'https://uni.example/links/x',
      until: '2026年3月16日',
    }
    const letter = composeLink(zhang, facts)
    expect(letter.subject).toBe('【让渡】CP-2026-00001：请您办理“形式审查”')
    expect(letter.text).toContain(facts.url)
  })

  it('bring an objector the decision in Chinese and in English, and name neither the notice’s subject nor anybody it names', () => {
    const facts = {
      institution: { zh: '示例大学', en: 'Sample University' },
      number: 'YY-2026-00001',
      notice: 'GS-2026-00001',
      receivedOn: plainDay('2026-03-02'),
      on: today,
      paper: 'YY-2026-00001-D02',
      sha256: 'a'.repeat(64),
    }
    const { subject, text } = composeDecision(facts)
    expect(subject).toBe('【让渡】YY-2026-00001：异议处理决定书')
    expect(text).toContain('异议人，您好：')
    expect(text).toContain('于2026年3月2日对公示GS-2026-00001提出的异议')
    expect(text).toContain('Dear objector,')
    expect(text).toContain('On 9 March 2026 Sample University decided')
    expect(text).not.toMatch(/\{\w+\}/)
    expect(composeDecision({ ...facts, objector: '吴异议' }).text).toContain('吴异议，您好：')
  })

  it('say the same in both languages', () => {
    const placesOf = (words: object): string[] =>
      Object.values(words).flatMap((word: string | object) =>
        typeof word === 'string' ? [(word.match(/\{\w+\}/g) ?? []).toSorted().join()] : placesOf(word),
      )
    expect(placesOf(english)).toEqual(placesOf(chinese))
  })
})
