/** What files of one room may import, beside their own room. */
export type Room = {
  readonly rooms: readonly string[]
  /** Rooms known by their types alone: the import is erased before anything runs. */
  readonly typesOf?: readonly string[]
  readonly packages: readonly string[]
  /** Packages that some files of the room may import, and no others. */
  readonly packagesOf?: readonly { readonly files: RegExp; readonly packages: readonly string[] }[]
  /** Single files of other rooms. */
  readonly files?: readonly string[]
  /** Whether Node's own modules may be imported; a pattern where only some files may. */
  readonly node: boolean | RegExp
}

const records = ['canonicalize', 'pino']
const anything = ['*']

/** The table of rooms: an allow-list; what is not named here may not be imported. */
export const rooms: { readonly [room: string]: Room } = {
  domain: { rooms: [], packages: [], node: false },
  schemas: { rooms: ['domain'], packages: ['zod'], node: false },
  policy: { rooms: ['domain', 'schemas'], packages: ['zod'], node: false },
  templates: {
    rooms: ['domain'],
    packages: [],
    packagesOf: [{ files: /^templates\/(pdf|typography)[\w-]*\.ts$/, packages: ['pdfkit'] }],
    node: /^templates\/(pdf|typography)[\w-]*\.ts$/,
  },
  prisma: {
    rooms: [],
    packages: ['prisma', '@prisma/adapter-pg', '@prisma/driver-adapter-utils', '@prisma/schema-engine-wasm', 'pg'],
    node: true,
  },
  store: {
    rooms: ['domain', 'schemas', 'prisma/generated'],
    packages: ['@prisma/client', '@prisma/adapter-pg', '@node-rs/argon2', '@node-rs/jieba', 'pg', ...records],
    node: true,
  },
  activities: {
    rooms: ['domain', 'schemas', 'policy', 'templates', 'store'],
    packages: ['@temporalio/activity', '@temporalio/common', 'nodemailer', ...records],
    packagesOf: [{ files: /^activities\/signing\//, packages: ['@libpdf/core', 'pkijs', 'asn1js'] }],
    node: true,
  },
  workflows: {
    rooms: ['domain'],
    typesOf: ['activities'],
    packages: [],
    // A word reaches Temporal through its matter's world, so that a story can be told where nothing is written.
    packagesOf: [{ files: /^workflows\/steps\/(matter|world|activities|recurring|answer-later)\.ts$/, packages: ['@temporalio/workflow'] }],
    node: false,
  },
  api: {
    rooms: ['domain', 'schemas', 'policy', 'store'],
    files: ['workflows/messages.ts'],
    packages: [
      'express',
      'express-rate-limit',
      'helmet',
      'zod',
      '@asteasolutions/zod-to-openapi',
      '@temporalio/client',
      '@node-rs/argon2',
      ...records,
    ],
    node: true,
  },
  web: {
    rooms: ['domain', 'schemas'],
    packages: ['react', 'react-dom', 'antd', '@tanstack/react-query', 'i18next', 'react-i18next', 'bpmn-js', 'zod'],
    node: false,
  },
  worker: {
    rooms: ['domain', 'schemas', 'policy', 'templates', 'store', 'activities', 'workflows'],
    // The relay sends again what a door could not: by the door's own function, so that there is one way to send.
    files: ['api/deliver-command.ts'],
    packages: ['@temporalio/worker', '@temporalio/client', ...records],
    node: true,
  },
  cli: {
    rooms: ['domain', 'schemas', 'policy', 'templates', 'prisma', 'store', 'activities', 'workflows', 'api', 'worker'],
    packages: anything,
    node: true,
  },
}

/** Doors within rooms: a folder, and the only rooms that may come in from outside. */
export const doors: readonly { readonly folder: string; readonly openTo: readonly string[]; readonly why: string }[] = [
  {
    folder: 'store/record/',
    openTo: ['activities', 'cli'],
    why: 'one writer: the record is written by activities alone; the command line verifies and rebuilds it',
  },
  { folder: 'domain/words/', openTo: ['activities', 'api', 'templates', 'web', 'cli'], why: 'words for people are no part of a story' },
  { folder: 'domain/drawings.gen.ts', openTo: ['api', 'web', 'cli'], why: 'drawings are shown and checked, never executed' },
]

/** Files that may be long: tables of data, by rule. */
export const dataTables: readonly RegExp[] = [/\.gen\.ts$/, /^policy\/calendar-[\w-]+\.ts$/, /^policy\/parameters\.ts$/, /^domain\/words\//]
