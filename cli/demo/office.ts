import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Json, JsonObject } from '#domain/json.ts'
import { createPersona, eventually, signIn, type Persona } from './persona.ts'

/** A task as the demonstration needs to know it. */
export type ShownTask = {
  readonly id: string
  readonly occurrence: string
  readonly given?: JsonObject
  readonly form: Json
  readonly outcomes: readonly { readonly name: string }[]
}

export type Answer = {
  readonly outcome: string
  readonly data?: JsonObject
  readonly reason?: string
  readonly remarks?: readonly JsonObject[]
}

/** The office as the demonstration drives it: everybody by user name, each through the HTTP door alone. */
export type Office = {
  as(username: string): Promise<Persona>
  /** Somebody who is not signed in. */
  visitor(name: string): Persona
  /** The matter of a process that another one opened, as soon as it is there; of several the one with this number. */
  childOf(parent: string, process: string, number?: string): Promise<string>
  readonly tell: (what: string) => void
  /** Does the step of the matter that waits for this person: waits until it is there, claims it, completes it. */
  does(username: string, matter: string, step: string, answer: Answer | ((task: ShownTask) => Answer)): Promise<void>
  /** The same for somebody without an account: a link and a code come by mail. */
  doesByLink(person: string, matter: string, step: string, answer: Answer | ((task: ShownTask) => Answer)): Promise<void>
}

export type OfficeOptions = {
  readonly url: string
  readonly password: string
  /** Where mail is kept while no mail server is configured. */
  readonly mailFolder: string
  readonly tell: (what: string) => void
}

/** Opens the office; people sign in when they are first needed. */
export function createOffice({ url, password, mailFolder, tell }: OfficeOptions): Office {
  const present = new Map<string, Promise<Persona>>()
  const as = (username: string) => {
    const known = present.get(username) ?? signIn(url, username, password)
    present.set(username, known)
    return known
  }
  return {
    as,
    tell,
    visitor: (name) => createPersona(url, `visitor-${name}`),
    async childOf(parent, process, number) {
      const officer = await as('ipo_officer')
      return eventually(async () => {
        const { items } = await officer.get<{ items: readonly { id: string; number: string }[] }>(
          `/api/matters?process=${process}&parent=${parent}`,
        )
        return items.find((one) => number === undefined || one.number === number)?.id
      }, `the ${process} of matter ${parent}`)
    },
    async does(username, matter, step, answer) {
      const persona = await as(username)
      const id = await findTask(persona, matter, step)
      const task = await persona.get<ShownTask>(`/api/tasks/${encodeURIComponent(id)}`)
      const { outcome, data = {}, ...more } = typeof answer === 'function' ? answer(task) : answer
      await persona.post(`/api/tasks/${encodeURIComponent(id)}/complete`, { outcome, data, ...more })
      tell(`${username} · ${step} · ${outcome}`)
    },
    doesByLink: async (person, matter, step, answer) =>
      doByLink(await as('ipo_officer'), { url, mailFolder, tell }, { person, matter, step, answer }),
  }
}

/** Reads what is to be signed, and makes sure that it is the very file whose hash the task shows. */
async function readToSign(outsider: Persona, token: string, code: string, { number, sha256 }: JsonObject): Promise<void> {
  const file = await outsider.made(`/api/links/${token}/paper`, { code })
  const found = createHash('sha256').update(file).digest('hex')
  if (found !== sha256) throw new Error(`The link shows another file than ${String(number)}, which is to be signed`)
}

type LinkedStep = {
  readonly person: string
  readonly matter: string
  readonly step: string
  readonly answer: Answer | ((task: ShownTask) => Answer)
}

/** The officer sends a link; whoever has it asks for the code and answers. */
async function doByLink(
  officer: Persona,
  { url, mailFolder, tell }: Omit<OfficeOptions, 'password'>,
  { person, matter, step, answer }: LinkedStep,
): Promise<void> {
  const id = await eventually(
    async () => (await listOpen(officer, matter, step)).find(({ people }) => people.some(({ id: one }) => one === person))?.id,
    `the task ${step} of the outside inventor`,
  )
  const mailed = listLetters(mailFolder)
  await officer.post('/api/links', { task: id, person, days: 14 })
  const token = await eventually(async () => findInMail(mailFolder, mailed, /\/links\/([\w.~-]+)/), 'the mail with the link')
  const outsider = createPersona(url, `link-${step}-${id}`)
  const asked = listLetters(mailFolder)
  await outsider.post(`/api/links/${token}/code`)
  const code = await eventually(async () => findInMail(mailFolder, asked, /\b(\d{6})\b/), 'the mail with the code')
  const shown = await outsider.post<ShownTask & { contentHash: string }>(`/api/links/${token}/open`, { code })
  if (shown.given?.['paper'] !== undefined) await readToSign(outsider, token, code, shown.given)
  const { outcome, data = {}, ...more } = typeof answer === 'function' ? answer(shown) : answer
  await outsider.post(`/api/links/${token}`, { code, outcome, data, contentHash: shown.contentHash, ...more })
  tell(`outside inventor · ${step} · ${outcome}`)
}

type Listed = { readonly items: readonly { readonly id: string; readonly occurrence: string; readonly status: string }[] }

/** The task of this step that waits for this person, as soon as there is one. */
function findTask(persona: Persona, matter: string, step: string): Promise<string> {
  return eventually(async () => {
    for (const list of ['mine', 'group']) {
      const { items } = await persona.get<Listed>(`/api/tasks?list=${list}&matter=${matter}&step=${step}`)
      if (items[0] !== undefined) return items[0].id
    }
    return undefined
  }, `the task ${step}`)
}

type OpenTask = { readonly id: string; readonly status: string; readonly people: readonly { readonly id: string }[] }

async function listOpen(persona: Persona, matter: string, step: string): Promise<OpenTask[]> {
  const { tasks } = await persona.get<{ tasks: readonly OpenTask[] }>(`/api/matters/${matter}`)
  return tasks.filter((one) => one.status === 'open' && one.id.includes(`.${step}.`))
}

/** The letters kept so far. */
function listLetters(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : []
}

/** What the pattern catches in a letter that has come since `known` were there. */
function findInMail(folder: string, known: readonly string[], pattern: RegExp): string | undefined {
  const news = listLetters(folder).filter((name) => !known.includes(name))
  return news.map((name) => pattern.exec(readLetter(join(folder, name)))?.[1]).find((found) => found !== undefined)
}

/** The text of a letter; bodies are base64. */
function readLetter(file: string): string {
  const letter = readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  return Buffer.from(letter.slice(letter.indexOf('\n\n') + 2), 'base64').toString('utf8')
}
