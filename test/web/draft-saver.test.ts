import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { JsonObject } from '#domain/json.ts'
import { createDraftSaver } from '#web/parts/form/draft-saver.ts'

type Saved = { readonly data: JsonObject }

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

/** A server that keeps what it is sent, as soon as `answer` is called. */
function createServer() {
  const asked: JsonObject[] = []
  const waiting: ((how: Saved | Error) => void)[] = []
  const save = (fields: JsonObject) => {
    asked.push(fields)
    return new Promise<Saved>((resolve, reject) => waiting.push((how) => (how instanceof Error ? reject(how) : resolve(how))))
  }
  const answer = async (how: Saved | Error) => {
    waiting.shift()?.(how)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { asked, save, answer }
}

describe('a form while it is typed', () => {
  it('is saved after a rest, once for many keys', async () => {
    const server = createServer()
    const saver = createDraftSaver<Saved>({ first: {}, saved: undefined, save: server.save, mayPass: () => true, restMs: 700 })
    for (const title of ['a', 'ab', 'abc']) saver.change({ title }, ['/title'])
    await vi.advanceTimersByTimeAsync(699)
    expect(server.asked).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(server.asked).toEqual([{ '/title': 'abc' }])
    await server.answer({ data: { title: 'abc' } })
    expect(saver.now()).toMatchObject({ saved: { data: { title: 'abc' } }, isSaving: false, fault: undefined })
  })

  it('never has two requests under way, so no older answer overtakes a newer one', async () => {
    const server = createServer()
    const saver = createDraftSaver<Saved>({ first: {}, saved: undefined, save: server.save, mayPass: () => true, restMs: 1 })
    saver.change({ title: 'a' }, ['/title'])
    await vi.advanceTimersByTimeAsync(1)
    saver.change({ title: 'ab' }, ['/title'])
    await vi.advanceTimersByTimeAsync(50)
    expect(server.asked).toHaveLength(1)
    await server.answer({ data: { title: 'a' } })
    expect(server.asked).toHaveLength(2)
  })

  it('keeps what could not be saved and tries it again', async () => {
    const server = createServer()
    const saver = createDraftSaver<Saved>({ first: {}, saved: undefined, save: server.save, mayPass: () => true, restMs: 1, retryMs: 100 })
    saver.change({ title: 'a' }, ['/title'])
    await vi.advanceTimersByTimeAsync(1)
    await server.answer(new Error('silence'))
    expect(saver.now().fault).toBeInstanceOf(Error)
    expect(saver.now().values).toEqual({ title: 'a' })
    await vi.advanceTimersByTimeAsync(100)
    expect(server.asked).toEqual([{ '/title': 'a' }, { '/title': 'a' }])
    await server.answer({ data: { title: 'a' } })
    expect(saver.now().fault).toBeUndefined()
  })

  it('does not ask again where a no will stay a no', async () => {
    const server = createServer()
    const saver = createDraftSaver<Saved>({ first: {}, saved: undefined, save: server.save, mayPass: () => false, restMs: 1, retryMs: 100 })
    saver.change({ title: 'a' }, ['/title'])
    await vi.advanceTimersByTimeAsync(1)
    await server.answer(new Error('closed'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(server.asked).toHaveLength(1)
  })
})
