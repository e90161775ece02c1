import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstration } from '#cli/demonstration-house.ts'
import { reportIncident } from '#store/desk/incidents.ts'
import { openOffice, type Office, type Someone } from './office.ts'

let office: Office
let officer: Someone
let isMended = false
let tries = 0

beforeAll(async () => {
  const retryIncident = async () => {
    tries += 1
    return isMended ? ({ is: 'resolved', outcome: '250 OK' } as const) : ({ is: 'failed-again', outcome: '450 mailbox busy' } as const)
  }
  office = await openOffice({}, { retryIncident })
  officer = await office.signIn('ipo_officer')
  await reportIncident(office.engine.store, demonstration.id, { id: 'mail-1', kind: 'mail', detail: { to: 'x@example.org' } })
})

afterAll(() => office.close())

describe('an incident tried again', () => {
  it('is told by what came of it, verbatim, and not by its having been asked for', async () => {
    const failed = await officer.post('/api/incidents/mail-1/retry')
    expect(failed.body).toMatchObject({ outcome: 'failed-again', detail: '450 mailbox busy', incident: { status: 'retried', attempts: 1 } })
    expect((await officer.get('/api/incidents?status=retried')).body).toMatchObject({
      items: [{ id: 'mail-1', lastOutcome: '450 mailbox busy' }],
    })
  })

  it('is tried once for a key', async () => {
    const before = tries
    const key = { 'idempotency-key': 'retry-1' }
    const first = await officer.post('/api/incidents/mail-1/retry', {}, key)
    expect((await officer.post('/api/incidents/mail-1/retry', {}, key)).body).toEqual(first.body)
    expect(tries).toBe(before + 1)
  })

  it('is resolved when it works, and then there is nothing to try', async () => {
    isMended = true
    expect((await officer.post('/api/incidents/mail-1/retry')).body).toMatchObject({
      outcome: 'resolved',
      incident: { status: 'resolved' },
    })
    expect(await officer.post('/api/incidents/mail-1/retry')).toMatchObject({
      status: 409,
      body: { refusals: [{ code: 'incident/resolved' }] },
    })
    expect((await officer.post('/api/incidents/nothing/retry')).status).toBe(404)
  })

  it('is for the office and administrators', async () => {
    const inventor = await office.signIn('inventor1')
    expect((await inventor.post('/api/incidents/mail-1/retry')).status).toBe(403)
  })
})
