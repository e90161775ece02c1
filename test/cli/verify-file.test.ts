import { expect, test } from 'vitest'
import { verifyFile } from '#cli/verify-file.ts'
import type { InstitutionId } from '#domain/actor.ts'
import type { Store } from '#store/db.ts'

test('of a file that is no PDF it is said that the record has none such, before the record is asked', async () => {
  const store = new Proxy({}, { get: () => expect.unreachable('the record is asked') }) as Store
  const report = await verifyFile(store, 'house' as InstitutionId, Buffer.from('%PDF-1.7 nothing'), [])
  expect(report).toMatchObject({ verdict: 'unknown', why: 'it cannot be read as a PDF', signatures: [] })
})
