import { randomUUID } from 'node:crypto'
import { type BookInput, bookAppointment } from '@dentalanswer/relay/src/booking/book-appointment.ts'
import { appendTurn, keepControlUrl } from '@dentalanswer/relay/src/store/calls.ts'
import { changeSetup } from '@dentalanswer/relay/src/store/setup.ts'
import { type Ctx, write } from '@dentalanswer/relay/src/store/transaction.ts'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { DeskInput, DeskRouteName } from '@dentalanswer/shared/contract/routes.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Alarm, Callback, Lead } from '@dentalanswer/shared/domain/follow-up.ts'
import type { AppointmentTypeId, CallId, OperatoryId, PatientId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { AppointmentType, Closure, Operatory, Provider, Setup } from '@dentalanswer/shared/domain/practice.ts'
import type { Instant, LocalDate, LocalTime } from '@dentalanswer/shared/domain/practice-time.ts'
import { PORT, REGISTRATION, runOf, secondNumber } from './number-samples.ts'
import { callOf, messageOf } from './work-samples.ts'
import type { PracticeWorld } from './world.ts'

/** A local time of the tests' week in Chicago, before the clocks change on 8 March 2026: `at('03-03 09:00')`. */
export const at = (text: string): Instant => {
  const [day, time] = text.split(' ')
  return new Date(`2026-${day}T${time}:00.000-06:00`).toISOString() as Instant
}

export const typeNamed = (setup: Setup, name: string): AppointmentType => setup.appointmentTypes.find((one) => one.name === name)!
export const providerNamed = (setup: Setup, name: string): Provider => setup.providers.find((one) => one.name.includes(name))!
export const operatoryNamed = (setup: Setup, name: string): Operatory => setup.operatories.find((one) => one.name === name)!

type MachineBooking = Pick<BookInput, 'patientId' | 'appointmentTypeId' | 'startsAt'> & Partial<BookInput>

/** Books as the voice assistant does, without the words. */
export function bookByMachine(ctx: Ctx, wanted: MachineBooking): Promise<Appointment> {
  return write({ ...ctx, actor: { kind: 'voice', id: null } }, 'book', (tx) =>
    bookAppointment(tx, {
      providerId: null,
      operatoryId: null,
      note: '',
      bookedBy: 'voice',
      callId: null,
      overbookReason: null,
      why: { rule: 'booked-in-call', matched: [] },
      ...wanted,
    }),
  )
}

/** As a desk does: a request that the busy store did not take is sent again, under its own key. */
export async function patiently<T>(send: (key: string) => Promise<T>, key: string = crypto.randomUUID()): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await send(key)
    } catch (error) {
      if (!(error instanceof DeskError && error.code.startsWith('STORE_')) || tries >= 20) throw error
    }
  }
}

const CONTROL = 'https://phone-call-websocket.vapi.ai'

export type Filled = Awaited<ReturnType<typeof fillPractice>>

