import { constants, getPriority } from 'node:os'
import { afterEach, describe, expect, it } from 'vitest'
import { createDrawingPool, type DrawingPool, type PoolOptions } from '#activities/drawing-pool.ts'
import { loadFonts } from '#templates/pdf-fonts.ts'
import { drawPaper } from '#templates/pdf.ts'
import { paper, shortest, twoPages } from '../templates/papers.ts'

const drawer = new URL('./dying-drawer.ts', import.meta.url)
const opened: DrawingPool[] = []

function open(options: PoolOptions): DrawingPool {
  const pool = createDrawingPool(options)
  opened.push(pool)
  return pool
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((pool) => pool.close()))
})

const titled = (title: string) => paper({ title, blocks: [] })
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('the drawing pool', () => {
  it('draws in its processes what is drawn here, byte for byte', async () => {
    const pool = open({ size: 2 })
    const papers = [shortest, twoPages, shortest, twoPages]
    const drawn = await Promise.all(papers.map((each) => pool.draw(each)))
    const fonts = loadFonts()
    for (const [index, each] of papers.entries()) {
      expect(Buffer.from(drawn[index] ?? []).equals(await drawPaper(each, fonts))).toBe(true)
    }
  })

  it('a process that dies loses its own paper alone, and another takes its seat', async () => {
    const pool = open({ size: 1, drawer })
    const orders = ['one', 'death', 'two', 'accident', 'three'].map((title) => pool.draw(titled(title)))
    const settled = await Promise.allSettled(orders)
    const seen = settled.map((each) => (each.status === 'fulfilled' ? textOf(each.value) : String(each.reason)))
    expect(seen).toEqual([
      'one',
      'Error: The drawing process died (exit code 7)',
      'two',
      'Error: The drawing process died (SIGKILL)',
      'three',
    ])
  })

  it('a paper that cannot be drawn is named, and its process draws on', async () => {
    const pool = open({ size: 1, drawer })
    await expect(pool.draw(titled('failure'))).rejects.toThrow('The paper DISC-2026-0012-01 could not be drawn: no ink')
    expect(textOf(await pool.draw(titled('next')))).toBe('next')
  })

  it('many more papers than processes are all drawn, each to its own order', async () => {
    const pool = open({ size: 2, drawer })
    const titles = Array.from({ length: 50 }, (_, index) => `paper ${index}`)
    const drawn = await Promise.all(titles.map((title) => pool.draw(titled(title))))
    expect(drawn.map(textOf)).toEqual(titles)
  })

  it('everything in a drawing process stands behind whoever completes a task', async () => {
    const drawn = await open({ size: 1, drawer }).draw(titled('rank'))
    expect(textOf(drawn)).toBe(String(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL)))
  })

  it('closing draws what was ordered and takes no more', async () => {
    const pool = open({ size: 1, drawer })
    const orders = ['one', 'two'].map((title) => pool.draw(titled(title)))
    await pool.close()
    expect((await Promise.all(orders)).map(textOf)).toEqual(['one', 'two'])
    await expect(pool.draw(titled('late'))).rejects.toThrow('closed')
  })

  it('a process that cannot start rejects the paper and does not start again by itself', async () => {
    const pool = open({ size: 1, drawer: new URL('./absent-drawer.ts', import.meta.url) })
    await expect(pool.draw(titled('one'))).rejects.toThrow('The drawing process died')
    await expect(pool.draw(titled('two'))).rejects.toThrow('The drawing process died')
  })
})
