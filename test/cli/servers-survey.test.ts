import { expect, test } from 'vitest'
import { lookAtNode } from '#cli/servers/programs.ts'
import type { Sighting, Tool } from '#cli/servers/routes.ts'
import { isHealthy, renderSurvey } from '#cli/servers/survey.ts'
import type { ToolSurvey } from '#cli/servers/survey.ts'

function survey(needed: boolean, ...sightings: Sighting[]): ToolSurvey {
  const routes = sightings.map((sighting, index) => ({ name: `way ${index + 1}`, look: async () => sighting }))
  const tool: Tool = { name: 'press', purpose: 'prints', remedy: 'apt-get install press', routes }
  return { tool, needed, surveys: routes.map((route, index) => ({ route, sighting: sightings[index] ?? { state: 'closed', why: '' } })) }
}

const absent: Sighting = { state: 'closed', why: 'absent' }

test('the doctor shows every way and marks the one that is taken', () => {
  expect(renderSurvey([survey(true, absent, { state: 'fetchable', note: '45 MB' }, { state: 'here', path: '/press', note: 'v2' })])).toBe(
    ['✓ press: prints', '    way 1  absent', '    way 2  can be fetched, 45 MB', '  → way 3  /press, v2', ''].join('\n'),
  )
})

test('for what is missing the doctor prints the one line that mends it', () => {
  expect(renderSurvey([survey(true, absent)])).toContain('✗ press: prints\n    way 1  absent\n    fix: apt-get install press\n')
  expect(renderSurvey([survey(false, absent)])).toContain('○ press: prints\n    way 1  absent\n    to have it: apt-get install press\n')
})

test('the house is healthy when what it needs is here or can be fetched', () => {
  expect(isHealthy([survey(true, { state: 'fetchable', note: '' }), survey(false, absent)])).toBe(true)
  expect(isHealthy([survey(true, absent)])).toBe(false)
})

test('Node 20.19 will do, 20.18 will not, 22 will', () => {
  expect(['v20.19.0', 'v20.18.9', 'v22.0.0', 'v18.20.4'].map((it) => lookAtNode(it).state)).toEqual(['here', 'closed', 'here', 'closed'])
})
