import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { unlessStopped, untilStopped } from '#cli/until-stopped.ts'

function createProgram() {
  const codes: number[] = []
  const clock = { at: 0 }
  const program = Object.assign(new EventEmitter(), { exit: (code: number) => codes.push(code) })
  return { program, codes, clock, stopped: untilStopped(program, () => clock.at) }
}

test('the same Ctrl-C, heard from the terminal and once more from npm, ends the program in order', async () => {
  const { program, codes, clock, stopped } = createProgram()
  program.emit('SIGINT')
  clock.at = 40
  program.emit('SIGINT')
  expect(await stopped).toBe('SIGINT')
  expect(codes).toEqual([])
})

test('whoever will not wait for the end in order presses Ctrl-C again', async () => {
  const { program, codes, clock, stopped } = createProgram()
  program.emit('SIGTERM')
  clock.at = 1_500
  program.emit('SIGINT')
  expect(await stopped).toBe('SIGTERM')
  expect(codes).toEqual([130])
})

test('what takes minutes to open is given up at Ctrl-C', async () => {
  const { program, stopped } = createProgram()
  const building = new Promise<string>(() => {})
  const given = expect(unlessStopped(building, stopped)).rejects.toThrow('Stopped.')
  program.emit('SIGINT')
  await given
  expect(await unlessStopped(Promise.resolve('built'), untilStopped(new EventEmitter() as never))).toBe('built')
})
