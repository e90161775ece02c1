import { daysBetween, formatDayEn, formatDayZh, type PlainDay } from '#domain/day.ts'
import { digestParts, type Digest, type DigestLine } from '#domain/digest.ts'
import type { MailWords } from '#domain/mail-words.ts'
import { processes } from '#domain/registry.gen.ts'
import { fillWords } from '#domain/words.ts'
import { mailWords as english } from '#domain/words/mail.en.ts'
import { mailWords as chinese } from '#domain/words/mail.zh.ts'
import { allWords } from '#domain/words/registry.gen.ts'
import type { Letter } from './mailer.ts'

/** Whoever reads a letter, and in which language. */
export type Addressee = { readonly name: string; readonly nameLatin?: string; readonly language: string }

type Language = 'zh-CN' | 'en'

/** Lines of one part that a mail shows; beyond them it says how many more there are. */
const shownLines = 20

/** The one mail of a morning. */
export function composeDigest(addressee: Addressee, digest: Digest, today: PlainDay, publicUrl?: string): Letter {
  const { words, language } = of(addressee)
  const day = dayIn(language, today)
  const parts = digestParts.filter((part) => digest[part].length > 0)
  const told = parts.map((part) => {
    const lines = digest[part].slice(0, shownLines).map((line) => tellLine(line, language, words, today))
    const rest = digest[part].length - lines.length
    return [
      `${words.digest.parts[part]} (${digest[part].length})`,
      ...lines,
      ...(rest > 0 ? [fillWords(words.digest.more, { count: rest })] : []),
    ].join('\n')
  })
  const tasks = digest.overdue.length + digest['due-soon'].length + digest.assigned.length + digest.new.length
  const desk = publicUrl === undefined ? [] : [fillWords(words.digest.desk, { url: publicUrl })]
  return {
    subject: inSingular(fillWords(words.digest.subject, { day, tasks, overdue: digest.overdue.length })),
    text: letterText(addressee, [fillWords(words.digest.intro, { day }), ...told, ...desk]),
  }
}

/** Asks somebody to open his account; `until` in words. */
export function composeInvitation(
  addressee: Addressee,
  facts: { readonly institution: string; readonly url: string; readonly until: string },
): Letter {
  return compose(addressee, 'invitation', facts)
}

/** Brings an outsider his one-time link; the matter is named by its number, its title never. */
export function composeLink(
  addressee: Addressee,
  facts: {
    readonly institution: string
    readonly number: string
    readonly process: string
    readonly step: string
    readonly url: string
    readonly until: string
  },
): Letter {
  const { language } = of(addressee)
  return compose(addressee, 'link', { ...facts, step: wordOf(language, facts.process, 'steps', facts.step) })
}

/** Brings the code that a one-time link asks for. */
export function composeLinkCode(addressee: Addressee, facts: { readonly code: string; readonly until: string }): Letter {
  return compose(addressee, 'linkCode', facts)
}

/** What a decision on an objection is told by; days in their own writing are made here. */
type DecisionFacts = {
  readonly institution: { readonly zh: string; readonly en: string }
  readonly objector?: string
  readonly number: string
  readonly notice: string
  readonly receivedOn: PlainDay
  readonly on: PlainDay
  readonly paper: string
  readonly sha256: string
}

/** Brings an objector the decision: in Chinese and below it in English, since nobody knows which he reads. */
export function composeDecision({ institution, objector, receivedOn, on, ...facts }: DecisionFacts): Letter {
  const parts = (['zh-CN', 'en'] as const).map((language) => {
    const words = language === 'en' ? english : chinese
    const days = { receivedOn: dayIn(language, receivedOn), on: dayIn(language, on) }
    const said = fillWords(words.decision.text, { ...facts, ...days, institution: language === 'en' ? institution.en : institution.zh })
    return [fillWords(words.greeting, { name: objector ?? words.decision.nameless }), said].join('\n\n')
  })
  return { subject: fillWords(chinese.decision.subject, facts), text: `${parts.join('\n\n----\n\n')}\n` }
}

function compose(addressee: Addressee, kind: 'invitation' | 'link' | 'linkCode', facts: { readonly [name: string]: string }): Letter {
  const { words } = of(addressee)
  return { subject: fillWords(words[kind].subject, facts), text: letterText(addressee, [fillWords(words[kind].text, facts)]) }
}

function of({ language }: Addressee): { readonly words: MailWords; readonly language: Language } {
  return language === 'en' ? { words: english, language } : { words: chinese, language: 'zh-CN' }
}

function letterText(addressee: Addressee, paragraphs: readonly string[]): string {
  const { words, language } = of(addressee)
  const name = language === 'en' ? (addressee.nameLatin ?? addressee.name) : addressee.name
  return `${[fillWords(words.greeting, { name }), ...paragraphs, `-- \n${words.footing}`].join('\n\n')}\n`
}

function tellLine(line: DigestLine, language: Language, words: MailWords, today: PlainDay): string {
  // Mail leaves the house unsealed: a title is told only where the process makes it public.
  const isPublic = processes[line.process]?.titlesArePublic === true && line.title !== ''
  const matter = fillWords(isPublic ? words.titled : words.masked, { number: line.number, title: line.title })
  const part = { step: 'steps', deadline: 'deadlines', outcome: 'endings' } as const
  const name = wordOf(language, line.process, part[line.is], line.name)
  return fillWords(words.digest.line, { matter, name, due: tellDue(line.dueOn, language, words, today) })
}

function tellDue(dueOn: PlainDay | undefined, language: Language, words: MailWords, today: PlainDay): string {
  if (dueOn === undefined) return ''
  const on = dayIn(language, dueOn)
  const days = daysBetween(today, dueOn)
  if (days === 0) return words.digest.dueToday
  return inSingular(days > 0 ? fillWords(words.digest.due, { on, days }) : fillWords(words.digest.overdue, { on, days: -days }))
}

// English alone tells one from many.
function inSingular(text: string): string {
  return text.replaceAll(/(?<![\d.])1 (day|task)s\b/g, '1 $1')
}

function dayIn(language: Language, day: PlainDay): string {
  return language === 'en' ? formatDayEn(day) : formatDayZh(day)
}

function wordOf(language: Language, stem: string, part: 'steps' | 'deadlines' | 'endings', name: string): string {
  const order: readonly Language[] = language === 'en' ? ['en', 'zh-CN'] : ['zh-CN', 'en']
  const own = order.map((one) => allWords[one][stem]?.[part]?.[name]).find((word) => word !== undefined)
  return own ?? allWords[language]['desk']?.values?.[`ending/${name}`] ?? name
}
