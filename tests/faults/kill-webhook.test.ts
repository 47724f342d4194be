import { afterAll, beforeAll, expect, test } from 'vitest'
import { booked } from './booking-scenarios.ts'
import { dieEverywhere, type Scenario } from './die-everywhere.ts'
import { closeLabs, type Lab, openLabs } from './fault-lab.ts'

let labs: Lab[]
beforeAll(async () => {
  labs = await openLabs()
})
afterAll(() => closeLabs(labs))

type Booked = Awaited<ReturnType<typeof booked>>

/** The patient texts that they cannot come; the carrier service delivers it again with the same id when it is not answered. */
function cancelByText(lab: Lab): Scenario<Booked & { messageSid: string }> {
  return {
    async prepare(practice) {
      const state = await booked(lab, practice)
      await lab.sandbox.twilio.flush()
      return { ...state, messageSid: `SM${state.appointmentId.replaceAll('-', '')}` }
    },
    async act({ from, messageSid }, practice) {
      const text = { from, to: practice.ourNumber, body: 'I need to cancel my appointment', messageSid }
      const { status, body } = await lab.sandbox.twilio.receiveText(text)
      return status === 200 ? body : null
    },
    covers: (point) => /^(sms|receive-text):/.test(point),
    async check({ messageSid }, practice) {
      const rows = (columns: string, table: string) => lab.sql(`select ${columns} from ${table} where practice_id = ?`, [practice.id])
      expect(await rows('status, version', 'appointments')).toEqual([{ status: 'cancelled', version: 2 }])
      expect(await rows('status', 'openings')).toEqual([{ status: 'open' }])
      expect(await rows('kind', 'leads')).toHaveLength(1)
      const messages = await rows('direction, purpose, provider_message_id, status', 'messages')
      expect(messages.filter((one) => one.direction === 'inbound')).toMatchObject([{ provider_message_id: messageSid }])
      expect(messages.filter((one) => one.purpose === 'acknowledgement')).toMatchObject([{ status: 'delivered' }])
    },
  }
}

/** The carrier tells that the confirmation was delivered. */
function delivered(lab: Lab): Scenario<Booked> {
  return {
    async prepare(practice) {
      const state = await booked(lab, practice)
      expect(await lab.sql('select status from messages where practice_id = ?', [practice.id])).toEqual([{ status: 'accepted' }])
      return state
    },
    async act({ from }, practice) {
      const [text] = lab.sandbox.twilio.messages().filter((one) => one.to === from)
      const form = { MessageSid: text!.sid, MessageStatus: 'delivered', To: from, From: practice.ourNumber }
      const { status } = await lab.sandbox.twilio.postWebhook(text!.statusCallback!, form)
      return status === 204 ? 'taken' : null
    },
    covers: (point, nth) => nth === 1 && /^receive-status:/.test(point),
    async check(_, practice) {
      const messages = await lab.sql('select status, delivered_at from messages where practice_id = ?', [practice.id])
      expect(messages).toMatchObject([{ status: 'delivered' }])
      expect(messages[0]?.delivered_at).not.toBeNull()
    },
  }
}

/** The call is over and its report comes, perhaps twice. */
function callReported(lab: Lab): Scenario<Booked> {
  return {
    async prepare(practice) {
      const state = await booked(lab, practice)
      await lab.sandbox.twilio.flush()
      await state.call.end({ report: 'late', summary: 'Booked a cleaning.' })
      return state
    },
    async act({ call }) {
      const answer = await call.deliverReport()
      return answer?.status === 200 ? answer.body : null
    },
    covers: (point) => /^call-report:/.test(point),
    async check(_, practice) {
      const calls = await lab.sql('select has_report, summary from calls where practice_id = ?', [practice.id])
      expect(calls).toEqual([{ has_report: 1, summary: 'Booked a cleaning.' }])
      const positions = await lab.sql('select position from call_turns where practice_id = ? order by position', [practice.id])
      expect(new Set(positions.map((turn) => turn.position)).size).toBe(positions.length)
    },
  }
}

test('a relay killed anywhere while a text cancels a visit cancels it once and answers once', async () => {
  const points = await dieEverywhere(labs, cancelByText)
  expect(points).toEqual(
    expect.arrayContaining(['sms:verified', 'receive-text:1', 'receive-text:commit', 'receive-text:committed', 'sms:stored']),
  )
})

test('a relay killed anywhere in a status callback knows the status after the repeat', async () => {
  const points = await dieEverywhere(labs, delivered)
  expect(points).toEqual(expect.arrayContaining(['receive-status:commit', 'receive-status:committed']))
})

test('a relay killed anywhere in a call report has the whole report after the repeat', async () => {
  const points = await dieEverywhere(labs, callReported)
  expect(points).toEqual(expect.arrayContaining(['call-report:commit', 'call-report:committed']))
})
