import { formatPhone } from '@dentalanswer/shared/domain/phone.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { AppState } from '../../ipc/contract.ts'
import type { SetupView } from '../../ipc/views.ts'
import { callsTrouble, endedBadly, inOrder } from '../features/setup/numbers/number-state.ts'

export type Bar = {
  id: 'refused' | 'outdated' | 'calls' | 'run' | 'link' | 'clock' | 'rebuilt' | 'update' | 'session'
  tone: 'red' | 'amber' | 'grey'
  text: string
  action: { title: string; does: 'pairAgain' | 'lookAgain' | 'install' | 'openNumbers' } | null
  isDismissable: boolean
}
type Told = Partial<Pick<AppState, 'line' | 'rebuilt' | 'keeping' | 'update' | 'pairingLink'>> & {
  /** Once it has been read. */
  setup?: Pick<SetupView, 'practice' | 'phoneNumbers' | 'onboardingRuns'> | null
  now?: Instant
}

const CLOCK_TROUBLE_MS = 2 * 60_000

/** What the whole desk has to know, the weightiest first; one is shown at a time. */
export function barsOf({ line, rebuilt, keeping, update, pairingLink, setup, now }: Told): Bar[] {
  const bars: (Bar | false)[] = [
    line?.state === 'refused' && refusedBar(line.reason),
    line?.state === 'outdated' && {
      id: 'outdated',
      tone: 'red',
      text: line.reason ?? 'This app and the relay are of different versions.',
      action: { title: 'Look again', does: 'lookAgain' },
      isDismissable: false,
    },
    setup ? callsBar(setup) : false,
    setup ? runBar(setup, now) : false,
    Boolean(pairingLink) &&
      line?.state !== 'refused' && {
        id: 'link',
        tone: 'amber',
        text: 'A pairing link was opened, but this desk is paired already. To pair it elsewhere, unpair it in Setup first.',
        action: null,
        isDismissable: true,
      },
    line !== undefined && Math.abs(line.clockOffsetMs) >= CLOCK_TROUBLE_MS && clockBar(line.clockOffsetMs),
    Boolean(rebuilt) && { id: 'rebuilt', tone: 'amber', text: rebuilt ?? '', action: null, isDismissable: true },
    update?.kind === 'ready' && {
      id: 'update',
      tone: 'grey',
      text: `Version ${update.version ?? 'new'} is ready. It is installed when you restart the app; the desk is away for a few seconds.`,
      action: { title: 'Restart to update', does: 'install' },
      isDismissable: true,
    },
    keeping === 'session' && {
      id: 'session',
      tone: 'grey',
      text: 'This computer offers no secure place to keep data, so this desk forgets everything when you quit and has to be paired again.',
      action: null,
      isDismissable: true,
    },
  ]
  return bars.filter((bar) => bar !== false)
}

const refusedBar = (reason: string | null): Bar => ({
  id: 'refused',
  tone: 'red',
  text: reason ?? 'This desk was removed from the practice. What it knows stays readable.',
  action: { title: 'Pair again', does: 'pairAgain' },
  isDismissable: false,
})

const openNumbers = { title: 'Open Numbers', does: 'openNumbers' } as const

function callsBar({ practice, phoneNumbers }: NonNullable<Told['setup']>): Bar | false {
  const troubled = inOrder(phoneNumbers).find((one) => callsTrouble(one) !== null)
  if (!troubled) return false
  const named = formatPhone(troubled.phoneNumber, practice.country)
  const text = `Calls to ${named} may not reach the assistant. ${callsTrouble(troubled)?.message ?? ''}`
  return { id: 'calls', tone: 'red', text, action: openNumbers, isDismissable: true }
}

function runBar({ practice, onboardingRuns }: NonNullable<Told['setup']>, now: Instant | undefined): Bar | false {
  const stopped = onboardingRuns.find((one) => one.state === 'failed') ?? (now ? endedBadly(onboardingRuns, now) : null)
  if (!stopped) return false
  const text = `Setting up ${formatPhone(stopped.phoneNumber, practice.country)} stopped. ${stopped.problem?.message ?? ''}`.trim()
  return { id: 'run', tone: 'amber', text, action: openNumbers, isDismissable: true }
}

function clockBar(offsetMs: number): Bar {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000)
  const text = `This computer’s clock is ${minutes} min ${offsetMs > 0 ? 'behind' : 'ahead'}. The desk goes by the relay’s clock; set this one right.`
  return { id: 'clock', tone: 'amber', text, action: null, isDismissable: true }
}
