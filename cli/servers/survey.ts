import { findTaken } from './routes.ts'
import type { Survey, Tool } from './routes.ts'

/** A tool, what a look along its ways showed, and whether the house stands without it. */
export type ToolSurvey = { tool: Tool; surveys: readonly Survey[]; needed: boolean }

/** The doctor's page: every way to every tool, the one that would be taken, and the one line that mends what is missing. */
export function renderSurvey(tools: readonly ToolSurvey[]): string {
  const wide = Math.max(...tools.flatMap(({ surveys }) => surveys.map(({ route }) => route.name.length)))
  return tools.map((tool) => renderTool(tool, wide)).join('\n')
}

/** Whether everything that `npm run dev` and `npm run demo` need is here or can be fetched. */
export function isHealthy(tools: readonly ToolSurvey[]): boolean {
  return tools.every(({ surveys, needed }) => !needed || findTaken(surveys) !== undefined)
}

function renderTool({ tool, surveys, needed }: ToolSurvey, wide: number): string {
  const taken = findTaken(surveys)
  const mark = taken === undefined ? (needed ? '✗' : '○') : taken.sighting.state === 'here' ? '✓' : '↓'
  const lines = surveys.map((it) => `  ${it === taken ? '→' : ' '} ${it.route.name.padEnd(wide)}  ${renderSighting(it)}`)
  const fix = taken === undefined ? [`    ${needed ? 'fix' : 'to have it'}: ${tool.remedy}`] : []
  return [`${mark} ${tool.name}: ${tool.purpose}`, ...lines, ...fix, ''].join('\n')
}

function renderSighting({ sighting }: Survey): string {
  switch (sighting.state) {
    case 'here':
      return [sighting.path.includes('.jar:') ? 'jars in the cache' : sighting.path, sighting.note].filter((it) => it !== '').join(', ')
    case 'fetchable':
      return `can be fetched, ${sighting.note}`
    case 'closed':
      return sighting.why
  }
}
