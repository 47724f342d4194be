import type { Changed } from '@dentalanswer/shared/contract/events.ts'
import type { Appointment } from '@dentalanswer/shared/domain/appointment.ts'
import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { addDays, epochMs, localDateOf, toInstant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { IpcAnswer, IpcInput, IpcName, IpcOutput } from '../../ipc/contract.ts'
import type { Preferences } from '../../ipc/preferences.ts'
import type { Push, Target } from '../../ipc/pushes.ts'
import type { AppliedChange, Timers } from '../core/core-options.ts'
import { asNotice, openNoticeBoard, type Shown, type Told } from './notice-board.ts'
import { type Facts, type Matter, matterOf, numbersOf } from './notice-of.ts'
import { discreetWords, fullWords } from './notice-words.ts'
import type { ToastText } from './toast.ts'
import type { Business } from './update-policy.ts'

/** A call that never ended for the relay keeps the desk quiet, and an update waiting, no longer than this. */
const LONGEST_CALL_MS = 2 * 60 * 60_000
const CATCH_UP_MS = 1_000

export type NoticesDo = {
  ask(name: string, input: unknown): Promise<IpcAnswer>
  push(push: Push): void
  toast(text: ToastText | null, onClick: () => void): void
  open(target: Target): void
  /** Makes the task bar or the dock draw the eye. */
  flash(): void
  isFocused(): boolean
  preferences(): Preferences
  alarmsChanged(hasAlarm: boolean): void
  /** A notice that could not be told. The next one still is. */
  failed(error: unknown): void
  /** The relay's time minus this machine's: "today" is the practice's, whatever clock this machine has. */
  clockOffsetMs(): number
  nowMs?: () => number
  timers?: Timers
}

const systemTimers: Timers = {
  setTimeout: (run, ms) => setTimeout(run, ms).unref(),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
}

/** Tells whoever sits here what cannot wait, by the trade's rules: in the window, and with the system when nobody looks at it. */
export function openNotices(does: NoticesDo) {
  const nowMs = does.nowMs ?? Date.now
  const timers = does.timers ?? systemTimers
  const nowThere = () => toInstant(nowMs() + does.clockOffsetMs())
  const liveCalls = new Map<string, Call>()
  let isLocked = false
  let pausedUntilMs = 0
  let pauseTimer: unknown = null
  let alarmTimer: unknown = null
  let hearing = Promise.resolve()
  let toastKey: string | null = null

  const board = openNoticeBoard({ show, take, isQuiet: () => nowMs() < pausedUntilMs || staffSpeak(), nowMs, timers })

  const isOngoing = (call: Call) => epochMs(nowThere()) - epochMs(call.createdAt) < LONGEST_CALL_MS

  function staffSpeak(): boolean {
    const speaking = (call: Call) => call.takenOverBy !== null || call.status === 'forwarding'
    return [...liveCalls.values()].some((call) => speaking(call) && isOngoing(call))
  }

  function show(shown: Shown): void {
    const { counterMode, namesInNotifications, sounds } = does.preferences()
    does.push({ kind: 'notice', notice: asNotice(shown, counterMode) })
    const isUrgent = shown.level === 'urgent'
    if (!isUrgent && (does.isFocused() || board.hasAlarm() || !isWanted(shown.matters))) return
    const notice = asNotice(shown, isLocked || counterMode || !namesInNotifications)
    toastKey = shown.key
    does.toast({ title: notice.title, body: notice.body, isUrgent, isSilent: shown.isSilent || !(sounds || isUrgent) }, () =>
      does.open(notice.target),
    )
    if (isUrgent) does.flash()
  }

  function take(key: string): void {
    does.push({ kind: 'noticeGone', key })
    if (toastKey === key) does.toast(null, () => {})
  }

  function isWanted(matters: Matter[]): boolean {
    const { notifyCancellations, notifyCalls } = does.preferences()
    return matters.some((one) => (one.kind === 'cancelled' ? notifyCancellations : one.kind === 'caller' ? notifyCalls : true))
  }

  async function hear(change: AppliedChange): Promise<void> {
    const { changed } = change.event
    const wasQuiet = staffSpeak()
    for (const call of changed.calls ?? []) keepCall(call)
    if (!change.isCatchUp) announceCalls(changed, change.before)
    for (const alarm of changed.alarms ?? []) if (alarm.acknowledgedAt !== null) board.settle(alarm.id)
    if (wasQuiet) board.release()
    if (mayMatter(changed)) await tellMatter(change)
    does.alarmsChanged(board.hasAlarm())
  }

  async function tellMatter({ event, before, practice, isCatchUp }: AppliedChange): Promise<void> {
    const facts = await gather(event.changed, practice)
    const now = nowThere()
    const matter = matterOf({ event, before, now, zone: practice.timeZone }, facts)
    if (matter?.kind === 'alarm' && isCatchUp) lookAtAlarms()
    else if (matter) board.offer(worded(matter, practice, facts), isCatchUp)
  }

  /** Of what is caught up on, only the emergencies that nobody has acknowledged since ring. */
  function lookAtAlarms(): void {
    timers.clearTimeout(alarmTimer)
    alarmTimer = timers.setTimeout(() => void inTurn(reread), CATCH_UP_MS)
  }

  function worded(matter: Matter, practice: Practice, facts: Facts): Told {
    return { matter, full: fullWords(matter, { practice, now: nowThere(), facts }), discreet: discreetWords(matter) }
  }

  function keepCall(call: Call): void {
    if (call.status === 'ended') liveCalls.delete(call.id)
    else liveCalls.set(call.id, call)
  }

  function announceCalls(changed: Changed, before: Changed): void {
    for (const call of changed.calls ?? []) {
      const isNew = !before.calls?.some((known) => known.id === call.id)
      if (isNew && call.direction === 'inbound' && (call.status === 'ringing' || call.status === 'in_progress'))
        does.push({ kind: 'incomingCall', callId: call.id, phoneNumber: call.callerNumber })
    }
  }

  /** Who is on the numbers an event names, and whose visits it cancelled; from the cache alone. */
  async function gather(changed: Changed, practice: Practice): Promise<Facts> {
    const households = await Promise.all(numbersOf(changed).map((phoneNumber) => read('household.read', { phoneNumber })))
    const days = new Set((changed.appointments ?? []).filter((one) => one.status === 'cancelled').map((one) => dayOf(one, practice)))
    const boards = await Promise.all([...days].map((day) => read('days.read', { from: day, to: addDays(day, 1) })))
    const patients: Patient[] = [
      changed.patients ?? [],
      ...households.map((one) => one?.patients ?? []),
      ...boards.map((one) => one?.patients ?? []),
    ].flat()
    const appointments: Appointment[] = households.flatMap((one) => one?.appointments ?? [])
    return { patients: [...new Map(patients.map((one) => [one.id, one])).values()], appointments }
  }

  async function read<N extends IpcName>(name: N, input: IpcInput<N>): Promise<IpcOutput<N> | null> {
    const answer = await does.ask(name, input)
    return answer.ok ? (answer.value as IpcOutput<N>) : null
  }

  async function reread(): Promise<void> {
    const [work, setup] = await Promise.all([read('work.read', {}), read('setup.read', {})])
    liveCalls.clear()
    for (const call of work?.calls ?? []) keepCall(call)
    const waiting = work?.alarms.filter((alarm) => alarm.acknowledgedAt === null) ?? []
    const facts: Facts = { patients: work?.patients ?? [], appointments: [] }
    const told = setup
      ? waiting.map((alarm) => worded({ kind: 'alarm', alarm, phoneNumber: alarm.phoneNumber }, setup.practice, facts))
      : []
    board.setAlarms(told)
    does.alarmsChanged(board.hasAlarm())
  }

  // One after the other: the order of events is the order in which they are told.
  const inTurn = (run: () => Promise<void>) => {
    hearing = hearing.then(run).catch(does.failed)
    return hearing
  }

  return {
    /** Hears an applied event. */
    hear: (change: AppliedChange) => inTurn(() => hear(change)),
    /** Reads anew which emergencies wait: after the start, and when the whole cache was replaced. */
    reread: () => inTurn(reread),
    /** A window has just begun to listen: an emergency must not wait for its next turn there. */
    windowListens(): void {
      const alarm = board.newestAlarm()
      if (alarm) does.push({ kind: 'notice', notice: asNotice(alarm, does.preferences().counterMode) })
    },
    setLocked(next: boolean): void {
      if (next && !isLocked && toastKey !== null) does.toast(null, () => {})
      isLocked = next
    },
    /** Holds all but emergencies for so long; 0 ends it. */
    pause(ms: number, onOver: () => void): void {
      timers.clearTimeout(pauseTimer)
      pausedUntilMs = nowMs() + ms
      pauseTimer = null
      if (ms) pauseTimer = timers.setTimeout(() => over(onOver), ms)
      else board.release()
    },
    business: (): Omit<Business, 'isSending'> => ({
      hasLiveCall: [...liveCalls.values()].some(isOngoing),
      hasAlarm: board.hasAlarm(),
    }),
    stop(): void {
      timers.clearTimeout(pauseTimer)
      timers.clearTimeout(alarmTimer)
      board.stop()
    },
  }

  function over(onOver: () => void): void {
    pausedUntilMs = 0
    board.release()
    onOver()
  }
}

function mayMatter(changed: Changed): boolean {
  return !!(changed.alarms || changed.appointments || changed.calls || changed.callbacks || changed.optOuts)
}

const dayOf = (appointment: Appointment, practice: Practice) => localDateOf(appointment.startsAt, practice.timeZone)
