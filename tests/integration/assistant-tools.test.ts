import { callRecord } from '@dentalanswer/relay/src/calls/call-record.ts'
import { assistantPlanOf } from '@dentalanswer/relay/src/onboarding/assistant-plan.ts'
import { assistantSpecOf } from '@dentalanswer/relay/src/onboarding/assistant-spec.ts'
import { loadSetup } from '@dentalanswer/relay/src/store/setup.ts'
import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import { type VoiceToolName, voiceTools } from '@dentalanswer/relay/src/voice/answer-tool-calls.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { localDateOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

const CALLER = '+15125550101' as PhoneNumber
const ANA = { firstName: 'Ana', lastName: 'Garcia', birthDate: '1984-07-09' }
const LEE = { firstName: 'Lee', lastName: 'Cho', birthDate: '1990-01-02' }

/** What a tool answered, and the names of the arguments it looked at, in a call of their own. */
async function runTool(world: World, name: VoiceToolName, given: Record<string, unknown>) {
  const read = new Set<string>()
  const args = new Proxy(given, {
    get: (target, key) => {
      read.add(String(key))
      return target[String(key)]
    },
  })
  const line = await write(world.ctx, 'test-tool', function* (tx) {
    const setup = yield* loadSetup(tx.practiceId, tx.practice)
    const call = yield* callRecord(tx, {
      externalId: tx.newId<string>(),
      callerNumber: CALLER,
      direction: 'inbound',
      phoneNumberId: setup.phoneNumbers[0]!.id,
      controlUrl: null,
    } as never)
    tx.emit('call.started')
    return yield* voiceTools[name].run({ tx, call, caller: CALLER, setup, today: localDateOf(tx.now, setup.practice.timeZone), args })
  })
  return { line, read }
}

async function openWithAna() {
  const world = await openWorld()
  await world.addPatient({ ...ANA, phone: CALLER })
  const { tools } = assistantSpecOf(assistantPlanOf(await world.setup()))
  const fieldsOf = (name: VoiceToolName) => {
    const tool = tools.find((one) => one.path.endsWith(`/${name}`))!
    return Object.keys((tool.parameters as { properties: object }).properties)
  }
  return { world, fieldsOf }
}

const filling = { ...ANA, appointmentType: 'Filling', newPatient: false, startsAt: 'Tuesday, March third, at ten in the morning' }

test.each<[VoiceToolName, Record<string, unknown>, string, boolean]>([
  [
    'check-availability',
    { ...LEE, appointmentType: 'Filling', newPatient: false, when: 'next Tuesday', timeOfDay: 'morning' },
    'I have',
    false,
  ],
  ['book-appointment', filling, 'Booked: Ana', false],
  ['find-appointments', ANA, 'Ana has', true],
  ['confirm-appointment', ANA, 'Confirmed: Ana', true],
  ['cancel-appointment', ANA, 'Cancelled: Ana', true],
  ['move-appointment', { ...ANA, newStartsAt: 'Wednesday, March fourth, at ten in the morning' }, 'Moved: Ana', true],
  ['request-callback', { name: 'Ana Garcia', reason: 'A bill' }, 'call you back', false],
  ['report-emergency', { description: 'A tooth was knocked out' }, 'I have alerted the practice', false],
])('%s does what is asked in the described parameters, and reads each of them', async (name, args, line, hasVisit) => {
  const { world, fieldsOf } = await openWithAna()
  if (hasVisit) await runTool(world, 'book-appointment', filling)
  const done = await runTool(world, name, args)
  expect(done.line).toContain(line)
  for (const field of Object.keys(args)) expect(fieldsOf(name)).toContain(field)
  for (const field of fieldsOf(name)) expect([...done.read]).toContain(field)
})
