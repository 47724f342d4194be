import type { Changed, DeskEvent } from '@dentalanswer/shared/contract/events.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import type { AppState, IpcAnswer } from '../../ipc/contract.ts'
import type { LineState } from '../../ipc/line-state.ts'
import type { Preferences, PreferencesChange } from '../../ipc/preferences.ts'
import type { Push, UpdateState } from '../../ipc/pushes.ts'
import type { Timers } from '../relay/timers.ts'
import type { Secrets } from './secrets.ts'

/** Where the pairing is kept between starts. `session` keeps it in memory only. */
export type SecretStore = {
  mode(): 'kept' | 'session'
  load(): Promise<Secrets | null>
  save(secrets: Secrets): Promise<void>
  forget(): Promise<void>
}

/** An event that was just applied. `before` holds, of what it changed, what the cache held until then. */
export type AppliedChange = {
  event: DeskEvent
  before: Changed
  /** This desk's own doing. */
  isOwn: boolean
  /** The event came to this desk late: it was away when the event happened. */
  isCatchUp: boolean
  practice: Practice
}

export type { Timers }

/** What the core needs of the machine it runs on. */
export type DeskCoreOptions = {
  /** The user's data; the cache file lives here. */
  folder: string
  secrets: SecretStore
  push(push: Push): void
  onNoticeSource(change: AppliedChange): void
  /** The copy broke and cannot be made anew: the desk cannot go on. */
  onBroken?(error: unknown): void
  readPreferences(): Preferences
  changePreferences(change: PreferencesChange): Preferences | Promise<Preferences>
  openExternal(url: string): void | Promise<void>
  writeClipboard(text: string): void
  /** Asks a person where to write a file. False when they chose not to. */
  saveFile(file: { name: string; text: string }): Promise<boolean>
  setBadge(badge: { count: number; isUrgent: boolean }): void
  readUpdate(): UpdateState
  installUpdate(): UpdateState | Promise<UpdateState>
  /** The pairing link that was opened and that nobody has answered yet. */
  pairingLink(): AppState['pairingLink']
  version: string
  platform: string
  fetch?: typeof fetch
  nowMs?: () => number
  random?: () => number
  timers?: Timers
  /** For the log: a code and where, never what was said or who. */
  report?: (where: string, code: string) => void
}

/** The main process without the system it runs on. */
export type DeskCore = {
  /** Opens the cache, so that reads answer, and starts to reach for the relay without waiting for it. */
  start(): Promise<void>
  /** Ends the line, waits for the command being sent (at most a second) and closes the cache. With `session` nothing stays on the disk. */
  stop(): Promise<void>
  /** A call of the window: never throws. */
  handle(name: string, input: unknown): Promise<IpcAnswer>
  /** A call's recording, streamed from the relay. Answers 4xx or 5xx with a plain sentence when there is none. */
  fetchRecording(callId: string, range: string | null): Promise<Response>
  networkChanged(): void
  suspended(): void
  resumed(): void
  /** To be called at an idle moment: reads all of the cache once a day at most, and makes it anew when it is damaged. */
  checkCopy(): Promise<void>
  state(): CoreState
}

/** What the shell asks before it restarts, installs or draws its icon. */
export type CoreState = {
  line: LineState
  isPaired: boolean
  practice: Practice | null
  waiting: number
  isSending: boolean
}
