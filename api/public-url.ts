import type { Config } from '#schemas/config.ts'

/** The address under which people reach the program; never taken from a request, whose Host anybody can write. */
export function publicUrlOf({ PUBLIC_URL, PORT }: Pick<Config, 'PUBLIC_URL' | 'PORT'>): string {
  return (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/$/, '')
}
