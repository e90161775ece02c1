import type { Pool } from 'pg'

export type BareActivities = ReturnType<typeof createBareActivities>

/** One activity: a row a step, written once. */
export function createBareActivities(pool: Pool) {
  return {
    async writeRow({ matter, step, score }: { readonly matter: string; readonly step: number; readonly score: number }): Promise<void> {
      await pool.query({
        name: 'write_row',
        text: 'INSERT INTO bare_steps (matter, step, score) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        values: [matter, step, score],
      })
    },
  }
}
