import process from 'node:process'
import { parseArgs } from 'node:util'
import { createOfficeClock } from '#api/office-clock.ts'
import type { InstitutionId } from '#domain/actor.ts'
import { words } from '#domain/words/organisation.en.ts'
import { fillWords } from '#domain/words.ts'
import { ConfigFault, readConfig } from '#schemas/config.ts'
import { createStore, type Store } from '#store/db.ts'
import { RegisterRefusal } from '#store/desk/register-refusal.ts'
import { createAdministrator, isInstitutionKnown } from './administrator.ts'
import { askPassword } from './ask-password.ts'
import { reasonOf } from './servers/trouble.ts'
import { runCommand } from './until-stopped.ts'

/** Something to be put right by whoever typed the command; told without a stack. */
class Trouble extends Error {
  override readonly name = 'Trouble'
  readonly remedy: string

  constructor(message: string, remedy: string) {
    super(message)
    this.remedy = remedy
  }
}

const usage = `Usage: npm run create-administrator -- --institution <id> --name <name of the person> [--username sysadmin]
  for a new institution also: --institution-zh <name> --institution-en <name> --province <e.g. Beijing>`

const options = {
  institution: { type: 'string' },
  name: { type: 'string' },
  username: { type: 'string', default: 'sysadmin' },
  'institution-zh': { type: 'string' },
  'institution-en': { type: 'string' },
  province: { type: 'string' },
} as const

/** The first administrator of a real installation, or one more; the password is typed, never a default. */
async function main(): Promise<void> {
  const values = readArguments()
  const { institution, name, username } = values
  if (institution === undefined || name === undefined) throw new Trouble('An institution and a name are needed.', usage)
  const config = readConfig(process.env)
  if (config.DATABASE_URL === undefined || config.MASTER_KEY === undefined)
    throw new ConfigFault('The settings are wrong:\n  DATABASE_URL, MASTER_KEY: are needed; the demonstration has its accounts already')
  const store = createStore({ connectionString: config.DATABASE_URL, masterKey: config.MASTER_KEY, connections: 2 })
  try {
    const house = await houseOf(store, institution as InstitutionId, values)
    const password = await askTwice()
    const at = createOfficeClock(config.CLOCK_OFFSET_MS).now()
    await createAdministrator(store, { institution: institution as InstitutionId, ...house, name, username, password, at })
    process.stdout.write(`${name} administers ${institution} and signs in as ${username}.\n`)
  } catch (error) {
    throw error instanceof RegisterRefusal ? troubleOf(error) : error
  } finally {
    await store.close()
  }
}

function readArguments() {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    throw new Trouble(reasonOf(error), usage)
  }
}

type Values = { readonly 'institution-zh'?: string; readonly 'institution-en'?: string; readonly province?: string }

async function houseOf(store: Store, institution: InstitutionId, values: Values) {
  if (await isInstitutionKnown(store, institution)) return {}
  const { 'institution-zh': nameZh, 'institution-en': nameEn, province } = values
  if (nameZh === undefined || nameEn === undefined || province === undefined)
    throw new Trouble(`Institution ${institution} is new here.`, usage)
  return { house: { nameZh, nameEn, province } }
}

async function askTwice(): Promise<string> {
  const terminal = { input: process.stdin, output: process.stdout }
  const password = await askPassword(terminal, 'Password (at least 12 characters): ')
  const again = process.stdin.isTTY ? await askPassword(terminal, 'Once more: ') : password
  if (password === undefined || password === '') throw new Trouble('No password was given.', 'Type one, or bring it on standard input.')
  if (password !== again) throw new Trouble('The two passwords differ.', 'Try again.')
  return password
}

function troubleOf({ refusals }: RegisterRefusal): Trouble {
  const told = refusals.map(({ code, fact }) => ({
    says: fillWords(words.refusals?.[code]?.says ?? code, fact),
    remedy: words.refusals?.[code]?.remedy ?? '',
  }))
  return new Trouble(told.map((one) => one.says).join('\n'), told.map((one) => one.remedy).join('\n'))
}

await runCommand(main)
