import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { parameters } from '#policy/parameters.ts'
import { plainDay } from '#domain/day.ts'
import { computeDue } from '#domain/deadline.ts'
import { roles } from '#domain/role.ts'
import { words as deskEn } from '#domain/words/desk.en.ts'
import { words as deskZh } from '#domain/words/desk.zh.ts'
import { allRules } from '#domain/registry.gen.ts'
import { describeCitation } from '#web/words/citation.ts'
import { daysBetween, describeDay, describeInstant } from '#web/words/days.ts'
import { describeDerivation } from '#web/words/derivation.ts'
import { wordsEn } from '#web/words/words.en.ts'
import { wordsZh } from '#web/words/words.zh.ts'

type Tree = { readonly [name: string]: string | Tree }

/** Every sentence by its path. */
function listSentences(tree: Tree, at = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, one]): [string, string][] =>
    typeof one === 'string' ? [[at + name, one]] : listSentences(one, `${at}${name}.`),
  )
}

const zh = listSentences(wordsZh)
const en = new Map(listSentences(wordsEn))
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted()

describe('the words of the pages', () => {
  it('say the same things in both languages, with the same holes to fill', () => {
    expect([...en.keys()]).toEqual(zh.map(([path]) => path))
    expect(zh.filter(([path, text]) => holes(text).join() !== holes(en.get(path) ?? '').join())).toEqual([])
  })

  it('are Chinese in Chinese and English in English', () => {
    expect([...en.values()].filter((text) => /\p{Script=Han}/u.test(text))).toEqual([])
    const signs = ['common.aside', 'common.comma', 'common.colon', 'facts.names.sha256', 'form.percent', 'matter.pdfOf']
    expect(zh.filter(([path, text]) => !signs.includes(path) && !/\p{Script=Han}/u.test(text))).toEqual([])
  })
})

describe('a role', () => {
  it.each([
    ['zh-CN', wordsZh, deskZh],
    ['en', wordsEn, deskEn],
  ] as const)('is called the same where it is chosen and where it is read: %s', (_, words, desk) => {
    expect(Object.entries(words.roleNames)).toEqual(roles.map((role) => [role, desk.values?.[`role/${role}`]]))
  })
})

describe('the proof of a due day', () => {
  beforeAll(async () => {
    await i18next.init({
      lng: 'zh-CN',
      resources: { 'zh-CN': { translation: wordsZh }, en: { translation: wordsEn } },
      interpolation: { escapeValue: false },
    })
  })

  it('is told line by line in the reader’s language, with no hole left open', () => {
    const due = computeDue({ workingDays: 5 }, plainDay('2026-02-12'), [calendar2026])
    for (const language of ['zh-CN', 'en']) {
      const t = i18next.getFixedT(language)
      const lines = due.derivation.map((step) => describeDerivation(step, t, language))
      expect(lines.join('\n')).not.toMatch(/\{\{|undefined|derivation\./)
    }
  })

  it('says which days were skipped and why', () => {
    const due = computeDue({ workingDays: 5 }, plainDay('2026-02-12'), [calendar2026])
    const t = i18next.getFixedT('zh-CN')
    const lines = due.derivation.map((step) => describeDerivation(step, t, 'zh-CN'))
    expect(lines[0]).toBe('自2026年2月12日起算，当天不计入。')
    expect(lines[1]).toContain('计5个工作日')
    expect(lines.some((line) => line.includes('法定节假日，不计'))).toBe(true)
  })
})

describe('citations', () => {
  it('are written as lawyers write them', () => {
    const law = { law: '专利法', article: '6(1)', version: plainDay('2020-10-17'), sure: 'text' } as const
    expect(describeCitation(law, 'zh-CN')).toBe('《专利法》第6条(1)（2020-10-17）')
    expect(describeCitation(law, 'en')).toBe('Patent Law Art. 6(1) (2020-10-17)')
    expect(describeCitation({ law: 'policy', article: 'separation-of-duties', sure: 'design' }, 'zh-CN')).toBe('校内制度')
    expect(describeCitation({ law: '国发〔2016〕16号', sure: 'recalled' }, 'zh-CN')).toBe('国发〔2016〕16号')
  })

  it('name every statute that a rule or a parameter rests on in the reader’s language, documents without a title by their number', () => {
    const cited = [...allRules, ...parameters].flatMap(({ citations }) => citations)
    const named = cited.map((one) => describeCitation(one, 'en')).filter((said) => !said.includes('〔'))
    expect(named.length).toBeGreaterThan(100)
    expect([...new Set(named.filter((said) => /\p{Script=Han}/u.test(said)))]).toEqual([])
  })
})

describe('days and instants', () => {
  it('are those of the office, wherever the reader sits', () => {
    expect(describeDay('2026-03-02', 'zh-CN')).toBe('2026年3月2日')
    expect(describeInstant('2026-03-01T17:30:00Z', 'zh-CN')).toContain('2026年3月2日')
    expect(daysBetween('2026-03-02', '2026-02-27')).toBe(-3)
  })
})
