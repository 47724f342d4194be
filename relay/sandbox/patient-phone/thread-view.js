import { byId, keepAtEnd, make, syncChildren } from './dom.js'
import { showDay, showFailure, showProgress, showTime } from './words.js'

const LOST = { refused: 'The relay refused it', unreachable: 'The relay did not answer' }

/** Draws the texts of one phone. `resend` delivers a lost text to the relay once more. */
export function showThread({ thread, waiting, zone, resend }) {
  const items = [...withDays(thread, zone), ...waiting.map((text) => ({ ...text, kind: 'waiting' }))]
  const log = byId('thread')
  keepAtEnd(log, () => {
    if (items.length === 0) items.push({ kind: 'none', sid: 'none' })
    syncChildren(
      log,
      items,
      (item) => item.sid,
      (item) => drawItem(item, zone, resend),
    )
  })
}

function withDays(thread, zone) {
  const items = []
  let day = ''
  for (const text of thread) {
    const next = showDay(text.at, zone)
    if (next !== day) items.push({ kind: 'day', sid: `day ${next}`, text: next })
    day = next
    items.push({ ...text, kind: 'text' })
  }
  return items
}

function drawItem(item, zone, resend) {
  switch (item.kind) {
    case 'day':
      return make('p', { className: 'day', text: item.text })
    case 'none':
      return make('p', { className: 'none', text: 'No texts yet. What the practice sends to this number appears here.' })
    case 'waiting':
      return make('div', { className: 'bubble mine' }, [item.body, make('small', { text: 'sending' })])
    default:
      return drawText(item, zone, resend)
  }
}

function drawText(text, zone, resend) {
  const time = showTime(text.at, zone)
  if (text.isMine) return drawMine(text, time, resend)
  if (text.status === 'undelivered' || text.status === 'failed') {
    return make('p', { className: 'strip' }, [
      make('b', { text: 'A text did not arrive: ' }),
      showFailure(text.errorCode),
      make('small', { text: `“${text.body}” · ${time}` }),
    ])
  }
  const state = text.isCarrier ? `automatic, from the carrier · ${time}` : `${time} · ${showProgress(text.status)}`
  return make('div', { className: text.isCarrier ? 'bubble theirs carrier' : 'bubble theirs' }, [
    text.body || pictures(text.pictures),
    make('small', { text: state }),
  ])
}

function drawMine(text, time, resend) {
  const reason = LOST[text.heard]
  if (!reason) return make('div', { className: 'bubble mine' }, [text.body || pictures(text.pictures), make('small', { text: time })])
  const again = make('button', { type: 'button', text: 'Deliver again' })
  again.addEventListener('click', () => resend(text))
  return make('div', { className: 'bubble mine is-lost' }, [text.body, make('small', { text: `${reason} · ${time}` }), again])
}

const pictures = (count) => (count === 1 ? 'One picture' : `${count} pictures`)
