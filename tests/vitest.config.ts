import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname
const integration = { root, include: ['tests/integration/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000 }

/** `unit` needs nothing running; `sqlite` and `postgres` are the same integration files on each engine. */
export default defineConfig({
  root,
  test: {
    pool: 'forks',
    projects: [
      {
        test: {
          name: 'unit',
          root,
          include: ['shared/src/**/*.test.ts', 'relay/**/*.test.ts', 'tests/support/**/*.test.ts', 'tests/rules/**/*.test.ts'],
        },
      },
      { test: { name: 'sqlite', ...integration, env: { TEST_ENGINE: 'sqlite' } } },
      { test: { name: 'postgres', ...integration, env: { TEST_ENGINE: 'postgres' }, globalSetup: ['tests/support/postgres-setup.ts'] } },
    ],
  },
})
