import { expect, test } from 'vitest'
import type { QueuedCommand } from '../../ipc/queue-state.ts'
import { queueWords } from './queue-words.ts'

const queue = (...states: QueuedCommand['state'][]) => states.map((state) => ({ state }) as QueuedCommand)

test('the footer says how many changes wait and how many need a decision', () => {
  expect(queueWords([])).toBe(null)
  expect(queueWords(queue('sending'))).toEqual({ words: '1 change waits', isRefused: false })
  expect(queueWords(queue('waiting', 'waiting', 'refused'))).toEqual({ words: '2 changes wait, 1 could not be saved', isRefused: true })
  expect(queueWords(queue('refused'))?.words).toBe('1 could not be saved')
})
