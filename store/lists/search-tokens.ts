const cjk = /\p{Script=Han}/u

/**
 * The tokens a text is found by: pairs of neighbouring Chinese characters, threes of neighbouring letters and digits, and numbers
 * without their leading zeros. Case, width and punctuation do not count, so a half-remembered `cp 2026 12` shares its tokens with
 * `CP-2026-00012`.
 */
export function searchTokens(text: string): string[] {
  const runs =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? []
  return [...new Set(runs.flatMap((run) => [...gramsOf(run), ...bareNumber(run)]))].toSorted()
}

function gramsOf(run: string): string[] {
  const length = cjk.test(run) ? 2 : 3
  const letters = [...run]
  if (letters.length <= length) return [run]
  return letters.slice(0, 1 - length).map((_, at) => letters.slice(at, at + length).join(''))
}

function bareNumber(run: string): string[] {
  return /^0+[1-9]\d*$/.test(run) ? [run.replace(/^0+/, '')] : []
}
