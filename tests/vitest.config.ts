import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname

/** `unit` needs nothing running; `sqlite` and `postgres` are the same integration files on each engine. */
export default defineConfig({
  root,
  test: {
    pool: 'forks',
    projects: [{ test: { name: 'unit', root, include: ['shared/src/**/*.test.ts', 'relay/**/*.test.ts', 'tests/support/**/*.test.ts'] } }],
  },
})