/** One of everything a desk can name, in a practice of the usual file. */
export async function fillPractice(world: PracticeWorld, phone = '+15125550101') {
  const setup = await world.setup()
  const patel = providerNamed(setup, 'Patel')
  const filling = typeNamed(setup, 'Filling')
  const cleaning = typeNamed(setup, 'Cleaning')
  const ana = await world.addPatient({ firstName: 'Ana', lastName: `Garcia${phone.slice(-3)}`, birthDate: '1988-04-12', phone })
  const luis = await world.addPatient({ firstName: 'Luis', lastName: `Garcia${phone.slice(-3)}`, birthDate: '2015-06-01', phone })
  const twin = await world.addPatient({ firstName: 'Anna', lastName: `Garza${phone.slice(-3)}`, phone: `+1512556${phone.slice(-4)}` })
  const { client, device } = await world.pair('Back office')
  const book = (patientId: PatientId, type: AppointmentType, startsAt: Instant) =>
    client.call('appointment.book', { patientId, appointmentTypeId: type.id, startsAt, sendText: false })
  const visit = await book(ana.id, filling, at('03-03 09:00'))
  const past = await book(luis.id, cleaning, at('03-02 08:00'))
  const machine = await bookByMachine(world.ctx, { patientId: luis.id, appointmentTypeId: cleaning.id, startsAt: at('03-04 09:00') })
  const change = (await client.call('appointment.find', { appointmentId: machine.id })).changes[0]!
  const work = await write(world.ctx, 'samples', function* (tx) {
    const call = yield* tx.insert('calls', callOf(tx.newId<CallId>(), phone, tx.now))
    yield* keepControlUrl(world.practiceId, call.id, `${CONTROL}/${call.id}/control`)
    yield* appendTurn(tx, { callId: call.id, position: 0, role: 'caller', text: 'Hello', at: tx.now })
    const about = { patientId: ana.id, phoneNumber: phone as PhoneNumber, callId: call.id, messageId: null }
    const message = yield* tx.insert('messages', messageOf(tx.newId(), phone, world.ourNumber, tx.now))
    const lead: Lead = {
      ...about,
      id: tx.newId(),
      kind: 'rebook',
      appointmentId: visit.id,
      reason: 'Rebook',
      owner: null,
      snoozedUntil: null,
      note: '',
      status: 'open',
      outcome: null,
      createdAt: tx.now,
      doneAt: null,
    }
    const callback: Callback = {
      ...about,
      id: tx.newId(),
      callerName: 'Ana',
      reason: 'Call back',
      urgency: 'routine',
      dueAt: tx.now,
      owner: null,
      note: '',
      status: 'open',
      outcome: null,
      createdAt: tx.now,
      doneAt: null,
    }
    const alarm: Alarm = {
      ...about,
      id: tx.newId(),
      description: 'Swelling',
      matched: [],
      callerName: null,
      raisedAt: tx.now,
      ladderStep: 0,
      nextStepAt: null,
      acknowledgedAt: null,
      acknowledgedBy: null,
    }
    yield* tx.insert('leads', lead)
    yield* tx.insert('callbacks', callback)
    yield* tx.insert('alarms', alarm)
    const closure: Closure = {
      id: tx.newId(),
      kind: 'closed',
      providerId: null,
      operatoryId: null,
      startsAt: at('03-20 08:00'),
      endsAt: at('03-20 17:00'),
      releasedAt: null,
      reason: 'Holiday',
      removedAt: null,
    }
    yield* tx.insert('closures', closure)
    const second = yield* tx.insert('phoneNumbers', secondNumber(tx.newId(), phone, tx.now))
    const failed = yield* tx.insert('onboardingRuns', {
      ...runOf(tx.newId(), tx.newId(), `+1206555${phone.slice(-4)}`, tx.now),
      state: 'failed',
    })
    const porting = yield* tx.insert('onboardingRuns', {
      ...runOf(tx.newId(), tx.newId(), `+1206556${phone.slice(-4)}`, tx.now),
      state: 'porting',
      way: 'port',
      port: PORT,
    })
    const settings = { ...tx.practice.settings, transferNumber: '+15125550150' as PhoneNumber }
    yield* changeSetup(tx, { settings })
    return { call, message, lead, callback, alarm, closure, second, failed, porting }
  })
  return { ...work, setup, ana, luis, twin, patel, filling, cleaning, visit, past, machine, change, device, phone: phone as PhoneNumber }
}

type Samples = { [N in DeskRouteName]: DeskInput<N> }

