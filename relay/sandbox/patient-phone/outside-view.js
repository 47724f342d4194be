import { byId, make } from './dom.js'
import { showNumber } from './words.js'

const ACCOUNTS = [
  ['active', 'In order'],
  ['no-funds', 'No funds left'],
  ['suspended', 'Suspended'],
  ['trial', 'A trial account'],
]

/** Wires the panel; `change` gets what shall happen outside, `numberOf` gives the practice's number that is chosen. */
export function openOutside(change, numberOf) {
  const account = byId('outside-account')
  account.append(...ACCOUNTS.map(([value, text]) => make('option', { value, text })))
  account.addEventListener('change', () => change({ account: account.value }))
  byId('outside-vapi').addEventListener('change', (event) => change({ isVapiDown: event.target.checked }))
  byId('outside-forward').addEventListener('change', (event) => change({ forwardsTo: event.target.checked ? numberOf() : null }))
  byId('outside-advance').addEventListener('click', () => change({ advances: true }))
  byId('outside-addresses').addEventListener('click', () => change({ drift: { phone: numberOf(), what: 'addresses' } }))
  byId('outside-unlink').addEventListener('click', () => change({ drift: { phone: numberOf(), what: 'unlink' } }))
  byId('outside-code-form').addEventListener('submit', (event) => {
    event.preventDefault()
    const field = byId('outside-code')
    if (!/^[2-9]\d\d$/.test(field.value)) return field.focus()
    const isSoldOut = !(field.dataset.soldOut ?? '').split(' ').includes(field.value)
    change({ soldOut: { areaCode: field.value, isSoldOut } })
    field.value = ''
  })
}

/** Shows how things stand outside. */
export function showOutside(outside, ourNumber) {
  const account = byId('outside-account')
  if (document.activeElement !== account) account.value = outside.account
  account.classList.toggle('is-on', outside.account !== 'active')
  byId('outside-vapi').checked = outside.isVapiDown
  byId('outside-forward').checked = outside.forwardsTo === ourNumber
  byId('outside-code').dataset.soldOut = outside.soldOut.join(' ')
  byId('outside-sold').hidden = outside.soldOut.length === 0
  byId('outside-sold').textContent = `Sold out: ${outside.soldOut.join(', ')}. Enter one again to restock it.`
  byId('outside-advance').disabled = outside.inReview === 0
  byId('outside-review').textContent =
    outside.inReview === 0 ? 'Nothing is in review.' : outside.inReview === 1 ? 'One is in review.' : `${outside.inReview} are in review.`
  byId('outside-number').textContent = ourNumber ? `For ${showNumber(ourNumber)}` : 'No number yet'
  for (const id of ['outside-addresses', 'outside-unlink', 'outside-forward']) byId(id).disabled = !ourNumber
}
