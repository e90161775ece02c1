import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A change of text: found literally, or all from one text through another; a new file where nothing is to be found. */
export type Edit =
  | { readonly file: string; readonly find: string; readonly replace: string; readonly everywhere?: true }
  | { readonly file: string; readonly from: string; readonly to: string; readonly replace: string }
  | { readonly file: string; readonly create: string }

/** A patch made for a text that is no longer there. */
export class StalePatch extends Error {
  override name = 'StalePatch'
}

/**
 * Makes the edits below `root`; the answer undoes them.
 * @throws when a text is not there, or there more than once: the patch is stale and says so.
 */
export function applyEdits(root: string, edits: readonly Edit[]): () => void {
  const originals = new Map<string, string | undefined>()
  const undo = () => {
    for (const [file, text] of originals) {
      if (text === undefined) rmSync(file, { force: true })
      else writeFileSync(file, text)
    }
  }
  try {
    for (const edit of edits) {
      const file = join(root, edit.file)
      if (!originals.has(file)) originals.set(file, existsSync(file) ? readFileSync(file, 'utf8') : undefined)
      writeFileSync(file, 'create' in edit ? edit.create : change(readFileSync(file, 'utf8'), edit))
    }
    return undo
  } catch (error) {
    undo()
    throw error
  }
}

function change(text: string, edit: Exclude<Edit, { readonly create: string }>): string {
  if ('find' in edit) {
    const count = text.split(edit.find).length - 1
    if (count === 0 || (count > 1 && edit.everywhere !== true)) throw new StalePatch(`${edit.file} has this ${count} times: ${edit.find}`)
    return text.replaceAll(edit.find, () => edit.replace)
  }
  const start = text.indexOf(edit.from)
  const end = text.indexOf(edit.to, start + edit.from.length)
  if (start < 0 || end < 0 || text.includes(edit.from, start + 1))
    throw new StalePatch(`${edit.file} has this not once: ${edit.from} … ${edit.to}`)
  return text.slice(0, start) + edit.replace + text.slice(end + edit.to.length)
}
