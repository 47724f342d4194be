import { expect, test } from 'vitest'
import type { QueuedCommand } from '../../ipc/queue-state.ts'
import { acknowledgedHere } from './waiting-acknowledgements.ts'

const queued = (name: QueuedCommand['name'], input: Record<string, unknown>, state: QueuedCommand['state']) =>
  ({ name, input, state }) as QueuedCommand

test('only acknowledgements on their way count, not refused ones or other changes', () => {
  const queue = [
    queued('alarm.acknowledge', { alarmId: 'a' }, 'waiting'),
    queued('alarm.acknowledge', { alarmId: 'b' }, 'refused'),
    queued('callback.close', { callbackId: 'c' }, 'waiting'),
  ]
  expect(acknowledgedHere(queue)).toEqual(['a'])
})
