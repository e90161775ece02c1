import type { ReactElement, ReactNode } from 'react'

export type Column<Row> = {
  readonly key: string
  readonly title: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Takes the room that is left. */
  readonly isMain?: boolean
}

type SheetProps<Row> = {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly empty: ReactNode
  readonly isStale?: boolean
}

/** A list as a table; on a narrow screen each row becomes a card. Roles are said aloud, for the card would lose them. */
export function Sheet<Row>({ caption, columns, rows, keyOf, empty, isStale = false }: SheetProps<Row>): ReactElement {
  if (rows.length === 0) return <div className="empty">{empty}</div>
  return (
    <table className={isStale ? 'sheet sheet-stale' : 'sheet'} role="table" aria-busy={isStale}>
      <caption className="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, title }) => (
            <th key={key} role="columnheader" scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map(({ key, title, cell, isMain }) => (
              <td key={key} role="cell" className={isMain === true ? 'sheet-main' : ''} data-label={typeof title === 'string' ? title : ''}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
