import { byId, make } from './dom.js'

const CHOICES = {
  sends: [
    ['', 'Is sent'],
    ['429', 'Refused: too many requests (429)'],
    ['500', 'Fails: server error (500)'],
    ['503', 'Fails: not available (503)'],
    ['reset', 'Connection is cut'],
    ['hang', 'Hangs, not sent'],
    ['accept-then-hang', 'Sent, but the answer hangs'],
    ['accept-then-reset', 'Sent, but the answer is lost'],
    ['accept-then-bad-json', 'Sent, but the answer is garbled'],
  ],
  callbacks: [
    ['', 'In order, once'],
    ['duplicated', 'Each one twice'],
    ['out-of-order', 'Out of order'],
    ['early', 'The first one early'],
    ['delayed', 'Half a minute late'],
    ['dropped', 'Never'],
  ],
  mark: [
    ['', 'Ordinary mobile'],
    ['unreachable', 'Switched off'],
    ['landline', 'A landline'],
    ['blocked', 'Filtered by the carrier'],
  ],
}

/** Fills the drop-downs; `change` gets the name of a switch and its new value, null for none. */
export function openFaults(change) {
  for (const [name, choices] of Object.entries(CHOICES)) {
    const select = byId(`fault-${name}`)
    select.append(...choices.map(([value, text]) => make('option', { value, text })))
    select.addEventListener('change', () => change(name, select.value || null))
  }
}

/** Shows what is switched on. A drop-down that is being used is left alone. */
export function showFaults(faults, hasPhone) {
  for (const name of Object.keys(CHOICES)) {
    const select = byId(`fault-${name}`)
    if (document.activeElement !== select || faults[name] === null) select.value = faults[name] ?? ''
    select.classList.toggle('is-on', select.value !== '')
  }
  byId('fault-mark').disabled = !hasPhone
  byId('held').hidden = faults.held === 0
  byId('held').textContent = faults.held === 1 ? 'One request is waiting.' : `${faults.held} requests are waiting.`
  byId('release').hidden = faults.held === 0
}
