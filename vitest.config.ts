import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const exclude = ['**/node_modules/**', '**/.data/**', 'out/**']

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: [...exclude, '**/*.server.test.ts', '**/*.replay.test.ts', '**/*.e2e.test.ts'],
          testTimeout: 60_000,
          // Pure tests leave nothing behind: files share a process and what it has loaded, which halves the time.
          isolate: false,
          // Stories run on a virtual clock here; the server tier runs them on Temporal.
          alias: { '@temporalio/workflow': fileURLToPath(new URL('test/simulator/temporal.ts', import.meta.url)) },
        },
      },
      {
        test: {
          name: 'replay',
          include: ['test/**/*.replay.test.ts'],
          exclude,
          testTimeout: 60_000,
          globalSetup: ['test/bundle-setup.ts'],
        },
      },
      {
        test: {
          name: 'server',
          include: ['test/**/*.server.test.ts'],
          exclude,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          globalSetup: ['test/server-setup.ts', 'test/bundle-setup.ts'],
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/**/*.e2e.test.ts'],
          exclude,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          globalSetup: ['test/server-setup.ts', 'test/bundle-setup.ts'],
        },
      },
    ],
  },
})
