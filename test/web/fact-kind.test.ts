import { describe, expect, it } from 'vitest'
import { isMatterId } from '#web/parts/fact-kind.ts'

describe('a value that names another matter', () => {
  const id = '0f5b3c1e-92aa-8c44-b1de-5a6e6f7d8c90'

  it.each(['matter', 'parent', 'disclosure'])('leads there when it stands under “%s”', (name) => {
    expect(isMatterId(name, id)).toBe(true)
  })

  it('leads to one that followed from another too', () => {
    expect(isMatterId('matter', '0f5b3c1e92aacc44b1de5a6e6f')).toBe(true)
  })

  it('is a plain word under any other name, and so is a number of the register', () => {
    expect(isMatterId('hash', id)).toBe(false)
    expect(isMatterId('matter', 'CG-2026-0001')).toBe(false)
    expect(isMatterId('disclosure', `${id}/../../account`)).toBe(false)
  })
})
