import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'
import { DETAILS, openRegistering, PROFILES, stageStates } from './registration-scenes.ts'

const cli = new URL('../../relay/src/cli.ts', import.meta.url).pathname

function relay(databaseUrl: string, args: string[], settings: Record<string, string> = {}) {
  const env = { ...process.env, DATABASE_URL: databaseUrl, ...settings }
  const done = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', env })
  return { status: done.status, out: done.stdout, error: done.stderr }
}

test('the operator sees what each practice cost and is charged, with a line for all', async () => {
  // The command runs on the machine's own clock, so the numbers must be as old.
  const now = new Date().toISOString()
  const world = await openWorld({ now })
  await world.addPractice({ name: '=Smile, "Ltd"' })
  const { databaseUrl } = world.testStore
  const month = now.slice(0, 7) === monthInChicago(now) ? now.slice(0, 7) : monthInChicago(now)
  const settings = { COST_RENT_LOCAL: '1.15', CHARGE_MONTH: '49', CHARGE_MINUTE: '0.25' }
  const table = relay(databaseUrl, ['usage', '--month', month], settings)
  expect(table.error).toBe('')
  const lines = table.out.trimEnd().split('\n')
  expect(lines).toHaveLength(4)
  expect(lines[0]).toMatch(/^Practice +Calls .*Cost \$ +Charge \$ +Margin \$$/)
  expect(lines[1]).toMatch(/ 0 .* 1\.150000 +49\.000000 +47\.850000$/)
  expect(lines[3]).toMatch(/^Total .* 2\.300000 +98\.000000 +95\.700000$/)

  const one = relay(databaseUrl, ['usage', '--month', month, '--practice', world.practiceId, '--csv'])
  const [head, row] = one.out.split('\r\n')
  expect(head).toMatch(/^Practice id,Practice,Calls/)
  expect(row).toBe(`${world.practiceId},Bright Smiles Dental,0,0,0,0,0,1.150000,,`)
  expect(relay(databaseUrl, ['usage', '--month', month, '--csv']).out).toContain(`"'=Smile, ""Ltd"""`)
  expect(relay(databaseUrl, ['usage', '--month', 'May']).error).toContain('must be a month like 2026-11')
  expect(relay(databaseUrl, ['usage', '--month', month], { COST_RENT_LOCAL: 'much' }).error).toContain('COST_RENT_LOCAL')
})

const monthInChicago = (at: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago', year: 'numeric', month: '2-digit' }).format(new Date(at)).slice(0, 7)

test('the operator records the profile, sees how it stands, and may declare a number ready', async () => {
  const world = await openRegistering()
  const { databaseUrl } = world.testStore
  await world.fillIn()
  await world.submit()
  const profile = ['registration', 'profile', '--practice', world.practiceId, '--customer', PROFILES.customerProfileSid]
  expect(relay(databaseUrl, [...profile, '--a2p', 'BU1']).error).toContain('BU and 32')
  expect(relay(databaseUrl, [...profile, '--a2p', PROFILES.a2pProfileSid])).toMatchObject({ status: 0, error: '' })
  expect(stageStates(await world.registration())).toContain('profile done, brand waiting')
  const listed = relay(databaseUrl, ['registration', 'list', '--practice', world.practiceId])
  expect(listed.out).toContain('10dlc  details done, profile done, brand waiting')
  expect(listed.out).toContain('texting waiting')
  expect(listed.out).not.toContain(DETAILS.ein)
  expect(listed.out).not.toContain(DETAILS.contactLastName)
  const ready = ['registration', 'ready', '--practice', world.practiceId, '--number']
  expect(relay(databaseUrl, [...ready, '+15125550000']).error).toContain('no such number')
  expect(relay(databaseUrl, [...ready, world.ourNumber]).status).toBe(0)
  expect((await world.phone()).texting).toBe('ready')
})
