import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const good = {
  API_URL: 'https://relay.example.com/',
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: '0123456789abcdef0123456789abcdef',
  VAPI_WEBHOOK_SECRET: '0123456789abcdef',
}

function problemsOf(environment: Record<string, string | undefined>): string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

describe('settings', () => {
  test('the least that is needed is read, with the defaults', () => {
    expect(readConfig(good)).toMatchObject({
      apiUrl: 'https://relay.example.com',
      port: 4000,
      host: '127.0.0.1',
      store: { engine: 'sqlite', file: '.data/relay.sqlite' },
      trustProxy: false,
    })
  })

  test('every missing one is named at once, each with what it is', () => {
    const problems = problemsOf({})
    for (const name of ['API_URL', 'TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'VAPI_WEBHOOK_SECRET'])
      expect(problems.some((problem) => problem.startsWith(`${name} is missing:`))).toBe(true)
  })

  test.each([
    ['API_URL', 'relay.example.com'],
    ['API_URL', 'http://relay.example.com'],
    ['API_URL', 'ftp://relay.example.com'],
    ['PORT', 'four thousand'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://somewhere'],
    ['DATABASE_URL', 'sqlite:'],
    ['TWILIO_ACCOUNT_SID', 'SK0'],
    ['TWILIO_AUTH_TOKEN', 'short'],
    ['TWILIO_API_BASE', 'not an address'],
    ['VAPI_WEBHOOK_SECRET', 'short'],
    ['TWILIO_PREVIOUS_AUTH_TOKEN', 'x'],
    ['VAPI_PREVIOUS_WEBHOOK_SECRET', 'x'],
    ['METRICS_TOKEN', 'x'],
    ['TRUST_PROXY', 'yes'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is refused by name', (name, value) => {
    const [problem, ...others] = problemsOf({ ...good, [name]: value })
    expect(problem).toMatch(new RegExp(`^${name} `))
    expect(others).toEqual([])
  })

  test('a problem never repeats the value, which may be a secret', () => {
    expect(problemsOf({ ...good, TWILIO_AUTH_TOKEN: 'tooshort' }).join()).not.toContain('tooshort')
  })

  test('plain http is allowed only on this machine', () => {
    for (const address of ['http://127.0.0.1:4000', 'http://localhost:4000', 'http://[::1]:4000'])
      expect(problemsOf({ ...good, API_URL: address })).toEqual([])
  })

  test('a PostgreSQL address chooses that engine', () => {
    expect(readConfig({ ...good, DATABASE_URL: 'postgres://a:b@db/relay' }).store).toEqual({
      engine: 'postgres',
      url: 'postgres://a:b@db/relay',
    })
  })
})
