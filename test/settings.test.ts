import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { renderSettings } from '#schemas/config.ts'

describe('the README', () => {
  it('shows the settings as the program reads them', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const plain = (text: string) => text.replace(/[\s-]+/g, '')
    expect(plain(readme)).toContain(plain(renderSettings()))
  })
})
