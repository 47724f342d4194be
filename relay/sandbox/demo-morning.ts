import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import { addDays, type Instant, localDateOf, type TimeZone, toInstant, weekdayOf } from '@dentalanswer/shared/domain/practice-time.ts'
import { askToConfirm } from '../src/messaging/ask-to-confirm.ts'
import { write } from '../src/store/transaction.ts'
import { askAboutInsurance, bookNewPatient, hangUpAtOnce, moveVisit, startLiveCall } from './demo-calls.ts'
import { chooseCast, type DemoCast, type Guest } from './demo-cast.ts'
import { morningBefore } from './demo-clock.ts'
import { contextOf, type DemoStage, settle, textPractice } from './demo-stage.ts'

export type MorningOptions = {
  /** Leaves one call on the line, with a few turns. */
  liveCall?: boolean
}

/** `at` is how far into the morning it happens, from 0 to 1. */
type Scene = { at: number; play: () => Promise<unknown> }

/** Plays a busy morning up to now over the real wire: signed texts and calls that the running relay reads, books and answers. Its clock is
 *  set back meanwhile. The numbers must be known to the stand-ins. */
export async function playMorning(stage: DemoStage, options: MorningOptions = {}): Promise<DemoCast> {
  const { clock, practice } = stage
  clock.showRealTime()
  const now = toInstant(clock.nowMs())
  const { fromMs, toMs } = morningBefore(clock.nowMs(), practice.timeZone)
  const cast = await chooseCast(stage, now)
  clock.setTo(fromMs)
  try {
    await askForAnswers(stage, cast)
    for (const scene of scenesOf(stage, cast).toSorted((one, other) => one.at - other.at)) {
      clock.goOnTo(fromMs + scene.at * (toMs - fromMs))
      await scene.play()
      await settle(stage)
    }
    if (options.liveCall) {
      clock.goOnTo(toMs - 30_000)
      await startLiveCall(stage)
    }
  } finally {
    clock.showRealTime()
  }
  return cast
}

/** Everybody who answers today was asked first; one of the texts does not arrive. */
async function askForAnswers(stage: DemoStage, cast: DemoCast): Promise<void> {
  const { confirmers, leaves, blocked, stranger, filtered, spanish, family } = cast
  if (filtered) stage.sandbox.twilio.mark(filtered.phone, 'blocked')
  const asked = [...confirmers, leaves, blocked, stranger, filtered, spanish, ...family]
  for (const guest of asked) {
    if (guest?.visit.confirmation !== 'unconfirmed') continue
    await write(contextOf(stage), 'ask', (tx) => askToConfirm(tx, guest.visit.id))
  }
  await settle(stage)
}

function scenesOf(stage: DemoStage, cast: DemoCast): Scene[] {
  const text = (at: number, guest: Guest | undefined, body: (guest: Guest) => string): Scene[] =>
    guest ? [{ at, play: () => textPractice(stage, guest.phone, body(guest)) }] : []
  const { confirmers, leaves, mover } = cast
  return [
    ...text(0.04, confirmers[0], () => 'C'),
    { at: 0.1, play: () => askAboutInsurance(stage) },
    ...text(0.16, confirmers[1], () => '👍'),
    ...text(0.2, cast.spanish, () => 'Sí, ahí estaré, gracias'),
    ...text(0.23, cast.spanish, () => '¿Cuánto cuesta una limpieza sin seguro?'),
    { at: 0.32, play: () => bookNewPatient(stage) },
    ...text(0.42, cast.stranger, ({ patient }) => `Wrong number, I don't know any ${patient.firstName}`),
    ...text(0.48, confirmers[2], () => 'yes see you'),
    ...(mover ? [{ at: 0.55, play: () => moveVisit(stage, mover) }] : []),
    ...text(0.64, cast.family[0], () => 'Ana yes, Leo maybe if school lets him out'),
    ...text(0.72, cast.blocked, () => 'CANCEL'),
    { at: 0.78, play: () => hangUpAtOnce(stage) },
    ...text(0.86, leaves, ({ visit }) => `cant make it ${dayWord(stage, visit)} sorry, work thing`),
    // Just now, so that the on-call ladder has not begun to climb.
    ...text(0.995, cast.swollen, () => 'my face is really swollen since last night and I have a fever'),
  ]
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

function dayWord({ clock, practice }: DemoStage, { startsAt }: Appointment): string {
  const zone: TimeZone = practice.timeZone
  const today = localDateOf(toInstant(clock.nowMs()) as Instant, zone)
  const date = localDateOf(startsAt, zone)
  if (date === today) return 'today'
  return date === addDays(today, 1) ? 'tomorrow' : WEEKDAYS[weekdayOf(date) - 1]!
}
