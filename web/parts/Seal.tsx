import type { ReactElement } from 'react'

/** The mark of the house: 让渡 as a seal. */
export function Seal({ size }: { readonly size: number }): ReactElement {
  return (
    <svg className="seal" width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
      <rect x="2" y="2" width="44" height="44" rx="6" fill="#a93226" />
      <rect x="5.5" y="5.5" width="37" height="37" rx="3.5" fill="none" stroke="#fdf3e7" strokeWidth="1.4" />
      <text x="24" y="21.5" textAnchor="middle">
        让
      </text>
      <text x="24" y="39" textAnchor="middle">
        渡
      </text>
    </svg>
  )
}
