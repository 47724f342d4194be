import { changeOutside, hangUp, loadPeople, loadState, release, say, sendText, setFaults, startCall } from './api.js'
import { showCall } from './call-view.js'
import { byId, make, sendOnEnter } from './dom.js'
import { openFaults, showFaults } from './faults-view.js'
import { openOutside, showOutside } from './outside-view.js'
import { rowsFor, showPeople, walkWithArrows } from './people-view.js'
import { showThread } from './thread-view.js'
import { showNumber } from './words.js'

const QUICK_REPLIES = ['C', 'R', 'Yes', 'Running late', 'CANCEL', 'STOP', 'START']
const EVERY_MS = 1000
const PEOPLE_EVERY_MS = 15_000

const page = {
  people: [],
  peopleAt: 0,
  chosen: null,
  /** The practice's number that is called and texted; null is its main one. */
  to: null,
  state: null,
  /** Texts on their way to the sandbox, by phone. */
  waiting: [],
  /** When the texts of each phone were last looked at. */
  seen: new Map(),
  trouble: null,
  isBusy: false,
  isDialling: false,
}

const ourNumber = () => page.to ?? page.state?.practice.phone ?? ''
const zone = () => page.state?.practice.zone ?? 'UTC'

function draw() {
  const { state, chosen } = page
  byId('practice').textContent = state ? `${state.practice.name} · ${showNumber(ourNumber())}` : ''
  byId('live').textContent = page.trouble ? 'Not answering' : state ? 'Live' : ''
  byId('live').className = page.trouble ? 'live is-down' : 'live is-live'
  byId('trouble').hidden = page.trouble === null
  byId('trouble-text').textContent = page.trouble ?? ''
  if (chosen && state?.phone === chosen.phone) page.seen.set(chosen.phone, Math.max(0, ...state.thread.map((text) => text.at)))
  drawPeople()
  byId('handset').hidden = chosen === null
  byId('nobody').hidden = chosen !== null
  byId('nobody-title').textContent = page.trouble && !state ? 'Nothing to show yet' : 'Nobody is chosen'
  if (state) {
    drawNumbers(state.numbers)
    showFaults(state.faults, chosen !== null)
    showOutside(state.outside, ourNumber())
  }
  if (chosen && state) drawPhone()
}

/** The numbers can change at any moment: one is bought, another is given up. */
function drawNumbers(numbers) {
  if (page.to && !numbers.some((one) => one.phone === page.to)) page.to = null
  const select = byId('our-number')
  const texts = numbers.map(({ phone, label }) => (label ? `${label} · ${showNumber(phone)}` : showNumber(phone)))
  const print = JSON.stringify(texts)
  if (select.dataset.print !== print) {
    select.dataset.print = print
    select.replaceChildren(...numbers.map(({ phone }, at) => make('option', { value: phone, text: texts[at] })))
  }
  if (document.activeElement !== select) select.value = ourNumber()
  byId('our-number-label').hidden = numbers.length < 2
}

function drawPeople() {
  const typed = byId('find').value
  const latest = page.state?.latest ?? []
  const rows = rowsFor(page.people, latest, typed)
  showPeople({ rows, people: page.people, latest, chosen: page.chosen, seen: page.seen, zone: zone(), typed, choose })
}

function drawPhone() {
  const { chosen, state } = page
  const others = page.people.filter((person) => person.phone === chosen.phone && person.name !== chosen.name)
  byId('who').textContent = chosen.name
  byId('who').title = chosen.name
  byId('who-number').textContent = [
    showNumber(chosen.phone),
    ...(others.length > 0 ? [`shared with ${others.map((one) => one.name).join(', ')}`] : []),
  ].join(' · ')
  byId('blocked').hidden = !state.isBlocked
  const waiting = page.waiting.filter((text) => text.from === chosen.phone)
  if (state.phone === chosen.phone) {
    showThread({ thread: state.thread, waiting, zone: zone(), resend: (text) => deliver(text.body, text.sid) })
    showCall({ call: state.call, isBusy: page.isBusy, isDialling: page.isDialling, now: Date.now() })
  }
}

/** Runs something that talks to the sandbox and shows what went wrong. */
async function attempt(work) {
  try {
    await work()
    page.trouble = null
    return true
  } catch (error) {
    page.trouble = error.message
    return false
  } finally {
    draw()
  }
}

async function refresh() {
  const phone = page.chosen?.phone
  if (page.people.length === 0 || Date.now() - page.peopleAt > PEOPLE_EVERY_MS) {
    page.people = await loadPeople()
    page.peopleAt = Date.now()
  }
  const state = await loadState(phone, page.to)
  page.state = { ...state, phone: phone ?? null }
}

async function keepFresh() {
  if (!document.hidden) await attempt(refresh)
  setTimeout(keepFresh, page.trouble ? EVERY_MS * 3 : EVERY_MS)
}

