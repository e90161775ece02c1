import 'bpmn-js/dist/assets/diagram-js.css'
import { Button } from 'antd'
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js'
import type { TFunction } from 'i18next'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { matterDiagram } from '#schemas/api/matter.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { DayText } from '#web/parts/DayText.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'
import { language } from '#web/words/language.ts'

type Diagram = z.infer<typeof matterDiagram>
type Canvas = {
  zoom(level: 'fit-viewport' | number): void
  addMarker(element: string, marker: string): void
  scrollToElement(element: string, padding: number): void
}
type Registry = { get(element: string): unknown }

const readableScale = 0.85

/** The drawing of the process with the tokens and the path taken, and the same as lists. */
export function DiagramTab({ matter }: { readonly matter: string }): ReactElement {
  const { t } = useTranslation()
  const diagram = useAnswer<Diagram>(`/api/matters/${encodeURIComponent(matter)}/diagram`)
  if (diagram.data === undefined)
    return diagram.error === null ? <Waiting /> : <FaultNote fault={diagram.error} onRetry={() => void diagram.refetch()} />
  return (
    <section className="block">
      <p className="quiet">{t('matter.diagramLead')}</p>
      <Drawing diagram={diagram.data} />
      <Twin diagram={diagram.data} />
    </section>
  )
}

function Drawing({ diagram }: { readonly diagram: Diagram }): ReactElement {
  const { t } = useTranslation()
  const holder = useRef<HTMLDivElement>(null)
  const [viewer, setViewer] = useState<NavigatedViewer>()
  const [fault, setFault] = useState<unknown>()
  useEffect(() => {
    if (holder.current === null) return undefined
    const drawn = new NavigatedViewer({ container: holder.current })
    draw(drawn, diagram)
      .then(() => setViewer(drawn))
      .catch(setFault)
    return () => drawn.destroy()
  }, [diagram])
  return (
    <>
      <FaultNote fault={fault} />
      {viewer !== undefined && (
        <div className="buttons">
          <Button onClick={() => showWhole(viewer)}>{t('matter.diagramWhole')}</Button>
          <Button onClick={() => showNear(viewer, diagram)}>{t('matter.diagramNear')}</Button>
        </div>
      )}
      <div ref={holder} className="drawing" role="group" aria-label={t('matter.tabs.diagram')} />
    </>
  )
}

async function draw(viewer: NavigatedViewer, diagram: Diagram): Promise<void> {
  await viewer.importXML(diagram.xml)
  const canvas = viewer.get<Canvas>('canvas')
  const registry = viewer.get<Registry>('elementRegistry')
  const mark = (element: string, marker: string) => {
    if (registry.get(element) !== undefined) canvas.addMarker(element, marker)
  }
  for (const { element } of diagram.taken) mark(element, 'drawn-taken')
  for (const { element } of diagram.active) mark(element, 'drawn-active')
  showNear(viewer, diagram)
}

function showWhole(viewer: NavigatedViewer): void {
  viewer.get<Canvas>('canvas').zoom('fit-viewport')
}

/** So near that the words can be read, at the step where the matter stands, else at the last one taken. */
function showNear(viewer: NavigatedViewer, { active, taken }: Diagram): void {
  const canvas = viewer.get<Canvas>('canvas')
  const registry = viewer.get<Registry>('elementRegistry')
  const at = [...active, ...taken.toReversed()].find(({ element }) => registry.get(element) !== undefined)
  if (at === undefined) return showWhole(viewer)
  canvas.zoom(readableScale)
  canvas.scrollToElement(at.element, 160)
}

function Twin({ diagram }: { readonly diagram: Diagram }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      {diagram.active.length > 0 && <h2>{t('matter.diagramNow')}</h2>}
      <ul>
        {diagram.active.map((one) => (
          <li key={one.element}>
            <strong>{one.label}</strong> {one.with.join(t('common.comma'))} <DayText day={one.since} />
          </li>
        ))}
      </ul>
      <h2>{t('matter.diagramTaken')}</h2>
      <Sheet<Diagram['taken'][number]>
        caption={t('matter.diagramTaken')}
        rows={diagram.taken}
        keyOf={(row) => row.element}
        empty={t('matter.timelineEmpty')}
        columns={[
          {
            key: 'label',
            title: t('matter.at'),
            isMain: true,
            cell: (row) => (row.label === row.element ? nameElement(diagram.xml, row.element, t) : row.label),
          },
          { key: 'times', title: t('matter.diagramTimes'), cell: (row) => row.times },
          { key: 'last', title: t('matter.diagramLast'), cell: (row) => <DayText day={row.lastOn} /> },
          { key: 'by', title: t('matter.diagramBy'), cell: (row) => (row.by ?? []).join(t('common.comma')) },
        ]}
      />
    </>
  )
}

/** An element that no list of words names: what the drawing, which is Chinese, calls it; its beginning in the reader's language. */
function nameElement(xml: string, element: string, t: TFunction): string {
  if (element === 'start' && language() === 'en') return t('matters.opened')
  const drawn = new DOMParser().parseFromString(xml, 'text/xml').querySelector(`[id="${CSS.escape(element)}"]`)
  return drawn?.getAttribute('name') ?? element
}
