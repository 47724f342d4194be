import type { Changed, DeskEvent } from '@dentalanswer/shared/contract/events.ts'
import type { DeskOutput } from '@dentalanswer/shared/contract/routes.ts'
import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { AppointmentId, CallId, PatientId, PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import type { Message } from '@dentalanswer/shared/domain/message.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Instant, LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { applyEvent, readPosition, touch } from './apply-event.ts'
import { commandQueue } from './command-queue.ts'
import type { Db } from './database.ts'
import { keepAppointmentFound, keepCall, keepDays, keepOlderCalls, keepOlderTexts, keepPatientHistory } from './keep-fetched.ts'
import { isWholeThread, missingDays, readCallsFrom, readMark, writeMark } from './marks.ts'
import { readAppointment } from './read-appointment.ts'
import { readCall } from './read-call.ts'
import { readCalls } from './read-calls.ts'
import { readDays } from './read-days.ts'
import { readHousehold } from './read-household.ts'
import { readPerson } from './read-person.ts'
import { heldOf, readPractice } from './read-rows.ts'
import { readSetup } from './read-setup.ts'
import { readThread } from './read-thread.ts'
import { readThreads } from './read-threads.ts'
import { readTrial } from './read-trial.ts'
import { readWork } from './read-work.ts'
import { replaceAll } from './replace-all.ts'
import { searchPeople } from './search-people.ts'

/** The desk's copy of its practice and its queue of unsent commands. Everything is synchronous; each writing call is one transaction that
 *  is on the disk when it returns. `readSetup`, `readAppointment`, `readCall` and `readPerson` give null for what is not kept. */
export type Cache = ReturnType<typeof cacheOn>

export function cacheOn(db: Db) {
  return {
    /** The last event applied and the last moment everything kept was true; null before the first snapshot. */
    position: () => readPosition(db),
    practiceId: () => readPractice(db)?.id ?? null,
    applyEvent: (event: DeskEvent) => applyEvent(db, event),
    replaceAll: (snapshot: DeskOutput<'snapshot.take'>) => replaceAll(db, snapshot),
    touch: (asOf: Instant, isCorrection?: boolean) => touch(db, asOf, isCorrection),
    /** What is kept of the entities an event names; call it before the event is applied. */
    heldOf: (changed: Changed) => heldOf(db, changed),

    keepCall: (found: DeskOutput<'call.find'>) => keepCall(db, found),
    keepPatientHistory: (found: DeskOutput<'patient.find'>) => keepPatientHistory(db, found),
    keepAppointmentFound: (found: DeskOutput<'appointment.find'>) => keepAppointmentFound(db, found),
    keepDays: (days: LocalDate[], found: DeskOutput<'schedule.range'>) => keepDays(db, days, found),
    keepOlderCalls: (calls: Call[], isWhole: boolean) => keepOlderCalls(db, calls, isWhole),
    keepOlderTexts: (phoneNumber: PhoneNumber, messages: Message[], isWhole: boolean) => keepOlderTexts(db, phoneNumber, messages, isWhole),
    /** The days of a range that are not kept whole. */
    missingDays: (range: { from: LocalDate; to: LocalDate }) => missingDays(db, range),
    /** The oldest call up to which none is missing; null when none is missing at all. */
    callsFrom: () => readCallsFrom(db),
    isWholeThread: (phoneNumber: PhoneNumber) => isWholeThread(db, phoneNumber),

    readSetup: () => db.reading(() => readSetup(db)),
    readDays: (input: { from: LocalDate; to: LocalDate }) => db.reading(() => readDays(db, input)),
    readWork: (input: { now: Instant }) => db.reading(() => readWork(db, input)),
    readThreads: (input: { filter: 'actionable' | 'waiting' | 'all'; before: Instant | null; limit: number; now: Instant }) =>
      db.reading(() => readThreads(db, input)),
    readThread: (input: { phoneNumber: PhoneNumber; limit: number }) => db.reading(() => readThread(db, input)),
    readCalls: (input: { before: Instant | null; limit: number }) => db.reading(() => readCalls(db, input)),
    readCall: (input: { callId: CallId }) => db.reading(() => readCall(db, input)),
    searchPeople: (input: { text: string; limit: number }) => db.reading(() => searchPeople(db, input)),
    readPerson: (input: { patientId: PatientId }) => db.reading(() => readPerson(db, input)),
    readAppointment: (input: { appointmentId: AppointmentId }) => db.reading(() => readAppointment(db, input)),
    readTrial: (input: { phoneNumberId: PhoneNumberId; since: Instant }) => db.reading(() => readTrial(db, input)),
    readHousehold: (input: { phoneNumber: PhoneNumber; now: Instant }) => db.reading(() => readHousehold(db, input)),

    queue: commandQueue(db),
    /** When all of the file was last read and found whole. */
    checkedAt: () => readMark(db, 'checkedAt') as Instant | null,
    noteChecked: (at: Instant) => writeMark(db, 'checkedAt', at),
    close: () => db.close(),
  }
}
