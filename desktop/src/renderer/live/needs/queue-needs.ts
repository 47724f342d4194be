import { conflictOf } from '../conflict-of.ts'
import { button, type Need, RANK, target } from './need.ts'
import type { Work } from './work-index.ts'

/** Changes made here that the relay refused later: never lost, never shown as done. */
export function queueNeeds(work: Work): Need[] {
  const refused = work.queue.filter((one) => one.state === 'refused')
  return refused.map((command) => {
    const conflict = conflictOf(command, work.practice)
    const drop = { kind: 'dropQueued' as const, id: command.id }
    return {
      key: `queued ${command.id}`,
      rank: RANK.refused,
      at: command.createdAt,
      stripe: 'amber' as const,
      title: command.label,
      tag: { tone: 'amber' as const, words: 'Could not be saved' },
      how: 'from this desk',
      said: null,
      did: conflict.now.join(' '),
      buttons: [
        ...(conflict.again ? [button('Do it anyway', { kind: 'makeAgain', conflict }, { tone: 'main' })] : []),
        ...(conflict.target ? [button('Look', { kind: 'open', target: conflict.target })] : []),
        button('Let it go', drop, { key: 'e' }),
      ],
      target: conflict.target ?? target('now'),
      done: drop,
      snooze: null,
      take: null,
    }
  })
}
