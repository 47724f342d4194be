import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { addDays, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { type DeskWorld, openDeskWorld } from '../support/desk-world.ts'

// The relay the measured desk is paired with, in a process of its own so that it does not take time from those who measure.

/** `fullDay` visits three days from now, `appointments` in all, `messages` in everybody's threads, and `thread` texts in one. */
export type DeskSize = { appointments: number; fullDay: number; messages: number; thread: number }
export type WorldAsk = { kind: 'open'; size: DeskSize } | { kind: 'text'; from: string; body: string } | { kind: 'code' | 'stop' | 'start' }
/** `numbers` are patients'; the first one has the long thread. */
export type WorldAnswer = { url: string; timeOffsetMs: number; code: string; numbers: string[] }

const TODAY = '2026-03-03' as LocalDate
/** What a desk keeps of the schedule. */
const FIRST_DAY = addDays(TODAY, -29)
const LAST_DAY = addDays(TODAY, 547)
const FULL_DAY = addDays(TODAY, 3)

let world: DeskWorld | null = null
let numbers: string[] = []

process.on('message', (ask: WorldAsk) => {
  answer(ask).then(
    (given) => process.send!(given),
    (error: unknown) => process.send!({ failed: String(error) }),
  )
})
process.once('disconnect', () => void world?.close().finally(() => process.exit(0)))
process.once('SIGTERM', () => void world?.close().finally(() => process.exit(0)))

async function answer(ask: WorldAsk): Promise<WorldAnswer> {
  if (ask.kind === 'open') world = await openFullWorld(ask.size)
  if (!world) throw new Error('The world is not open yet.')
  if (ask.kind === 'stop') await world.stopRelay()
  if (ask.kind === 'start') await world.startRelay()
  if (ask.kind === 'text') await world.text(ask.from, ask.body)
  const code = ask.kind === 'code' ? await world.pairingCode() : ''
  return { url: world.url, timeOffsetMs: world.timeOffsetMs, code, numbers }
}

async function openFullWorld({ appointments, fullDay, messages, thread }: DeskSize): Promise<DeskWorld> {
  const opened = await openDeskWorld({ morning: false })
  await opened.addAppointments(fullDay, FULL_DAY)
  const before = Math.round((appointments - fullDay) / 17)
  await opened.addAppointments(before, { from: FIRST_DAY, to: addDays(FULL_DAY, -1) })
  await opened.addAppointments(appointments - fullDay - before, { from: addDays(FULL_DAY, 1), to: LAST_DAY })
  const patients = await opened.patients()
  const known = patients.flatMap((one) => (one.lastName.startsWith('Bulk') ? one.contactPoints.map((point) => point.phoneNumber) : []))
  await opened.addMessages(messages)
  await opened.addMessages(thread, known[0] as PhoneNumber)
  numbers = known
  return opened
}
