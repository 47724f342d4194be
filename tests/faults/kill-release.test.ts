import { randomUUID } from 'node:crypto'
import { readConfig } from '@dentalanswer/relay/src/config.ts'
import { linesOf } from '@dentalanswer/relay/src/deps.ts'
import type { Ctx } from '@dentalanswer/relay/src/store/transaction.ts'
import type { deskClient } from '@dentalanswer/shared/contract/desk-client.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setUpNumber } from '../support/set-up-number.ts'
import { command } from './booking-scenarios.ts'
import { dieEverywhere, type Scenario } from './die-everywhere.ts'
import { closeLabs, type Lab, openLabs } from './fault-lab.ts'

let labs: Lab[]
beforeAll(async () => {
  labs = await openLabs()
})
afterAll(() => closeLabs(labs))

type Going = { client: ReturnType<typeof deskClient>; key: string; phone: PracticePhone }

function giveUp(lab: Lab): Omit<Scenario<Going>, 'covers'> {
  const { sandbox } = lab
  return {
    async prepare(practice) {
      const ctx: Ctx = { ...lab.base, practiceId: practice.id, actor: { kind: 'system', id: null } }
      const phone = await setUpNumber({ ctx, lines: linesOf(readConfig(lab.environment)), sandbox })
      const { client } = await practice.pair()
      return { client, key: randomUUID(), phone }
    },
    act: ({ client, key, phone }) =>
      command(client, 'number.release', { phoneNumberId: phone.id, typed: phone.phoneNumber, isNow: true, by: 'Kim' }, key),
    async check({ phone }) {
      const rows = await lab.sql('select status, vapi_phone_number_id, vapi_assistant_id from phone_numbers where id = ?', [phone.id])
      expect(rows).toEqual([{ status: 'released', vapi_phone_number_id: null, vapi_assistant_id: null }])
      expect(sandbox.twilio.numbers().some((one) => one.phoneNumber === phone.phoneNumber)).toBe(false)
      expect(sandbox.vapi.phoneNumbers().some((one) => one.number === phone.phoneNumber)).toBe(false)
      expect(sandbox.vapi.assistants().some((one) => one.name === `da:${phone.id}`)).toBe(false)
      expect(sandbox.twilio.services().some((one) => one.numberSids.includes(phone.twilioSid!))).toBe(false)
    },
  }
}

const isReleasing = (point: string, nth: number) => nth === 1 && /^(number\.release|number-released?|release|settle-job):/.test(point)

test('a relay killed anywhere while it gives a number back has given it back whole in the end', async () => {
  const points = await dieEverywhere(labs, (lab) => ({ ...giveUp(lab), covers: isReleasing }))
  const calls = ['hosted-number', 'assistant', 'service', 'number'].flatMap((one) => [`release:${one}:before`, `release:${one}:after`])
  expect(points).toEqual(expect.arrayContaining([...calls, 'number-released:committed']))
})
