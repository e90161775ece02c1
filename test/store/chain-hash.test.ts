import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chainStart, hashStored, type StoredAction } from '#store/record/stored.ts'

type Kept = Omit<StoredAction, 'facts'> & { readonly facts: string; readonly hash: string }

/** A chain as it was written once and for all: what is stored, and the hashes it was stored with. */
const kept = JSON.parse(readFileSync(join(import.meta.dirname, 'chain.json'), 'utf8')) as readonly Kept[]

/** The numbers of the actions whose hash does not follow from them and the hash before. */
function listBroken(chain: readonly Kept[]): number[] {
  return chain.flatMap(({ hash, facts, ...action }, index) => {
    const previous = index === 0 ? chainStart : Buffer.from(chain[index - 1]?.hash ?? '', 'hex')
    const found = hashStored({ ...action, facts: Buffer.from(facts, 'base64') }, previous).toString('hex')
    return found === hash ? [] : [action.seq]
  })
}

const edited = (change: Partial<Kept>) => kept.map((action) => (action.seq === 2 ? { ...action, ...change } : action))

describe('the chain of a record', () => {
  it('written once verifies ever after', () => {
    expect(kept).toHaveLength(3)
    expect(listBroken(kept)).toEqual([])
  })

  it.each([
    ['another person', { actor: { is: 'system', name: 'timer' } }],
    ['another moment', { at: 1_772_413_200_008 }],
    ['another day', { on: '2026-03-04' as StoredAction['on'] }],
    ['another deed', { kind: 'TaskDropped' }],
    ['other facts', { facts: Buffer.from('{"task":"formal-check#2"}').toString('base64') }],
    ['another policy', { policyVersion: 'p-2' }],
    ['another matter', { chain: 'matter/m-2' }],
  ] as const)('shows an action that was given %s', (_, change) => {
    expect(listBroken(edited(change))).toContain(2)
  })

  it('shows an action whose hash was made to fit, by the one that follows it', () => {
    const forged = { facts: Buffer.from('{"task":"formal-check#2"}').toString('base64') }
    const [first, second] = edited(forged)
    if (first === undefined || second === undefined) throw new Error('A chain of three')
    const { hash: _, facts, ...action } = second
    const hash = hashStored({ ...action, facts: Buffer.from(facts, 'base64') }, Buffer.from(first.hash, 'hex')).toString('hex')
    expect(listBroken(edited({ ...forged, hash }))).toEqual([3])
  })

  it('shows an action taken out, and two that changed places', () => {
    const [first, second, third] = kept
    if (first === undefined || second === undefined || third === undefined) throw new Error('A chain of three')
    expect(listBroken([first, third])).toEqual([3])
    expect(listBroken([first, third, second])).toEqual([3, 2])
  })
})
