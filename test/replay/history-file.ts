/** Who ran it and by which build is no part of the story. `sdkMetadata` stays: it says which checks the replay makes. */
const ofTheMachine = ['identity', 'binaryChecksum', 'workerVersion', 'meteringMetadata', 'requestId']

/** A history as a text file, an event a line: bytes in base64, empty fields left out, the machine's traces taken off. */
export function writeHistory(history: object): string {
  const { events } = plain(history) as ReturnType<typeof readHistory>
  return `{"events":[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]}\n`
}

/** Reads what `writeHistory` wrote, as the worker's replay takes it. */
export function readHistory(text: string): { readonly events: readonly { readonly [field: string]: unknown }[] } {
  return JSON.parse(text, (_, value: unknown) => {
    const bytes = (value as { readonly bytes64?: string } | null)?.bytes64
    return bytes === undefined ? value : Uint8Array.from(Buffer.from(bytes, 'base64'))
  }) as ReturnType<typeof readHistory>
}

function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return { bytes64: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key, one]) => one !== null && one !== undefined && !ofTheMachine.includes(key))
  return Object.fromEntries(entries.map(([key, one]) => [key, plain(one)]))
}
