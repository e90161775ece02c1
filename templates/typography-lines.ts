import { isSpace, mayBreakBetween } from './typography.ts'

/** A piece of text that a line takes whole, with its width in points. */
export type Atom = { readonly text: string; readonly width: number }

/** A line as broken; `width` is natural, before justification; `ends` says that the text ends with it. */
export type BrokenLine<A extends Atom> = { readonly atoms: readonly A[]; readonly width: number; readonly ends: boolean }

/** What breaking needs to know of the place; all lengths in points. */
export type LineRoom<A extends Atom> = {
  /** Width of line `index`, counted from 0. */
  readonly width: (index: number) => number
  /** Extra (or, where negative, saved) distance between two neighbours. */
  readonly between: (left: A, right: A) => number
  /** Blank that a full-width mark may lose at the line's start or end. */
  readonly blankAtStart: (atom: A) => number
  readonly blankAtEnd: (atom: A) => number
  /** Lines end where they end: nothing is stretched to the margin. */
  readonly ragged?: boolean
  /** Cuts an atom that is wider than a whole line into smaller ones. */
  readonly divide: (atom: A) => readonly A[]
}

// Rounding of sums of widths must not throw a character onto the next line.
const tolerance = 0.01

/** Atoms set side by side: `full` is their width with all spaces and blanks, `kept` how many remain without spaces at the end. */
type Run<A extends Atom> = { readonly atoms: readonly A[]; readonly full: number; readonly kept: number; readonly keptWidth: number }

function emptyRun<A extends Atom>(): Run<A> {
  return { atoms: [], full: 0, kept: 0, keptWidth: 0 }
}

function joined<A extends Atom>(left: Run<A>, right: Run<A>, room: LineRoom<A>): Run<A> {
  const before = left.atoms[left.atoms.length - 1]
  const after = right.atoms[0]
  if (before === undefined || after === undefined) return before === undefined ? right : left
  const start = left.full + room.between(before, after)
  const atoms = [...left.atoms, ...right.atoms]
  if (right.kept === 0) return { atoms, full: start + right.full, kept: left.kept, keptWidth: left.keptWidth }
  return { atoms, full: start + right.full, kept: left.atoms.length + right.kept, keptWidth: start + right.keptWidth }
}

function runOf<A extends Atom>(atoms: readonly A[], room: LineRoom<A>): Run<A> {
  let run = emptyRun<A>()
  for (const atom of atoms) {
    const space = isSpace(atom.text)
    run = joined(run, { atoms: [atom], full: atom.width, kept: space ? 0 : 1, keptWidth: space ? 0 : atom.width }, room)
  }
  return run
}

// Width of the run as a line: without spaces at the end, without the blanks of marks at both edges.
function widthOf<A extends Atom>(run: Run<A>, room: LineRoom<A>): number {
  const first = run.atoms[0]
  const last = run.atoms[run.kept - 1]
  if (first === undefined || last === undefined) return 0
  return run.keptWidth - room.blankAtStart(first) - room.blankAtEnd(last)
}

function clumpsOf<A extends Atom>(atoms: readonly A[]): A[][] {
  const clumps: A[][] = []
  let previous: A | undefined
  for (const atom of atoms) {
    const clump = clumps[clumps.length - 1]
    if (clump === undefined || previous === undefined || mayBreakBetween(previous.text, atom.text)) clumps.push([atom])
    else clump.push(atom)
    previous = atom
  }
  return clumps
}

// What must go down with a mark that would otherwise begin the line; at most a few atoms, or the line would be left empty.
function tailToCarry<A extends Atom>(line: readonly A[], next: A): number {
  for (let carried = 0; carried < Math.min(4, line.length - 1); carried++) {
    const left = line[line.length - 1 - carried]
    const right = carried === 0 ? next : line[line.length - carried]
    if (left !== undefined && right !== undefined && mayBreakBetween(left.text, right.text)) return carried
  }
  return 0
}

// Fills lines with a clump that is wider than a whole line; gives the full lines and the run that remains open.
function cutInto<A extends Atom>(clump: Run<A>, open: Run<A>, lines: Run<A>[], room: LineRoom<A>): Run<A> {
  let line = open
  const whole = room.width(lines.length + 1)
  const small = clump.atoms.flatMap((atom) => (atom.width <= whole ? [atom] : room.divide(atom)))
  for (const atom of small) {
    const longer = joined(line, runOf([atom], room), room)
    if (line.atoms.length === 0 || widthOf(longer, room) <= room.width(lines.length) + tolerance) {
      line = longer
      continue
    }
    const stay = line.atoms.length - tailToCarry(line.atoms, atom)
    lines.push(runOf(line.atoms.slice(0, stay), room))
    line = runOf([...line.atoms.slice(stay), atom], room)
  }
  return line
}

// Below this part of its room a line that gave something away would be stretched, or stop short, for all to see.
const leastFull = { justified: 0.9, ragged: 0.5 } as const

// A text does not end with one character on a line of its own (孤字): the line above gives it company where it stays full without.
function accompanied<A extends Atom>(lines: readonly Run<A>[], room: LineRoom<A>): readonly Run<A>[] {
  const [above, last] = lines.slice(-2)
  if (above === undefined || last === undefined) return lines
  const said = last.atoms.map(({ text }) => text).join('')
  if (!/^\p{Script=Han}[^\p{L}\p{N}]*$/u.test(said)) return lines
  const clumps = clumpsOf(above.atoms)
  const given = clumps.pop() ?? []
  const [kept, longer] = [runOf(clumps.flat(), room), runOf([...given, ...last.atoms], room)]
  const stays = widthOf(kept, room) >= room.width(lines.length - 2) * leastFull[room.ragged === true ? 'ragged' : 'justified']
  const fits = widthOf(longer, room) <= room.width(lines.length - 1) + tolerance
  return stays && fits ? [...lines.slice(0, -2), kept, longer] : lines
}

/**
 * Breaks atoms into lines, first fit: no closing mark begins a line, no opening mark ends one, words and numbers stay
 * whole, and no text ends with a single Chinese character on a line where another can join it. Only what is wider than a whole line is cut anywhere, and even then marks keep their neighbour where they can.
 */
export function breakLines<A extends Atom>(atoms: readonly A[], room: LineRoom<A>): BrokenLine<A>[] {
  const lines: Run<A>[] = []
  let line = emptyRun<A>()
  const fits = (run: Run<A>, index: number): boolean => widthOf(run, room) <= room.width(index) + tolerance
  for (const clump of clumpsOf(atoms)) {
    const run = runOf(clump, room)
    const longer = joined(line, run, room)
    if (fits(longer, lines.length)) line = longer
    else if (!fits(run, lines.length + 1)) line = cutInto(run, line, lines, room)
    else {
      if (line.atoms.length > 0) lines.push(line)
      line = run
    }
  }
  if (line.atoms.length > 0 || lines.length === 0) lines.push(line)
  return accompanied(lines, room).map((run, index) => {
    return { atoms: run.atoms.slice(0, run.kept), width: widthOf(run, room), ends: index === lines.length - 1 }
  })
}
