import { useEffect, useRef, type ReactElement, type ReactNode } from 'react'

type PageProps = {
  readonly title: string
  readonly lead?: ReactNode
  readonly above?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The frame of one page. Its title takes the focus when the page opens, so that a reader of the screen hears where he is. */
export function Page({ title, lead, above, actions, children }: PageProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = title
    heading.current?.focus({ preventScroll: true })
  }, [title])
  return (
    <article className="page">
      <header className="page-head">
        <div>
          {above !== undefined && <div className="page-above">{above}</div>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <div className="page-lead">{lead}</div>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </article>
  )
}
