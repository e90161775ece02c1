import { Client } from 'pg'
import { institution, type Grounds } from './grounds.ts'
import { expectStatus, type Asker } from './http.ts'
import { median } from './trial.ts'

const asked = 150

/** Median milliseconds of a page of fifty free tasks and of the counts, through HTTP. */
export async function measureLists(ask: Asker): Promise<{ readonly page: number; readonly counts: number }> {
  const page = await timeOf(ask, '/api/tasks?list=group&limit=50')
  return { page, counts: await timeOf(ask, '/api/tasks/counts') }
}

async function timeOf(ask: Asker, path: string): Promise<number> {
  const times: number[] = []
  for (let count = 0; count < asked; count += 1) {
    const from = performance.now()
    expectStatus(await ask('GET', path), 200)
    times.push(performance.now() - from)
  }
  // The first third warms plans and caches.
  return median(times.slice(asked / 3))
}

/** Writes `count` matters with one free task each, as the record would, but all at once. */
export async function addOpenTasks(grounds: Grounds, count: number): Promise<void> {
  await onDatabase(grounds, async (client) => {
    await addMatters(client, 'open', count)
    await client.query(
      `INSERT INTO tasks (institution_id, matter_id, id, process, step, status, party, act, form, roles, people, barred, opened_on, due_on, seq)
       SELECT $1, 'open-' || n, 'first#1', 'bench-trial', 'first', 'open', 'office', 'decides', 'bench-trial/first', '{ipo_officer}', '{}', '{}',
         '2026-03-02', ${dayOf('n')}, 2 FROM generate_series(1, $2::integer) n`,
      [institution, count],
    )
    await client.query(
      `INSERT INTO task_candidates (institution_id, candidate, assigned, due_sort, matter_id, task_id)
       SELECT $1, 'ipo_officer', false, ${dayOf('n')}, 'open-' || n, 'first#1' FROM generate_series(1, $2::integer) n`,
      [institution, count],
    )
  })
}

/** Writes `count` closed tasks, four to a closed matter. */
export async function addClosedTasks(grounds: Grounds, count: number): Promise<void> {
  await onDatabase(grounds, async (client) => {
    await addMatters(client, 'closed', count / 4)
    await client.query(
      `INSERT INTO tasks (institution_id, matter_id, id, process, step, status, party, act, form, roles, people, barred, opened_on, due_on, outcome,
         closed_on, closed_by, closed_as, seq)
       SELECT $1, 'closed-' || n, 'first#' || k, 'bench-trial', 'first', 'done', 'office', 'decides', 'bench-trial/first', '{ipo_officer}', '{}', '{}',
         '2026-03-02', ${dayOf('n')}, 'agreed', ${dayOf('n')}, 'officer-' || (n % 8), 'ipo_officer', 2
       FROM generate_series(1, $2::integer) n, generate_series(1, 4) k`,
      [institution, count / 4],
    )
    await client.query(
      `INSERT INTO matter_people (institution_id, matter_id, person_id, relation)
       SELECT $1, 'closed-' || n, 'officer-' || (n % 8), 'performer' FROM generate_series(1, $2::integer) n`,
      [institution, count / 4],
    )
  })
}

async function addMatters(client: Client, kind: 'open' | 'closed', count: number): Promise<void> {
  const closing = kind === 'closed' ? "'done', '2026-03-20'" : 'NULL, NULL'
  await client.query(
    `INSERT INTO matters (institution_id, id, number, process, title, stage, standing, turn, outcome, closed_on, opened_on, opened_by, policy_version, seq,
       head_hash, last_at, last_on, key_generation, state)
     SELECT $1, '${kind}-' || n, 'XT-${kind}-' || n, 'bench-trial', '测速', '{}', '${kind}', 'office', ${closing}, '2026-03-02', 'officer-0', 'x', 2,
       '\\x00', 1772413200000 + n, '2026-03-02', 1, '\\x00' FROM generate_series(1, $2::integer) n`,
    [institution, count],
  )
}

function dayOf(number: string): string {
  return `to_char(date '2026-03-02' + ${number} % 300, 'YYYY-MM-DD')`
}

async function onDatabase(grounds: Grounds, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: grounds.ownerUrl })
  await client.connect()
  try {
    await work(client)
    await client.query('VACUUM (ANALYZE) matters, tasks, task_candidates, matter_people')
    // What was written in one go is on the disk before anything is timed; in an office it comes over years.
    await client.query('CHECKPOINT')
  } finally {
    await client.end()
  }
}
