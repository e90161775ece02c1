import { z } from 'zod'

const text = z.string().trim().min(1)
const file = text
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
const flag = z.enum(['true', 'false']).transform((value) => value === 'true')

/**
 * Everything the program is told by its environment, and nothing else. Names are those of the variables; each says what it is
 * for, and the table of settings in the README is made of it.
 */
export const settings = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('PostgreSQL, under the login that owns nothing. Absent: a database is started on this machine.'),
  MIGRATION_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('PostgreSQL, under the role that owns the tables; for migrations only.'),
  DATABASE_CONNECTIONS: whole(1, 200).default(10).describe('Connections to PostgreSQL at most, for each program.'),
  TEMPORAL_ADDRESS: text.optional().describe('Host and port of Temporal. Absent: a server is started on this machine.'),
  TEMPORAL_NAMESPACE: text.default('default').describe("Temporal's namespace."),
  TEMPORAL_API_KEY: text.optional().describe('API key of a Temporal that asks for one; implies TLS.'),
  TEMPORAL_TLS_CA: file.optional().describe('File of the certificate authority that signed the server certificate of Temporal.'),
  TEMPORAL_TLS_CERT: file.optional().describe('File of our certificate for Temporal.'),
  TEMPORAL_TLS_KEY: file.optional().describe('File of the key to that certificate.'),
  TASK_QUEUE: text.default('conveyance').describe('The queue on which worker and API meet.'),
  MASTER_KEY: z
    .string()
    .refine((value) => /^[A-Za-z0-9+/]{43}=$/.test(value), { error: 'must be the base64 of 32 random bytes' })
    .optional()
    .describe(
      'Base64 of 32 random bytes; wraps the keys of matters and people. Absent: made once in the data folder; not with DATABASE_URL.',
    ),
  CONVEYANCE_DATA: text.optional().describe('Folder of everything kept between runs on one machine.'),
  INSTITUTION: text.optional().describe('Id of the institution whose people sign in here when they name none.'),
  HOST: text.default('127.0.0.1').describe('Address to listen on.'),
  PORT: whole(0, 65_535).default(8080).describe('Port to listen on; 0 takes a free one.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Address under which people reach the program; used in mail. An https address makes the session cookie Secure.'),
  TRUST_PROXY: whole(0, 10).default(0).describe('Number of proxies before the program whose X-Forwarded headers are believed.'),
  SESSION_HOURS: whole(1, 720).default(12).describe('Hours after which an unused session ends.'),
  SIGN_INS_PER_QUARTER: whole(1, 10_000).default(20).describe('Attempts to sign in allowed from one address in a quarter of an hour.'),
  PUBLIC_POSTS_PER_HOUR: whole(1, 1_000_000)
    .default(30)
    .describe('Objections, notices and the like that one address may leave at the public doors in an hour.'),
  REQUESTS_PER_MINUTE: whole(1, 1_000_000).default(1200).describe('Requests allowed from one address in a minute.'),
  COMMAND_SECONDS: z.coerce
    .number()
    .min(0.1)
    .max(60)
    .default(8)
    .describe('Seconds a command may take before it is answered 202 and followed up.'),
  ATTACHMENT_MEGABYTES: whole(1, 1024).default(32).describe('Megabytes an attachment may have.'),
  CLOCK_OFFSET_MS: z.coerce
    .number()
    .int()
    .default(0)
    .describe('Milliseconds by which the office clock is ahead of Temporal; 0 in production.'),
  MAIL_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('The mail server. Absent: mail is kept in the data folder.'),
  MAIL_FROM: text.default('Conveyance <conveyance@localhost>').describe('Sender of mail.'),
  SIGNING_KEYS: file
    .optional()
    .describe(
      "Folder of the signers' keys: <person id>.p12 each, the authorities as *.pem. Absent: the demonstration's own authority, whose signatures say that they are none to rely on.",
    ),
  SIGNING_PASSPHRASE: text.optional().describe('Passphrase of the files in SIGNING_KEYS.'),
  STORY_FRAMES: whole(0, 50)
    .default(0)
    .describe(
      "Lines of a story's stack that an error in it shows. Temporal writes them down for every promise: ten, as elsewhere, double the processor time of a matter. Set it to look for a fault.",
    ),
  RARE_FONTS: text
    .transform((paths) => paths.split(','))
    .optional()
    .describe(
      "TrueType files, separated by commas, in which characters are looked for that the program's own fonts lack (Debian: fonts-hanazono). The same papers need the same files.",
    ),
  METRICS_TOKEN: text.optional().describe('Bearer token asked of whoever reads /metrics. Absent: /metrics answers this machine only.'),
  REHEARSAL: flag.default(false).describe('Whether time is skipped (`npm run rehearse`); never on real servers.'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info').describe('How much is logged.'),
})

export type Config = z.output<typeof settings>

/** Thrown when settings are wrong; tells every fault at once. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault'
}

/**
 * Reads the settings from the environment's variables; empty ones count as absent. Throws a ConfigFault that names every
 * fault. Values are never repeated in the message: they may be secrets.
 */
export function readConfig(env: { readonly [name: string]: string | undefined }): Config {
  const given = Object.fromEntries(Object.keys(settings.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])))
  const read = settings.safeParse(given)
  const alone = read.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []
  const faults = [...alone, ...checkTogether(given)]
  if (read.success && faults.length === 0) return read.data
  throw new ConfigFault(`The settings are wrong:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
}

/** Faults that only show when settings are seen side by side; told also where one of them is wrong by itself. */
function checkTogether(given: { readonly [name: string]: string | undefined }): string[] {
  const has = (name: keyof Config) => given[name] !== undefined
  const faults: string[] = []
  if (has('DATABASE_URL') && !has('MASTER_KEY')) faults.push('MASTER_KEY: is needed with DATABASE_URL')
  if (has('TEMPORAL_TLS_CERT') !== has('TEMPORAL_TLS_KEY')) faults.push('TEMPORAL_TLS_CERT, TEMPORAL_TLS_KEY: come together')
  if (given['REHEARSAL'] === 'true' && (has('DATABASE_URL') || has('TEMPORAL_ADDRESS'))) {
    faults.push('REHEARSAL: runs on servers of its own, without DATABASE_URL and TEMPORAL_ADDRESS')
  }
  return faults
}

/** The table of settings for the README, in Markdown. */
export function renderSettings(): string {
  const rows = Object.entries(settings.shape).map(([name, shape]) => {
    const fallback = shape.safeParse(undefined)
    const value = fallback.success && fallback.data !== undefined ? `\`${String(fallback.data)}\`` : ''
    return `| \`${name}\` | ${value} | ${shape.description ?? ''} |`
  })
  return ['| variable | default | what it is for |', '|---|---|---|', ...rows].join('\n')
}
