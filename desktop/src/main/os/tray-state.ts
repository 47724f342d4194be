import type { LineState } from '../../ipc/line-state.ts'
import { type Badge, badgeWords } from './badge-words.ts'

export type TrayPicture = 'tray' | 'tray-waiting' | 'tray-urgent' | 'tray-offline'

/** Which picture the tray shows; an emergency outshines a lost line. */
export function trayPicture(line: LineState['state'], badge: Badge, hasAlarm: boolean): TrayPicture {
  if (hasAlarm || badge.isUrgent) return 'tray-urgent'
  if (line !== 'live') return 'tray-offline'
  return badge.count ? 'tray-waiting' : 'tray'
}

const LINE_WORDS = {
  unpaired: 'not paired',
  connecting: 'connecting',
  live: 'connected',
  offline: 'no connection',
  refused: 'unpaired by the practice',
  outdated: 'needs an update',
} satisfies Record<LineState['state'], string>

export function trayTip(line: LineState['state'], badge: Badge): string {
  return `DentalAnswer: ${LINE_WORDS[line]}. ${badgeWords(badge)}.`
}