function choose(person) {
  page.chosen = person
  document.body.dataset.view = 'phone'
  draw()
  void attempt(refresh).then(() => {
    byId('thread').scrollTop = byId('thread').scrollHeight
  })
  focusPanel()
}

/** Puts the focus where the patient goes on: into the field that is open, or on the button that starts a call. */
function focusPanel() {
  if (!byId('text').hidden) byId('text-body').focus()
  else (byId('say-form').hidden ? byId('dial') : byId('say')).focus()
}

async function deliver(body, messageSid) {
  const text = { sid: `waiting ${Date.now()}`, from: page.chosen.phone, body }
  if (!messageSid) page.waiting.push(text)
  draw()
  const isSent = await attempt(() =>
    sendText({ from: text.from, body, ...(page.to && { to: page.to }), ...(messageSid && { messageSid }) }),
  )
  page.waiting = page.waiting.filter((one) => one !== text)
  if (isSent) await attempt(refresh)
  else draw()
  return isSent
}

function showTab(name) {
  for (const tab of ['text', 'call']) {
    const isShown = tab === name
    byId(tab).hidden = !isShown
    byId(`tab-${tab}`).setAttribute('aria-selected', String(isShown))
    byId(`tab-${tab}`).tabIndex = isShown ? 0 : -1
  }
  const log = byId(name === 'text' ? 'thread' : 'captions')
  log.scrollTop = log.scrollHeight
}

byId('text-form').addEventListener('submit', async (event) => {
  event.preventDefault()
  const body = byId('text-body').value.trim()
  if (body === '') return
  byId('text-body').value = ''
  // What could not be sent comes back into the field, unless something new is being written there.
  if (!(await deliver(body)) && byId('text-body').value === '') byId('text-body').value = body
})

byId('dial-form').addEventListener('submit', async (event) => {
  event.preventDefault()
  page.isDialling = true
  draw()
  const isCalling = await attempt(() => startCall(page.chosen.phone, page.to, byId('hide-number').checked))
  page.isDialling = false
  if (isCalling) await attempt(refresh)
  byId('say').focus()
})

byId('say-form').addEventListener('submit', async (event) => {
  event.preventDefault()
  const text = byId('say').value.trim()
  if (text === '' || page.isBusy) return
  byId('say').value = ''
  page.isBusy = true
  draw()
  const isHeard = await attempt(() => say(page.state.call.id, text))
  page.isBusy = false
  if (isHeard) await attempt(refresh)
  else if (byId('say').value === '') byId('say').value = text
  if (page.state?.call?.isOver) byId('dial').focus()
})

byId('hang-up').addEventListener('click', async () => {
  await attempt(() => hangUp(page.state.call.id))
  await attempt(refresh)
  byId('dial').focus()
})

byId('quick').append(
  ...QUICK_REPLIES.map((reply) => {
    const button = make('button', { type: 'button', text: reply })
    button.addEventListener('click', () => deliver(reply))
    return button
  }),
)

byId('our-number').addEventListener('change', (event) => {
  page.to = event.target.value
  void attempt(refresh)
})
byId('release').addEventListener('click', () => attempt(release))
byId('retry').addEventListener('click', () => attempt(refresh))
byId('back').addEventListener('click', () => {
  document.body.dataset.view = document.body.dataset.view === 'faults' && page.chosen ? 'phone' : 'people'
})
byId('to-faults').addEventListener('click', () => {
  document.body.dataset.view = 'faults'
})
byId('find').addEventListener('input', drawPeople)
byId('find-form').addEventListener('submit', (event) => {
  event.preventDefault()
  byId('people').querySelector('button')?.click()
})
document.querySelector('.people').addEventListener('keydown', walkWithArrows)

for (const tab of ['text', 'call']) {
  byId(`tab-${tab}`).addEventListener('click', () => showTab(tab))
  byId(`tab-${tab}`).addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const other = tab === 'text' ? 'call' : 'text'
    showTab(other)
    byId(`tab-${other}`).focus()
  })
}

document.addEventListener('keydown', (event) => {
  const isWriting = event.target.matches('input, textarea, select')
  if (event.key === 'Escape' && isWriting) event.target.blur()
  if (isWriting || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === '/') {
    event.preventDefault()
    byId('find').focus()
  } else if (page.chosen && (event.key === 't' || event.key === 'c')) {
    event.preventDefault()
    showTab(event.key === 't' ? 'text' : 'call')
    focusPanel()
  }
})

sendOnEnter(byId('text-body'), byId('text-form'))
sendOnEnter(byId('say'), byId('say-form'))
openFaults((name, value) => attempt(() => setFaults({ [name]: value, ...(name === 'mark' && { phone: page.chosen.phone }) })))
openOutside((change) => attempt(() => changeOutside(change).then(refresh)), ourNumber)
draw()
void keepFresh()
