import { beforeEach, expect, test, vi } from 'vitest'
import { type Action, runKey, useActionLayers } from './actions.ts'

// All that is asked of the page is whether the key was pressed in a field.
class Field {
  tagName: string
  isContentEditable = false
  constructor(tagName: string) {
    this.tagName = tagName
  }
  closest = () => null
}
vi.stubGlobal('HTMLElement', Field)

const run = vi.fn()
const press = (key: string, where: string, ctrlKey = false) => {
  const event = { key, ctrlKey, metaKey: false, altKey: false, shiftKey: false, target: new Field(where), preventDefault: vi.fn() }
  runKey(event as unknown as KeyboardEvent)
  return event.preventDefault.mock.calls.length === 0
}
const offer = (action: Partial<Action>) =>
  useActionLayers.setState({ layers: [{ layer: 'a', actions: [{ id: 'next', title: 'Next', group: 'Test', run, ...action }] }] })

beforeEach(() => void run.mockClear())

test('a letter that is typed stays a letter, whatever an action says', () => {
  offer({ keys: ['mod+enter', 'n'], whileTyping: true })
  expect(press('n', 'INPUT'), 'the letter reaches the field').toBe(true)
  expect(run).not.toHaveBeenCalled()
  press('n', 'MAIN')
  expect(run).toHaveBeenCalledTimes(1)
})

test('with Ctrl or Escape an action works while a person types, if it says so', () => {
  offer({ keys: ['mod+enter', 'escape'], whileTyping: true })
  press('Enter', 'TEXTAREA', true)
  press('Escape', 'INPUT')
  expect(run).toHaveBeenCalledTimes(2)
  offer({ keys: ['mod+enter'] })
  press('Enter', 'TEXTAREA', true)
  expect(run).toHaveBeenCalledTimes(2)
})
