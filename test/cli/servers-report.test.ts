import { expect, test } from 'vitest'
import { createReport } from '#cli/servers/report.ts'

function createTerminal(isTTY: boolean): { text: () => string; terminal: { write(text: string): void; isTTY: boolean; columns: number } } {
  let text = ''
  return {
    text: () => text,
    terminal: {
      isTTY,
      columns: 30,
      write: (more) => {
        text += more
      },
    },
  }
}

test('before a person progress is one line, rewritten and cut to the width', () => {
  const { terminal, text } = createTerminal(true)
  const { report, end } = createReport(terminal)
  report('1 of 2')
  report(`2 of 2 ${'x'.repeat(50)}`)
  end()
  end()
  expect(text()).toBe(`\r\u001b[2K1 of 2\r\u001b[2K2 of 2 ${'x'.repeat(22)}\n`)
})

test('in a log progress is one line every three seconds, and the last one is not lost', () => {
  const { terminal, text } = createTerminal(false)
  let now = 0
  const { report, end } = createReport(terminal, () => now)
  for (now = 0; now <= 7_000; now += 500) report(`at ${now}`)
  end()
  expect(text()).toBe('at 0\nat 3000\nat 6000\nat 7000\n')
})
