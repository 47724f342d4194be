import { expect, test } from 'vitest'
import type { Action } from '../live/actions.ts'
import { keyGroups } from './keys-groups.ts'

const action = (title: string, group: string, keys?: string[], isHidden = false): Action => ({
  id: title,
  title,
  group,
  keys,
  isHidden,
  run: () => undefined,
})
const actions = [
  action('Go to Day', 'Everywhere', ['5']),
  action('Reply', 'Messages', ['r']),
  action('Light colors', 'Everywhere'),
  action('Step', 'Messages', ['q'], true),
]
const elsewhere = [
  { name: 'Messages', lines: [{ title: 'Reply', keys: ['r'] }] },
  { name: 'Day', lines: [{ title: 'Move', keys: ['m'] }] },
]
const names = (typed: string) => keyGroups(actions, elsewhere, typed).map((one) => [one.name, one.lines.map((line) => line.title)])

test('this screen comes first, then what works everywhere, then the places that are not open', () => {
  expect(names('')).toEqual([
    ['Messages', ['Reply']],
    ['Everywhere', ['Go to Day']],
    ['Day', ['Move']],
  ])
})

test('a word, a place or a key finds its lines', () => {
  expect(names('rep')).toEqual([['Messages', ['Reply']]])
  expect(names('m')).toContainEqual(['Day', ['Move']])
  expect(names('5')).toEqual([['Everywhere', ['Go to Day']]])
})
