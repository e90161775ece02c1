import { Client } from 'pg'
import type { InstitutionId } from '#domain/actor.ts'
import { openApartServers, seedHouse, type ApartServers } from '#test/apart.ts'

export const institution = 'uni-bench' as InstitutionId

/** The servers that both sides share. */
export type Grounds = ApartServers & {
  /** The bare side's own database on the same server. */
  readonly bareUrl: string
}

/** PostgreSQL and a durable Temporal, each a process of its own on the loopback. */
export async function openGrounds(): Promise<Grounds> {
  const servers = await openApartServers()
  return { ...servers, bareUrl: await createDatabase(servers.ownerUrl, 'bare') }
}

async function createDatabase(ownerUrl: string, name: string): Promise<string> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  const url = new URL(ownerUrl)
  url.pathname = `/${name}`
  return url.href
}

/** A house with `count` officers; answers a token for each, as the API takes it. */
export async function seedOfficers({ store }: Grounds, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, index) => `officer-${index}`)
  return Object.values(await seedHouse(store, institution, Object.fromEntries(names.map((name) => [name, ['ipo_officer']]))))
}