/** An input for every route of the contract that works in a practice so filled, in an order that works too. */
export function deskSamples(of: Filled): Samples {
  const appointmentId = of.visit.id
  const operatoryId = operatoryNamed(of.setup, 'Op 1').id as OperatoryId
  const providerId = of.patel.id as ProviderId
  const patientId = of.ana.id
  const appointmentTypeId = of.filling.id as AppointmentTypeId
  const range = { from: '2026-03-02' as LocalDate, to: '2026-03-06' as LocalDate }
  const free = { patientId, appointmentTypeId, providerId, operatoryId, startsAt: at('03-05 14:00') }
  return {
    'snapshot.take': {},
    'schedule.range': range,
    'slots.find': { ...range, appointmentTypeId, providerId, patientId, limit: 5 },
    'slots.check': { ...free, movingId: appointmentId },
    'appointment.book': { ...free, note: 'Brings x-rays', overbookReason: 'Asked for it', sendText: true },
    'appointment.find': { appointmentId },
    'appointment.ask': { appointmentId },
    'appointment.move': { ...free, patientId: undefined, appointmentId, startsAt: at('03-05 10:00'), overbookReason: null } as never,
    'appointment.confirm': { appointmentId },
    'appointment.unconfirm': { appointmentId },
    'appointment.note': { appointmentId, note: 'Wheelchair' },
    'appointment.seen': { appointmentId: of.machine.id },
    'change.undo': { changeId: of.change.id },
    'appointment.cancel': { appointmentId, reason: 'Asked to', sendText: true },
    'appointment.finish': { appointmentId: of.past.id, as: 'completed' },
    'patient.search': { text: of.ana.lastName, limit: 10 },
    'patient.find': { patientId },
    'patient.create': {
      firstName: 'Mia',
      lastName: 'Stone',
      birthDate: '2019-02-03' as LocalDate,
      language: 'en',
      guardianId: patientId,
      note: '',
      contactPoints: [{ phoneNumber: '+15125550177' as PhoneNumber, label: 'guardian', isPrimary: true }],
    },
    'patient.change': { patientId, note: 'Prefers mornings', guardianId: of.luis.id, by: 'Kim' },
    'patient.merge': { keepId: patientId, mergeId: of.twin.id, evenIfBirthDatesDiffer: true },
    'contact.add': { patientId, phoneNumber: '+15125550178' as PhoneNumber, label: 'work', isPrimary: false },
    'contact.remove': { patientId, phoneNumber: '+15125550178' as PhoneNumber },
    'household.find': { phoneNumber: of.phone },
    'thread.list': { filter: 'all', limit: 10 },
    'thread.read': { phoneNumber: of.phone, limit: 10 },
    'thread.takeOver': { phoneNumber: of.phone, by: 'Kim' },
    'thread.handBack': { phoneNumber: of.phone },
    'thread.snooze': { phoneNumber: of.phone, until: at('03-03 09:00') },
    'text.send': { to: of.phone, body: 'See you soon', relatedAppointmentId: appointmentId },
    'message.done': { messageId: of.message.id },
    'thread.done': { phoneNumber: of.phone },
    'call.list': { limit: 10 },
    'call.find': { callId: of.call.id },
    'call.takeOver': { callId: of.call.id, by: 'Kim' },
    'lead.list': { status: 'open' },
    'lead.change': { leadId: of.lead.id, owner: 'Kim', snoozedUntil: at('03-03 09:00'), attempt: '9:12 AM no answer (Kim)' },
    'lead.close': { leadId: of.lead.id, outcome: 'Booked' },
    'callback.list': { status: 'open' },
    'callback.create': {
      patientId,
      callerName: 'Ana',
      phoneNumber: of.phone,
      reason: 'Insurance',
      urgency: 'routine',
      dueAt: at('03-02 16:00'),
      owner: null,
    },
    'callback.change': {
      callbackId: of.callback.id,
      dueAt: at('03-02 15:00'),
      owner: 'Kim',
      note: 'Prefers mornings',
      attempt: '9:10 AM left voicemail (Kim)',
    },
    'callback.close': { callbackId: of.callback.id, outcome: 'Reached' },
    'alarm.list': {},
    'alarm.acknowledge': { alarmId: of.alarm.id, by: 'Kim' },
    'setup.read': {},
    'practice.change': { name: 'Brighter Smiles', settings: { minimumNoticeMinutes: 30 } },
    'provider.put': { ...of.patel, id: randomUUID() as ProviderId, name: 'Dr. New' },
    'operatory.put': { id: randomUUID() as OperatoryId, name: 'Op 9', active: true, position: 9 },
    'appointmentType.put': { ...of.filling, id: randomUUID() as AppointmentTypeId, name: 'Crown' },
    'hours.put': { providerId, shifts: [{ weekday: 1, startsAt: '09:00' as LocalTime, endsAt: '12:00' as LocalTime }] },
    'closure.add': {
      kind: 'closed',
      providerId,
      operatoryId: null,
      startsAt: at('03-27 08:00'),
      endsAt: at('03-27 12:00'),
      releasedAt: null,
      reason: 'Course',
    },
    'closure.remove': { closureId: of.closure.id },
    'numbers.search': { areaCode: '206' },
    'onboarding.start': { way: 'new', phoneNumber: of.failed.phoneNumber },
    'onboarding.retry': { runId: of.failed.id },
    'onboarding.undo': { runId: of.failed.id },
    'onboarding.port': { runId: of.porting.id, port: PORT },
    'number.change': { phoneNumberId: of.second.id, label: 'Letters' },
    'number.pause': { phoneNumberId: of.second.id },
    'number.resume': { phoneNumberId: of.second.id },
    'number.check': { phoneNumberId: of.second.id },
    'number.repair': { phoneNumberId: of.second.id },
    'number.replaceAssistant': { phoneNumberId: of.second.id },
    'number.try': { phoneNumberId: of.second.id, phoneNumber: '+15125550188' as PhoneNumber },
    'number.tryCall': { phoneNumberId: of.second.id },
    'number.tryText': { phoneNumberId: of.second.id },
    'number.tryForward': { phoneNumberId: of.second.id },
    'assistant.publish': { by: 'Kim' },
    'assistant.version': { version: 1 },
    'assistant.revert': { version: 1 },
    'registration.put': { kind: '10dlc', details: REGISTRATION },
    'registration.submit': { kind: '10dlc' },
    'usage.read': { from: '2026-01', to: '2026-03' },
    'number.release': { phoneNumberId: of.second.id, typed: of.second.phoneNumber },
    'number.keep': { phoneNumberId: of.second.id },
    'device.list': {},
    'device.revoke': { deviceId: of.device.id },
  }
}
