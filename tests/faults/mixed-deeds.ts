import { randomInt, randomUUID } from 'node:crypto'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { AppointmentTypeId, PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Thread } from '@dentalanswer/shared/domain/thread.ts'
import type { Deed } from '../support/load-driver.ts'
import { command, hear, startOn, workingDay } from './booking-scenarios.ts'
import { type Lab, type LabPractice, newNumber } from './fault-lab.ts'

const HOURS = [8, 9, 10, 11, 13, 14, 15, 16]
const WEEKS = 40
const FIRST_NAMES = ['Ana', 'Ben', 'Cora', 'Dev', 'Eva', 'Finn', 'Gus', 'Hana']
const TEXTS = ['C', 'I need to cancel my appointment', 'Can I come later?', 'thanks']

const oneOf = <T>(list: readonly T[]): T => list[randomInt(list.length)]!
const someDay = () => workingDay(7 * randomInt(WEEKS) + randomInt(5))

/** Everyday work of one practice at random: callers book, patients text, staff book, move, cancel and write notes. */
export async function mixedDeeds(lab: Lab, practice: LabPractice): Promise<() => Promise<Deed>> {
  const { client } = await practice.pair()
  const [type] = await lab.sql(`select id from appointment_types where practice_id = ? and name = 'Filling'`, [practice.id])
  const typeId = String(type?.id) as AppointmentTypeId
  const phone = newNumber('737')
  const patient = await client.call('patient.create', {
    firstName: 'Olga',
    lastName: 'Stone',
    contactPoints: [{ phoneNumber: phone, label: 'mobile', isPrimary: true }],
  })
  const callers: PhoneNumber[] = []
  const known = new Map<string, Appointment>()

  const bookByVoice = async (): Promise<Deed> => {
    const from = newNumber('737')
    const call = await practice.call(from)
    const args = {
      firstName: oneOf(FIRST_NAMES),
      lastName: 'Garcia',
      birthDate: '1988-04-12',
      appointmentType: 'cleaning',
      startsAt: `${someDay()} at ${oneOf(['8 am', '9 am', '10 am', '11 am', '1 pm', '2 pm', '3 pm'])}`,
    }
    const toolCallId = randomUUID()
    return {
      what: `call ${call.id}`,
      async act() {
        const words = await hear(call, 'book-appointment', args, toolCallId)
        if (words === null || /could not do that just now|cannot look that up/.test(words)) return null
        if (words.startsWith('Booked')) callers.push(from)
        return words
      },
    }
  }
  const text = async (): Promise<Deed> => {
    const messageSid = `SM${randomUUID().replaceAll('-', '')}`
    const [from, body] = [callers.length > 0 ? oneOf(callers) : phone, oneOf(TEXTS)]
    return {
      what: `text ${messageSid}`,
      async act() {
        const answer = await lab.sandbox.twilio.receiveText({ from, to: practice.ourNumber, body, messageSid })
        return answer.status === 200 ? answer.body : null
      },
    }
  }
  const atDesk = (what: string, ask: (key: string) => Promise<unknown>): Deed => {
    const key = randomUUID()
    return {
      what,
      async act() {
        try {
          const answer = (await ask(key)) as Appointment | Thread | null
          if (answer && 'startsAt' in answer) known.set(answer.id, answer)
          return answer
        } catch (error) {
          if (!(error instanceof DeskError)) throw error
          return /^STORE_|UNEXPECTED/.test(error.code) ? null : { refused: error.code }
        }
      },
    }
  }
  const bookAtDesk = async (): Promise<Deed> => {
    const startsAt = startOn(someDay(), oneOf(HOURS))
    const input = { patientId: patient.id as PatientId, appointmentTypeId: typeId, startsAt, sendText: false }
    return atDesk('desk book', (key) => command(client, 'appointment.book', input, key))
  }
  const changeAtDesk = async (): Promise<Deed> => {
    if (known.size === 0) return bookAtDesk()
    const { id: appointmentId } = oneOf([...known.values()])
    const startsAt = startOn(someDay(), oneOf(HOURS))
    return oneOf([
      () => atDesk('desk move', (key) => command(client, 'appointment.move', { appointmentId, startsAt, sendText: false }, key)),
      () => atDesk('desk note', (key) => command(client, 'appointment.note', { appointmentId, note: `seen ${key}` }, key)),
      () => atDesk('desk cancel', (key) => command(client, 'appointment.cancel', { appointmentId, reason: 'ill', sendText: false }, key)),
    ])()
  }
  const takeOver = async (): Promise<Deed> => {
    const phoneNumber = callers.length > 0 ? oneOf(callers) : phone
    return atDesk('desk takes a thread over', (key) => command(client, 'thread.takeOver', { phoneNumber, by: 'Kim' }, key))
  }
  const everyday = [bookByVoice, bookByVoice, bookByVoice, bookByVoice, text, text, text, bookAtDesk, bookAtDesk, changeAtDesk, takeOver]
  return () => oneOf(everyday)()
}
