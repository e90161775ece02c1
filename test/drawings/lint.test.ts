import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle'
import { Linter } from 'bpmnlint'
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { listDrawingFiles, readDrawing } from '#cli/drawings.ts'
import type { Drawing } from '#domain/drawing.ts'
import { processes } from '#domain/registry.gen.ts'
import { allWords } from '#domain/words/registry.gen.ts'
import { checkEvents, checkFlows, checkNames, checkSteps } from './check-drawing.ts'
import { crosses, readPlaces, touches } from './places.ts'

const root = join(import.meta.dirname, '..', '..')
const files = listDrawingFiles(root)
const config = JSON.parse(readFileSync(join(root, '.bpmnlintrc'), 'utf8'))

it('each process has its drawing, and each drawing its process', () => {
  expect(files.map(({ stem }) => stem).toSorted()).toEqual(Object.keys(processes).toSorted())
})

describe.each(files)('the drawing of $stem', ({ stem, file }) => {
  let root: ModdleElement
  let drawing: Drawing
  const definition = () => {
    const found = processes[stem]
    if (found === undefined) throw new Error(`No process ${stem}`)
    return found
  }

  beforeAll(async () => {
    const xml = readFileSync(file, 'utf8')
    root = (await new BpmnModdle().fromXML(xml)).rootElement
    drawing = await readDrawing(xml)
  })

  it("keeps bpmnlint's rules", async () => {
    // A linter of its own: some rules remember the flows of the drawing before.
    const linter = new Linter({ config, resolver: new NodeResolver() })
    const reports = Object.entries(await linter.lint(root)).flatMap(([rule, found]) =>
      found.map(({ id, message }) => `${rule}: ${id}: ${message}`),
    )
    expect(reports).toEqual([])
  })

  it('has one element for each step, and a step for each element', () => {
    expect(checkSteps(drawing, definition())).toEqual([])
  })

  it('ends as the process ends, and hears what the process hears', () => {
    expect(checkEvents(drawing, definition())).toEqual([])
  })

  it("names steps and ends with the process's own words", () => {
    const words = allWords['zh-CN'][stem]
    expect(checkNames(drawing, definition(), { steps: words?.steps ?? {}, endings: words?.endings ?? {} })).toEqual([])
  })

  it('names every way out of a decision and leaves no outcome without one', () => {
    expect(checkFlows(drawing, definition())).toEqual([])
  })

  it('has a place for everything, with arrows from edge to edge that cross no element', () => {
    const { shapes, edges } = readPlaces(root)
    const wrong = drawing.flows.flatMap((flow) => {
      const points = edges.get(flow.id) ?? []
      const [from, to] = [shapes.get(flow.from), shapes.get(flow.to)]
      const [first, last] = [points[0], points.at(-1)]
      if (!from || !to || !first || !last) return [`${flow.id}: not placed`]
      const crossed = drawing.nodes
        .filter(({ id }) => shapes.has(id) && crosses(points, shapes.get(id) ?? from))
        .map(({ id }) => `${flow.id}: runs through ${id}`)
      return [...(touches(first, from) && touches(last, to) ? [] : [`${flow.id}: hangs in the air`]), ...crossed]
    })
    expect(drawing.nodes.filter((node) => !shapes.has(node.id)).map((node) => `${node.id}: not placed`)).toEqual([])
    expect(wrong).toEqual([])
  })
})
