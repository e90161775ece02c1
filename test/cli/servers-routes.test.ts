import { describe, expect, test } from 'vitest'
import { silent } from '#cli/servers/report.ts'
import { closed, findTaken, resolveTool, surveyTool } from '#cli/servers/routes.ts'
import type { Route, Tool } from '#cli/servers/routes.ts'

const here = (name: string, path: string): Route => ({ name, look: async () => ({ state: 'here', path, note: 'v1' }) })
const absent = (name: string): Route => ({ name, look: async () => closed('absent') })
const fetchable = (name: string, fetch: () => Promise<string>): Route => ({
  name,
  look: async () => ({ state: 'fetchable', note: '' }),
  fetch,
})
const tool = (...routes: Route[]): Tool => ({ name: 'press', purpose: 'prints', remedy: 'apt-get install press', routes })

describe('finding a tool', () => {
  test('what is configured goes before what is installed', async () => {
    const found = await resolveTool(tool(here('PRESS_PATH', '/mine'), here('press on PATH', '/usr/bin/press')), silent)
    expect(found).toEqual({ path: '/mine', route: 'PRESS_PATH', note: 'v1' })
  })

  test('nothing is fetched while a later way has it here', async () => {
    const download = fetchable('download', async () => {
      throw new Error('must not be called')
    })
    expect((await resolveTool(tool(download, here('built earlier', '/cache/press')), silent)).path).toBe('/cache/press')
  })

  test('a download that is refused is no end: the registry is tried next', async () => {
    const refused = fetchable('download', async () => {
      throw new Error('connection refused')
    })
    const lines: string[] = []
    const found = await resolveTool(
      tool(
        absent('PATH'),
        refused,
        fetchable('registry', async () => '/cache/press'),
      ),
      (line) => lines.push(line),
    )
    expect(found).toEqual({ path: '/cache/press', route: 'registry', note: 'fetched now' })
    expect(lines).toEqual(['press: download', 'press: registry'])
  })

  test('where every way is closed one sentence names them all and the line that mends it', async () => {
    const refused = fetchable('download', async () => {
      throw new Error('connection\n   refused')
    })
    await expect(resolveTool(tool(absent('press on PATH'), refused), silent)).rejects.toThrow(
      'No press: tried press on PATH (absent); download (connection refused). Remedy: apt-get install press',
    )
  })

  test('a look that fails is a closed way, not a failed start', async () => {
    const broken: Route = {
      name: 'broken',
      look: async () => {
        throw new Error('exec format error')
      },
    }
    const [survey] = await surveyTool(tool(broken))
    expect(survey?.sighting).toEqual({ state: 'closed', why: 'exec format error' })
  })
})

describe('a survey', () => {
  test('fetches nothing and asks outside only for what is not here', async () => {
    const asked: string[] = []
    const outside: Route = {
      ...fetchable('download', async () => {
        throw new Error('must not be called')
      }),
      probe: async () => {
        asked.push('download')
        return closed('no network')
      },
    }
    const cached: Route = {
      ...here('cache', '/cache/press'),
      probe: async () => {
        asked.push('cache')
        return closed('')
      },
    }
    const surveys = await surveyTool(tool(outside, cached))
    expect(asked).toEqual(['download'])
    expect(findTaken(surveys)?.route.name).toBe('cache')
  })

  test('names no way where all are closed', async () => {
    expect(findTaken(await surveyTool(tool(absent('PATH'))))).toBeUndefined()
  })
})
