import { button, type Need, RANK, target } from './need.ts'
import type { Work } from './work-index.ts'

/** Changes made here that the relay refused later: never lost, never shown as done. */
export function queueNeeds(work: Work): Need[] {
  return work.queue
    .filter((one) => one.state === 'refused')
    .map((one) => ({
      key: `queued ${one.id}`,
      rank: RANK.refused,
      at: one.createdAt,
      stripe: 'amber' as const,
      title: one.label,
      tag: { tone: 'amber' as const, words: 'Could not be saved' },
      how: 'from this desk',
      said: null,
      did: one.error?.message ?? 'The relay did not accept it.',
      buttons: [
        button('Try again', { kind: 'retryQueue' }, { tone: 'main' }),
        button('Let it go', { kind: 'dropQueued', id: one.id }, { key: 'e' }),
      ],
      target: queuedTarget(one.input),
      done: { kind: 'dropQueued' as const, id: one.id },
      snooze: null,
      take: null,
    }))
}

function queuedTarget(input: Record<string, unknown>) {
  const text = (name: string) => (typeof input[name] === 'string' ? (input[name] as string) : null)
  if (text('appointmentId')) return target('day', text('appointmentId'))
  if (text('patientId')) return target('people', text('patientId'))
  if (text('phoneNumber') ?? text('to')) return target('messages', text('phoneNumber') ?? text('to'))
  return target('now')
}
