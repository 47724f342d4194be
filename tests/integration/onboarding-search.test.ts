import { describe, expect, test } from 'vitest'
import { numberFor, openOnboarding } from './onboarding-scenes.ts'

describe('looking for a number', () => {
  test('by area code shows where each is and what it costs', async () => {
    const { client } = await openOnboarding()
    const { numbers, near } = await client.call('numbers.search', { areaCode: '206' })
    expect(near).toBeNull()
    expect(numbers.length).toBeGreaterThan(0)
    for (const one of numbers) expect(one).toMatchObject({ kind: 'local', region: 'WA', rentMicrodollars: 1_150_000 })
    expect(numbers.every((one) => one.phoneNumber.startsWith('+1206'))).toBe(true)
    const { numbers: free } = await client.call('numbers.search', { kind: 'toll_free' })
    expect(free[0]).toMatchObject({ kind: 'toll_free', rentMicrodollars: 2_150_000 })
  })

  test('finds the nearest others where there is none, and says so', async () => {
    const { world, client } = await openOnboarding()
    world.twilio.sellOut('512')
    const { numbers, near } = await client.call('numbers.search', { areaCode: '512' })
    expect(near).toMatch(/^No number in 512 now\. These are within \d+ miles\.$/)
    expect(numbers.length).toBeGreaterThan(0)
    expect(numbers.every((one) => !one.phoneNumber.startsWith('+1512'))).toBe(true)
  })

  test('drops the digits before it drops the place', async () => {
    const { client } = await openOnboarding()
    const { numbers, near } = await client.call('numbers.search', { areaCode: '206', contains: '7777777' })
    expect(near).toBe('No number with 7777777 in 206 now. These are in 206.')
    expect(numbers[0]?.phoneNumber).toMatch(/^\+1206/)
  })

  test('never shows a number that somebody here has or is getting', async () => {
    const of = await openOnboarding()
    const found = async () => (await of.client.call('numbers.search', { areaCode: '206' })).numbers.map((one) => one.phoneNumber)
    expect(await found()).toContain(of.wanted)
    of.world.twilio.setAccount('no-funds')
    await of.start()
    await of.work()
    expect(await found()).not.toContain(of.wanted)
    expect(await found()).toContain(numberFor(of.world, 1))
  })

  test('says in plain words that the carrier service cannot be asked', async () => {
    const { world, client } = await openOnboarding()
    world.twilio.faults.set({ searches: '503' })
    await expect(client.call('numbers.search', { areaCode: '206' })).rejects.toMatchObject({
      code: 'VENDOR_UNAVAILABLE',
      message: 'The carrier service cannot be asked for numbers now. Try again in a minute.',
    })
    await expect(client.call('numbers.search', { areaCode: '20' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })
})
