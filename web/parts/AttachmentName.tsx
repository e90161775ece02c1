import type { ReactElement } from 'react'

/** A file handed in, by its address; its name is told by the answer that opens it. */
export function AttachmentName({ id, name, size }: { readonly id: string; readonly name?: string; readonly size?: string }): ReactElement {
  return (
    <a className="attachment" href={`/api/attachments/${encodeURIComponent(id)}`} target="_blank" rel="noreferrer">
      {name ?? id.slice(0, 12)}
      {size !== undefined && <span>{size}</span>}
    </a>
  )
}
