import type { DeskEvent } from '@dentalanswer/shared/contract/events.ts'
import { expect, test } from 'vitest'
import type { Push } from '../../ipc/pushes.ts'
import { ChangePushes } from './change-pushes.ts'

const event = (seq: number, kind: 'patients' | 'calls' = 'patients') =>
  ({
    seq,
    type: 'patient.changed',
    at: '2026-03-02T15:00:00.000Z',
    by: { kind: 'desk', id: null },
    changed: { [kind]: [] },
  }) as never as DeskEvent

function openPushes() {
  const pushes: Push[] = []
  let flush = () => {}
  const timers = {
    setTimeout: (run: () => void) => {
      flush = run
    },
    clearTimeout: () => undefined,
  }
  return { pushes, changes: new ChangePushes((push) => pushes.push(push), timers), flush: () => flush() }
}

test('each change is told by itself', () => {
  const { pushes, changes, flush } = openPushes()
  for (let seq = 1; seq <= 200; seq++) changes.applied(event(seq), seq === 2)
  flush()
  expect(pushes).toHaveLength(200)
  expect(pushes[1]).toMatchObject({ seq: 2, type: 'patient.changed', isOwn: true, kinds: ['patients'] })
})

test('what comes faster than that is told as one, with all its kinds and the last number', () => {
  const { pushes, changes, flush } = openPushes()
  for (let seq = 1; seq <= 5_000; seq++) changes.applied(event(seq, seq % 2 ? 'patients' : 'calls'), false)
  expect(pushes).toHaveLength(200)
  flush()
  expect(pushes).toHaveLength(201)
  expect(pushes.at(-1)).toEqual({ kind: 'changed', seq: 5_000, type: null, by: null, isOwn: false, kinds: ['patients', 'calls'] })
  changes.applied(event(5_001), false)
  expect(pushes.at(-1)).toMatchObject({ seq: 5_001, type: 'patient.changed' })
})

test('nothing is told after the end', () => {
  const { pushes, changes, flush } = openPushes()
  for (let seq = 1; seq <= 201; seq++) changes.applied(event(seq), false)
  changes.stop()
  flush()
  expect(pushes).toHaveLength(200)
})
