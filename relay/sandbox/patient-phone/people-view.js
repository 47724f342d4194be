import { byId, make, syncChildren } from './dom.js'
import { readNumber, showNumber, showTime } from './words.js'

/** The rows to show: patients that fit what was typed, phones that texted without being known, and the typed number itself. */
export function rowsFor(people, latest, typed) {
  const wanted = typed.trim().toLowerCase()
  const digits = typed.replace(/\D/g, '')
  const fits = ({ name, phone }) => name.toLowerCase().includes(wanted) || (digits.length > 2 && phone.includes(digits))
  const known = new Set(people.map((person) => person.phone))
  const strangers = latest.filter(({ phone }) => !known.has(phone)).map(({ phone }) => ({ name: 'Unknown number', phone, birthDate: '' }))
  const rows = [...people, ...strangers].filter((row) => wanted === '' || fits(row))
  const number = readNumber(typed)
  if (number && !rows.some((row) => row.phone === number)) rows.push({ name: 'Unknown number', phone: number, birthDate: '' })
  return rows
}

/** Draws the list. `choose` is called with a row; `seen` tells when a phone's texts were last looked at. */
export function showPeople({ rows, people, latest, chosen, seen, zone, typed, choose }) {
  const texts = new Map(latest.map((text) => [text.phone, text]))
  const isChosenRow = (row) => chosen?.phone === row.phone && chosen?.name === row.name
  const stop = rows.find(isChosenRow) ?? rows[0]
  const items = rows.map((row) => {
    const isShared = people.some((person) => person.phone === row.phone && person.name !== row.name)
    const text = texts.get(row.phone)
    const isFresh = text !== undefined && !text.isMine && text.at > (seen.get(row.phone) ?? 0)
    return { row, text, isShared, isFresh, isChosen: isChosenRow(row), isStop: row === stop }
  })
  syncChildren(
    byId('people'),
    items,
    ({ row }) => `${row.phone}|${row.name}|${row.birthDate}`,
    (item) => personRow(item, zone, choose),
  )
  byId('no-people').hidden = rows.length > 0
  byId('no-people').textContent =
    typed.trim() === ''
      ? 'No patients yet. Type any phone number to be a stranger.'
      : 'Nobody fits. Type a whole phone number to be a stranger.'
}

function personRow({ row, text, isShared, isFresh, isChosen, isStop }, zone, choose) {
  const shown = showNumber(row.phone)
  const about = isShared && row.household ? `${shown} · ${row.household} household` : shown
  const button = make('button', { type: 'button', className: 'person', title: row.name }, [
    make('b', { text: row.name }),
    isFresh
      ? make('span', { className: 'fresh', text: 'new' })
      : make('span', { className: 'when', text: text ? showTime(text.at, zone) : '' }),
    make('span', { className: 'number', text: about }),
    ...(text ? [make('span', { className: 'preview', text: (text.isMine ? 'You: ' : '') + text.body })] : []),
  ])
  button.setAttribute('aria-current', String(isChosen))
  // Tab stops at one row; the arrows walk through the others, of which a practice has hundreds.
  button.tabIndex = isStop ? 0 : -1
  button.addEventListener('click', () => choose(row))
  return make('li', {}, [button])
}

/** Arrow keys walk through the rows from the field or from another row. */
export function walkWithArrows(event) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const buttons = [...byId('people').querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement)
  const next = at + (event.key === 'ArrowDown' ? 1 : -1)
  event.preventDefault()
  if (next < 0) byId('find').focus()
  else buttons[Math.min(next, buttons.length - 1)]?.focus()
}
