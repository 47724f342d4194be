import { expect, test } from 'vitest'
import { Secrets } from './secrets.ts'

const kept = {
  relay: 'https://relay.example.com/',
  token: 't'.repeat(40),
  cacheKey: 'a'.repeat(64),
  device: { id: '0198c0de-0000-7000-8000-000000000001', name: 'Front', pairedAt: '2026-03-03T15:30:00.000Z', lastSeenAt: null },
  practice: { id: '0198c0de-0000-7000-8000-000000000002', name: 'Maple', timeZone: 'America/Chicago', settings: 'of another shape' },
}

test('a pairing kept by another version is still one', () => {
  const { token, device, practice } = Secrets.parse(kept)
  expect(token).toBe(kept.token)
  expect(device).toMatchObject({ id: kept.device.id, name: 'Front', revokedAt: null })
  expect(practice).toMatchObject({ id: kept.practice.id, name: 'Maple', timeZone: 'America/Chicago', settings: { slotStepMinutes: 15 } })
  expect(Secrets.parse({ ...kept, device: undefined, practice: 7 }).cacheKey).toBe(kept.cacheKey)
})

test('without its token or key there is none', () => {
  for (const gone of ['token', 'cacheKey', 'relay']) expect(Secrets.safeParse({ ...kept, [gone]: undefined }).success).toBe(false)
})
