import { byId, keepAtEnd, make, syncChildren } from './dom.js'
import { showArguments, showLength } from './words.js'

/** Draws the captions of a call: both sides, and what was asked of the relay as grey strips between them. */
export function showCall({ call, isBusy, isDialling, now }) {
  const isOpen = call !== null && !call.isOver && call.canSpeak
  byId('say-form').hidden = !isOpen
  byId('dial-form').hidden = isOpen
  byId('dial').disabled = isDialling || (call !== null && !call.isOver && !call.canSpeak)
  byId('dial').textContent = isDialling ? 'Calling' : call ? 'Call again' : 'Call the practice'
  byId('call-state').textContent = callLine(call, now)
  const log = byId('captions')
  keepAtEnd(log, () => {
    syncChildren(log, captionItems(call, isBusy), (item) => item.key, drawCaption)
  })
}

function callLine(call, now) {
  if (!call) return ''
  const length = showLength((call.endedAt ?? now) - call.startedAt)
  const hidden = call.isHidden ? ' · number hidden' : ''
  return call.isOver ? `Call ended after ${length}${hidden}` : `In a call, ${length}${hidden}`
}

function captionItems(call, isBusy) {
  if (!call) return [{ key: 'none', kind: 'none' }]
  // The receptionist speaks each result, so only the request itself is shown.
  const items = call.turns
    .map((turn, index) => ({ ...turn, key: `${call.id} ${index}` }))
    .filter((turn) => turn.kind !== 'result' || turn.text === 'No result returned.')
  return isBusy && !call.isOver ? [...items, { key: 'busy', kind: 'busy' }] : items
}

function drawCaption(item) {
  switch (item.kind) {
    case 'none':
      return make('p', {
        className: 'none',
        text: 'Call the practice and type what the caller says. The receptionist here follows a script.',
      })
    case 'note':
      return make('p', { className: 'strip', text: item.text })
    case 'busy':
      return make('p', { className: 'strip', text: 'Answering' })
    case 'tool':
      return make(
        'div',
        { className: 'strip' },
        item.calls.map(({ name, args }) => make('p', {}, [make('b', { text: name }), ` ${showArguments(args)}`])),
      )
    case 'result':
      return make('p', { className: 'strip' }, [make('b', { text: item.name }), ' got no answer'])
    default:
      return make('p', { className: item.role === 'user' ? 'bubble mine' : 'bubble theirs spoken', text: item.text })
  }
}
