import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname
const slow = { testTimeout: 30_000, hookTimeout: 60_000 }
const sqlite = { env: { TEST_ENGINE: 'sqlite' } }
const postgres = { env: { TEST_ENGINE: 'postgres' }, globalSetup: ['tests/support/postgres-setup.ts'] }
const integration = { root, include: ['tests/integration/**/*.test.ts'], ...slow }
const faults = { root, include: ['tests/faults/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 60_000 }
const unit = [
  'shared/src/**/*.test.ts',
  'relay/**/*.test.ts',
  'desktop/src/**/*.test.ts',
  'tests/support/**/*.test.ts',
  'tests/rules/**/*.test.ts',
]

/** `unit` needs nothing running. The integration and fault files run once on each engine. `desk` runs the built
 *  desk through the stand-in for Electron, `e2e` the whole demo; both need a browser. */
export default defineConfig({
  root,
  test: {
    pool: 'forks',
    projects: [
      { test: { name: 'unit', root, include: unit } },
      { test: { name: 'sqlite', ...integration, ...sqlite } },
      { test: { name: 'postgres', ...integration, ...postgres } },
      { test: { name: 'faults-sqlite', ...faults, ...sqlite } },
      { test: { name: 'faults-postgres', ...faults, ...postgres } },
      { test: { name: 'desk', root, include: ['tests/electron/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
      { test: { name: 'e2e', root, include: ['tests/e2e/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
    ],
  },
})
