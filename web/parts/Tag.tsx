import type { ReactElement, ReactNode } from 'react'

export type Tone = 'ink' | 'red' | 'green' | 'amber' | 'plain'

/** A standing in one word. */
export function Tag({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }): ReactElement {
  return <span className={`tag tag-${tone}`}>{children}</span>
}
