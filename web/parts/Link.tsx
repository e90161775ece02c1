import type { MouseEvent, ReactElement, ReactNode } from 'react'
import { goTo } from '#web/location.ts'

type LinkProps = {
  readonly to: string
  readonly children: ReactNode
  readonly className?: string
  readonly current?: boolean
  readonly onGo?: () => void
}

/** A link to another page of the application: a real one, so that it can be opened apart. */
export function Link({ to, children, className, current, onGo }: LinkProps): ReactElement {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    goTo(to)
    onGo?.()
  }
  return (
    <a href={to} className={className} onClick={follow} {...(current === true ? { 'aria-current': 'page' as const } : {})}>
      {children}
    </a>
  )
}
