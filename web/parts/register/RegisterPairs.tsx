import type { ReactElement } from 'react'

/** Facts of a register's subject, or of a person, each under its name; what there is not is left out. */
export function RegisterPairs({
  pairs,
}: {
  readonly pairs: readonly (readonly [name: string, value: string | undefined])[]
}): ReactElement {
  return (
    <dl className="pairs block">
      {pairs
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
