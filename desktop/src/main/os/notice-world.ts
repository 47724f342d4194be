import type { IpcAnswer } from '../../ipc/contract.ts'
import { Preferences } from '../../ipc/preferences.ts'
import type { Push, Target } from '../../ipc/pushes.ts'
import { alarm, appointment, call, change, NOW, patient, practice } from '../../samples/notice-samples.ts'
import { openNotices } from './notices.ts'
import type { ToastText } from './toast.ts'

/** Notices over a clock the test moves, with what they pushed and showed. */
export function openWorld(preferences: Partial<Preferences> = {}) {
  let nowMs = Date.parse(NOW)
  let timers: { at: number; run: () => void }[] = []
  const world = {
    pushes: [] as Push[],
    toasts: [] as ToastText[],
    toast: null as ToastText | null,
    click: () => {},
    opened: [] as Target[],
    flashes: 0,
    isFocused: false,
    work: { alarms: [alarm()].slice(1), calls: [call()].slice(1), patients: [patient()] },
    visits: [appointment()].slice(1),
    hasAlarm: false,
    failures: [] as unknown[],
  }
  const answers: Record<string, () => unknown> = {
    'household.read': () => ({ patients: [patient()], appointments: world.visits }),
    'days.read': () => ({ patients: [patient(), patient({ id: 'bo', firstName: 'Bo', lastName: 'Lee' })] }),
    'work.read': () => world.work,
    'setup.read': () => ({ practice }),
  }
  const notices = openNotices({
    ask: async (name): Promise<IpcAnswer> => ({ ok: true, value: answers[name]!() }),
    push: (push) => world.pushes.push(push),
    toast(text, onClick) {
      world.toast = text
      world.click = onClick
      if (text) world.toasts.push(text)
    },
    open: (target) => world.opened.push(target),
    flash: () => world.flashes++,
    isFocused: () => world.isFocused,
    preferences: () => Preferences.parse(preferences),
    alarmsChanged: (hasAlarm) => {
      world.hasAlarm = hasAlarm
    },
    clockOffsetMs: () => 0,
    failed: (error) => world.failures.push(error),
    nowMs: () => nowMs,
    timers: {
      setTimeout: (run, ms) => {
        const timer = { at: nowMs + ms, run }
        timers.push(timer)
        return timer
      },
      clearTimeout: (timer) => {
        timers = timers.filter((one) => one !== timer)
      },
    },
  })
  const pass = (seconds: number) => {
    const end = nowMs + seconds * 1_000
    for (;;) {
      const next = timers.filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      timers = timers.filter((one) => one !== next)
      nowMs = next.at
      next.run()
    }
    nowMs = end
  }
  const told = () => world.pushes.flatMap((push) => (push.kind === 'notice' ? [push.notice] : []))
  return Object.assign(world, { notices, pass, told })
}

export const cancels = (id = 'a1', patientId = 'ana') => ({
  changed: { appointments: [appointment({ id, patientId, status: 'cancelled' })], changes: [change({ appointmentId: id })] },
  before: { appointments: [appointment({ id, patientId })] },
})
