import type { Report } from './report.ts'
import { reasonOf, ServerTrouble } from './trouble.ts'

/** What a look at a route shows: the tool is here; it could be fetched this way; or this way is closed, and why. */
export type Sighting =
  { state: 'here'; path: string; note: string } | { state: 'fetchable'; note: string } | { state: 'closed'; why: string }

/** One way to a tool. */
export type Route = {
  /** How the way is called in messages: "temporal on PATH". */
  name: string
  /** Looks on this machine only, without changing anything. */
  look(): Promise<Sighting>
  /** Asks outside, briefly, whether a fetch could work. Only the survey does: a start must not wait for a silent network. */
  probe?(): Promise<Sighting>
  /** Fetches it; answers the path of what can be run. Only where a look may answer `fetchable`. */
  fetch?(report: Report): Promise<string>
}

/** A program the house needs, and the ways to it in the order they are taken. */
export type Tool = {
  name: string
  /** What the house needs it for. */
  purpose: string
  routes: readonly Route[]
  /** The one line that makes it available where every way is closed. */
  remedy: string
}

export type Found = { path: string; route: string; note: string }

export type Survey = { route: Route; sighting: Sighting }

/** Looks along every way, fetching nothing. */
export async function surveyTool(tool: Tool): Promise<Survey[]> {
  return await Promise.all(tool.routes.map(survey))
}

async function survey(route: Route): Promise<Survey> {
  const seen = await safely(async () => await route.look())
  const { probe } = route
  return { route, sighting: seen.state === 'fetchable' && probe !== undefined ? await safely(async () => await probe()) : seen }
}

/** The way a resolver would take: the first that is here, else the first that can be fetched. */
export function findTaken(surveys: readonly Survey[]): Survey | undefined {
  return surveys.find((it) => it.sighting.state === 'here') ?? surveys.find((it) => it.sighting.state === 'fetchable')
}

/**
 * The tool by the first way that works: what is here already, in order, then what can be fetched, in order. A fetch that fails is no
 * end; the next way is tried.
 *
 * @throws ServerTrouble with every way that was tried, why it failed and the line that would fix it
 */
export async function resolveTool(tool: Tool, report: Report): Promise<Found> {
  const tried: string[] = []
  const fetchable: Route[] = []
  for (const route of tool.routes) {
    const sighting = await safely(async () => await route.look())
    if (sighting.state === 'here') return { path: sighting.path, route: route.name, note: sighting.note }
    if (sighting.state === 'fetchable') fetchable.push(route)
    else tried.push(`${route.name} (${sighting.why})`)
  }
  for (const route of fetchable) {
    report(`${tool.name}: ${route.name}`)
    try {
      const path = await route.fetch?.(report)
      if (path !== undefined) return { path, route: route.name, note: 'fetched now' }
    } catch (error) {
      tried.push(`${route.name} (${reasonOf(error)})`)
    }
  }
  throw new ServerTrouble(`No ${tool.name}: tried ${tried.join('; ')}.`, tool.remedy)
}

async function safely(look: () => Promise<Sighting>): Promise<Sighting> {
  try {
    return await look()
  } catch (error) {
    return closed(reasonOf(error))
  }
}

/** A route that is closed, in few words. */
export function closed(why: string): Sighting {
  return { state: 'closed', why }
}
