import { useEffect, useRef, type ReactElement, type ReactNode } from 'react'

type TabsProps = { readonly label: string; readonly current: string; readonly children: ReactNode }

/** The parts of a page side by side; on a narrow screen they scroll, and the current one is brought into sight. */
export function Tabs({ label, current, children }: TabsProps): ReactElement {
  const strip = useRef<HTMLElement>(null)
  useEffect(() => {
    const link = strip.current?.querySelector<HTMLElement>('[aria-current]')
    if (strip.current === null || link === null || link === undefined) return
    strip.current.scrollLeft = link.offsetLeft - strip.current.offsetLeft - (strip.current.clientWidth - link.clientWidth) / 2
  }, [current])
  return (
    <nav className="lists" aria-label={label} ref={strip}>
      {children}
    </nav>
  )
}
