/** Where progress goes while something is fetched or built. Each call replaces the line before it. */
export type Report = (line: string) => void

/** The part of a terminal that progress needs. */
export type Terminal = { write(text: string): unknown; isTTY?: boolean; columns?: number }

/** On a terminal that is not interactive one line is written at most every so many milliseconds. */
const QUIET_MS = 3_000

/**
 * Progress on a terminal: one line rewritten in place where a person looks on, otherwise one line every three seconds, so that a
 * log of a build stays readable. `end` leaves the cursor on a fresh line.
 */
export function createReport(terminal: Terminal, now: () => number = Date.now): { report: Report; end: () => void } {
  return terminal.isTTY === true ? createInPlace(terminal) : createPlain(terminal, now)
}

function createInPlace(terminal: Terminal): { report: Report; end: () => void } {
  let open = false
  return {
    report: (line) => {
      const width = Math.max(20, (terminal.columns ?? 80) - 1)
      terminal.write(`\r\u001b[2K${line.slice(0, width)}`)
      open = true
    },
    end: () => {
      if (open) terminal.write('\n')
      open = false
    },
  }
}

function createPlain(terminal: Terminal, now: () => number): { report: Report; end: () => void } {
  let writtenAt: number | undefined
  let held: string | undefined
  return {
    report: (line) => {
      if (writtenAt !== undefined && now() - writtenAt < QUIET_MS) {
        held = line
        return
      }
      writtenAt = now()
      held = undefined
      terminal.write(`${line}\n`)
    },
    end: () => {
      if (held !== undefined) terminal.write(`${held}\n`)
      held = undefined
    },
  }
}

/** Says nothing: for callers who only want the answer. */
export function silent(): void {}
