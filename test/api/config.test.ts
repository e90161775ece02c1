import { describe, expect, it } from 'vitest'
import { ConfigFault, readConfig, renderSettings, settings } from '#schemas/config.ts'

describe('settings from the environment', () => {
  it('needs none: everything has a default or may be absent', () => {
    expect(readConfig({})).toMatchObject({ PORT: 8080, TASK_QUEUE: 'conveyance', CLOCK_OFFSET_MS: 0, REHEARSAL: false })
  })

  it('takes an empty variable as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' }).PORT).toBe(8080)
  })

  it('tells all faults at once, and never the values', () => {
    const wrong = () => readConfig({ PORT: 'eighty', DATABASE_URL: 'mysql://hunter2@x', SESSION_HOURS: '0' })
    expect(wrong).toThrow(ConfigFault)
    expect(wrong).toThrow(/DATABASE_URL[\s\S]*PORT[\s\S]*SESSION_HOURS/)
    expect(wrong).not.toThrow(/hunter2/)
  })

  it('tells what is wrong side by side with what is wrong alone', () => {
    expect(() => readConfig({ PORT: 'eighty', TEMPORAL_TLS_CERT: 'client.pem' })).toThrow(/PORT[\s\S]*come together/)
  })

  it('asks for the master key where the database is not our own', () => {
    const DATABASE_URL = 'postgresql://app@db/conveyance'
    expect(() => readConfig({ DATABASE_URL })).toThrow(/MASTER_KEY/)
    expect(readConfig({ DATABASE_URL, MASTER_KEY: Buffer.alloc(32).toString('base64') }).DATABASE_URL).toBe(DATABASE_URL)
  })

  it('refuses a rehearsal on real servers', () => {
    expect(() => readConfig({ REHEARSAL: 'true', TEMPORAL_ADDRESS: 'temporal:7233' })).toThrow(/REHEARSAL/)
  })

  it('renders every setting with what it is for', () => {
    const table = renderSettings()
    for (const [name, shape] of Object.entries(settings.shape)) {
      expect(table).toContain(`| \`${name}\` |`)
      expect(shape.description, name).toMatch(/\.$/)
    }
  })
})
