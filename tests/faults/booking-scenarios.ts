import { randomUUID } from 'node:crypto'
import type { deskClient } from '@dentalanswer/shared/contract/desk-client.ts'
import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { DeskInput, DeskRouteName } from '@dentalanswer/shared/contract/routes.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { type Instant, instantAt, type LocalDate, type TimeZone } from '@dentalanswer/shared/domain/practice-time.ts'
import { expect } from 'vitest'
import type { Scenario } from './die-everywhere.ts'
import { type Lab, type LabPractice, newNumber } from './fault-lab.ts'

/** A Monday about two weeks ahead, whatever today is. */
export function workingDay(daysMore = 0): LocalDate {
  const today = Temporal.Now.plainDateISO('America/Chicago')
  return `${today.add({ days: 15 - today.dayOfWeek + daysMore })}` as LocalDate
}

export const startOn = (date: LocalDate, hour: number): Instant => instantAt(date, hour * 60, 'America/Chicago' as TimeZone)

/** The dispatcher's own steps, and what follows when the vendor tells how a text went. */
export const isAboutSending = (point: string) =>
  /^(lease|look-ups|start-sending|send|record-outcome|text-lost|resolve-unknown|receive-status|probe|read):/.test(point)

export const CLEANING = { firstName: 'Ana', lastName: 'Garcia', birthDate: '1988-04-12', appointmentType: 'cleaning' }

export type LabCall = Awaited<ReturnType<LabPractice['call']>>

/** The words of one tool call; null when no answer came. */
export async function hear(call: LabCall, tool: string, args: Record<string, unknown>, toolCallId: string): Promise<string | null> {
  const answer = await call.tool(tool, args, { toolCallId })
  return answer.status === 200 ? String(answer.results[0]?.result) : null
}

/** A desk's command; null when no answer came. */
export async function command<N extends DeskRouteName>(
  client: ReturnType<typeof deskClient>,
  name: N,
  input: DeskInput<N>,
  key: string,
): Promise<unknown> {
  try {
    return await client.call(name, input, key)
  } catch (error) {
    if (error instanceof DeskError && error.cause !== undefined) return null
    throw error
  }
}

export const bookArgs = (date = workingDay(), hour = '9:00 am') => ({ ...CLEANING, startsAt: `${date} ${hour}` })

/** Books a cleaning by a call; the confirmation text is with the vendor, which has not told yet how it went. */
export async function booked(lab: Lab, practice: LabPractice, from = newNumber('737')) {
  const call = await practice.call(from)
  expect(await hear(call, 'book-appointment', bookArgs(), 'setup')).toMatch(/^Booked/)
  await lab.dispatched(practice.id)
  const [row] = await lab.sql('select id, version from appointments where practice_id = ?', [practice.id])
  return { call, from, appointmentId: String(row?.id) as Appointment['id'] }
}

export function bookByVoice(lab: Lab): Omit<Scenario<LabCall>, 'covers'> {
  return {
    prepare: (practice) => practice.call(newNumber('737')),
    act: (call) => hear(call, 'book-appointment', bookArgs(), 'one'),
    async check(call, practice) {
      const appointments = await lab.sql('select starts_at, status from appointments where practice_id = ?', [practice.id])
      expect(appointments).toEqual([{ starts_at: startOn(workingDay(), 9), status: 'booked' }])
      expect(await lab.sql('select external_id from calls where practice_id = ?', [practice.id])).toEqual([{ external_id: call.id }])
    },
  }
}

export function moveAtDesk(lab: Lab) {
  const to = startOn(workingDay(1), 14)
  const scenario: Omit<Scenario<{ client: ReturnType<typeof deskClient>; appointmentId: Appointment['id']; key: string }>, 'covers'> = {
    async prepare(practice) {
      const { appointmentId } = await booked(lab, practice)
      await lab.sandbox.twilio.flush()
      return { ...(await practice.pair()), appointmentId, key: randomUUID() }
    },
    act: ({ client, appointmentId, key }) =>
      command(client, 'appointment.move', { appointmentId, startsAt: to, expectedVersion: 1, sendText: false }, key),
    async check({ appointmentId }, practice) {
      const appointments = await lab.sql('select id, starts_at, version from appointments where practice_id = ?', [practice.id])
      expect(appointments).toEqual([{ id: appointmentId, starts_at: to, version: 2 }])
      const moves = await lab.sql(`select type from events where practice_id = ? and type = 'appointment.moved'`, [practice.id])
      expect(moves).toHaveLength(1)
    },
  }
  return scenario
}
