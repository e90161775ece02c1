import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig, settings } from '#schemas/config.ts'
import { readCompose, readComposeText, settingsOf } from './compose.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const { services, volumes } = readCompose()
const own = Object.entries(services).filter(([, service]) => service.build !== undefined)
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: { readonly [name: string]: string } }
const given = { OWNER_PASSWORD: 'owner', DATABASE_PASSWORD: 'login', MASTER_KEY: Buffer.alloc(32, 1).toString('base64') }

/** The npm script that a command runs. */
const scriptOf = (command: readonly string[]) => command.filter((word) => !word.startsWith('-')).at(2)

describe('the arrangement of compose.yaml', () => {
  it('runs two APIs behind one door, and two workers', () => {
    expect(services['api']).toMatchObject({ deploy: { replicas: 2 }, command: ['npm', 'run', '--silent', 'start:api'] })
    expect(services['worker']).toMatchObject({ deploy: { replicas: 2 }, command: ['npm', 'run', '--silent', 'start:worker'] })
    expect(
      Object.entries(services)
        .filter(([, service]) => service.ports !== undefined)
        .map(([name]) => name),
    ).toEqual(['door'])
    expect(services['door']?.command?.join(' ')).toContain(`--to api:${services['api']?.environment?.['PORT']}`)
  })

  it('runs each program by a script that there is', () => {
    const named = own.map(([, service]) => scriptOf(service.command ?? []) ?? 'none')
    expect(named.toSorted()).toEqual(['migrate', 'start:api', 'start:worker'])
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
  })

  it.each(['api', 'worker'])('gives %s settings that the program knows and accepts, and no owner of the tables', (name) => {
    const told = settingsOf(services[name] ?? { image: '' }, given)
    expect(Object.keys(told).filter((setting) => !Object.hasOwn(settings.shape, setting))).toEqual([])
    const config = readConfig(told)
    expect(config).toMatchObject({
      TEMPORAL_ADDRESS: 'temporal:7233',
      DATABASE_URL: 'postgresql://conveyance:login@postgres:5432/conveyance',
    })
    expect(config.MIGRATION_DATABASE_URL).toBeUndefined()
  })

  it('migrates under the owner before any program starts', () => {
    expect(settingsOf(services['migrate'] ?? { image: '' }, given)['MIGRATION_DATABASE_URL']).toBe(
      'postgresql://conveyance_owner:owner@postgres:5432/conveyance',
    )
    for (const name of ['api', 'worker']) expect(services[name]?.depends_on?.['migrate']?.condition).toBe('service_completed_successfully')
  })

  it('names only services, volumes and versions that there are', () => {
    const all = Object.values(services)
    expect(all.flatMap((service) => Object.keys(service.depends_on ?? {})).filter((name) => services[name] === undefined)).toEqual([])
    const used = all.flatMap((service) => service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '')
    expect(used.toSorted()).toEqual(Object.keys(volumes).toSorted())
    expect(all.map((service) => service.image).filter((image) => !/^[\w./-]+:\d[\w.-]*$/.test(image))).toEqual([])
  })

  it('asks for every value that its example file lists, and for no other', () => {
    const asked = new Set([...readComposeText().matchAll(/\$\{(\w+)/g)].map(([, name]) => name))
    const listed = [...read('compose.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name)
    expect([...asked].toSorted()).toEqual(listed.toSorted())
  })
})

describe('the image', () => {
  const text = read('Dockerfile')

  it('copies what there is and runs scripts that there are, under a user without rights', () => {
    const copied = [...text.matchAll(/^COPY (.+)$/gm)].flatMap(([, words = '']) => words.split(' ').slice(0, -1))
    expect(copied.length).toBeGreaterThan(3)
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([])
    const run = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g), ...text.matchAll(/"run", "--silent", "([\w:-]+)"/g)].map(
      ([, name = '']) => name,
    )
    expect(run.toSorted()).toEqual(['build', 'start:api'])
    expect(run.filter((name) => scripts[name] === undefined)).toEqual([])
    expect(text).toMatch(/^USER node$/m)
  })

  it('is of the Node that the project asks for', () => {
    expect(/^FROM node:(\d+)-/m.exec(text)?.[1]).toBe('20')
  })

  it('takes nothing along that version control leaves out', () => {
    const left = read('.dockerignore').split('\n')
    for (const folder of ['node_modules', '.data', 'out', 'dist', 'prisma/generated']) expect(left).toContain(folder)
  })
})
