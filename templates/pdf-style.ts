import type { FaceName } from './pdf-fonts.ts'

/** How text is set: size and leading in points, `gray` from 0 (black) to 1 (white). */
export type TextStyle = { readonly face: FaceName; readonly size: number; readonly leading: number; readonly gray?: number }

/** A4 in points, with the wider margin at the binding edge (GB/T 9704 sets 28 mm there). */
export const page = { width: 595.28, height: 841.89, left: 79.4, right: 71, top: 84, bottom: 76 } as const

/** Width and height of the text on a page. */
export const room = { width: page.width - page.left - page.right, height: page.height - page.top - page.bottom } as const

export const style = {
  issuer: { face: 'sans', size: 12, leading: 20, gray: 0.25 },
  title: { face: 'bold', size: 19, leading: 29 },
  subtitle: { face: 'serif', size: 12, leading: 20, gray: 0.2 },
  heading: [
    { face: 'sans', size: 13, leading: 22 },
    { face: 'sans', size: 11.5, leading: 20 },
    { face: 'sans', size: 10.5, leading: 18 },
  ],
  text: { face: 'serif', size: 11, leading: 19.5 },
  bullet: { face: 'sans', size: 5, leading: 19.5 },
  strong: { face: 'sans', size: 11, leading: 19.5 },
  label: { face: 'sans', size: 9.5, leading: 16, gray: 0.2 },
  value: { face: 'serif', size: 10.5, leading: 16 },
  head: { face: 'sans', size: 9.5, leading: 16 },
  cell: { face: 'serif', size: 10, leading: 16 },
  total: { face: 'bold', size: 10, leading: 16 },
  caption: { face: 'sans', size: 10, leading: 17 },
  note: { face: 'serif', size: 9, leading: 14.5, gray: 0.25 },
  furniture: { face: 'sans', size: 8.5, leading: 12, gray: 0.35 },
} as const satisfies { readonly [name: string]: TextStyle | readonly TextStyle[] }

/** Widths of rules in points, and the grays of rules, of shaded cells, of the watermark. */
export const ink = { hairline: 0.5, frame: 0.9, rule: 0.45, shade: 0.955, watermark: 0.9 } as const
