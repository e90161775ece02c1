import type { ReadStream, WriteStream } from 'node:tty'
import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'

/** Where a password is asked for: a terminal, or a pipe that brings it as one line. */
export type Terminal = { readonly input: Readable & Partial<ReadStream>; readonly output: Writable & Partial<WriteStream> }

/** Asks for a password without showing it; undefined when asking was broken off. From a pipe it is the next line, unasked. */
export async function askPassword({ input, output }: Terminal, question: string): Promise<string | undefined> {
  if (input.isTTY !== true || input.setRawMode === undefined) return readLine(input)
  output.write(question)
  input.setRawMode(true)
  input.setEncoding?.('utf8')
  try {
    return await readHidden(input)
  } finally {
    input.setRawMode(false)
    input.pause()
    output.write('\n')
  }
}

async function readLine(input: Readable): Promise<string | undefined> {
  const lines = createInterface({ input, terminal: false })
  try {
    for await (const line of lines) return line
    return undefined
  } finally {
    lines.close()
  }
}

const enter = ['\r', '\n']
const breakOff = ['\u0003', '\u0004']
const erase = ['\u007f', '\b']

function readHidden(input: Readable): Promise<string | undefined> {
  return new Promise((resolve) => {
    let typed: string[] = []
    const settle = (password: string | undefined) => {
      input.off('data', listen)
      resolve(password)
    }
    const listen = (chunk: Buffer | string) => {
      for (const character of chunk.toString()) {
        if (enter.includes(character)) return settle(typed.join(''))
        if (breakOff.includes(character)) return settle(undefined)
        typed = erase.includes(character) ? typed.slice(0, -1) : [...typed, character]
      }
    }
    input.on('data', listen)
    input.resume()
  })
}
