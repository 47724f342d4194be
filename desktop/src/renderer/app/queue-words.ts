import type { QueuedCommand } from '../../ipc/queue-state.ts'

/** The button of the footer: what waits and what needs a decision; null when there is nothing. */
export function queueWords(queue: QueuedCommand[]): { words: string; isRefused: boolean } | null {
  const refused = queue.filter((one) => one.state === 'refused').length
  const waiting = queue.length - refused
  const parts = [
    waiting > 0 && (waiting === 1 ? '1 change waits' : `${waiting} changes wait`),
    refused > 0 && (refused === 1 ? '1 could not be saved' : `${refused} could not be saved`),
  ]
  const words = parts.filter(Boolean).join(', ')
  return words ? { words, isRefused: refused > 0 } : null
}

export const STATE_WORDS: Record<QueuedCommand['state'], string> = { waiting: 'waits', sending: 'being sent', refused: 'refused' }
