import { allocate, fen } from './money.ts'

/** 10000 basis points in `count` equal parts by largest remainder; the odd ones go to the earlier. */
export function sharesOfWhole(count: number): number[] {
  return count === 0
    ? []
    : allocate(
        fen(10_000),
        Array.from({ length: count }, () => 1),
      )
}
