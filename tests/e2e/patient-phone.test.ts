import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type DemoProcess, demoSettings, startDemoProcess } from './demo-process.ts'
import { type Desk, openDesk } from './desk.ts'
import { openBrowser, openPhonePage } from './phone-page.ts'

const ANA = '+15125550199'
const MARCUS = '+15125550172'
const PRIYA = '+15125550177'
const STRANGER = '+15125550133'

let browser: Browser
let demo: DemoProcess
let desk: Desk
let settings: Awaited<ReturnType<typeof demoSettings>>

beforeAll(async () => {
  settings = await demoSettings()
  ;[browser, demo] = await Promise.all([openBrowser(), startDemoProcess(settings)])
  desk = await openDesk(demo.relayUrl, demo.pairingCode)
})
afterAll(async () => {
  await desk?.close()
  await browser?.close()
  await demo?.interrupt()
  settings?.drop()
})

/** A phone page that must not have made the browser complain by the time the test ends. */
async function openPhone() {
  const phone = await openPhonePage(browser, demo.phonePage)
  onTestFinished(async () => {
    expect(phone.complaints()).toEqual([])
    await phone.close()
  })
  return phone
}

const events = () => desk.events().map((event) => event.type)
const bookedByPhone = async (firstName: string) => (await desk.appointmentsOf(firstName)).filter((one) => one.bookedBy === 'voice')

test('Ana books by phone, confirms by text and cancels by text, with the keyboard only', async () => {
  const { page, hear, read } = await openPhone()
  const keys = page.keyboard
  const say = async (line: string, answer: string | RegExp) => {
    await keys.type(line)
    await keys.press('Enter')
    await hear(answer)
    await page.locator('#captions [data-key=busy]').waitFor({ state: 'detached' })
  }
  await keys.press('/')
  await keys.type('ana g')
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await page.getByRole('heading', { name: 'Ana Garcia' }).waitFor()
  await keys.press('Escape')
  await keys.press('c')
  await keys.press('Enter')
  await hear('How can I help')
  await say('A cleaning next Wednesday please, this is Ana Garcia, born April 12 1988, I have been here before', /Which works best\?/)
  await say('the first one', /^Booked: Ana, Wednesday, .* A text with the time is on its way\.$/)
  await say('no, bye', 'Goodbye')
  await expect.poll(() => page.locator('#call-state').textContent()).toMatch(/^Call ended after/)

  const [booked] = await bookedByPhone('Ana')
  expect(booked).toMatchObject({ status: 'booked', confirmation: 'unconfirmed', bookedBy: 'voice' })
  await keys.press('t')
  expect(await read(/Reply C to confirm/)).toMatch(/Bright Smiles: Ana, your visit is Wed /)
  await keys.type('C')
  await keys.press('Enter')
  await read(/is confirmed/)
  await expect.poll(() => desk.appointment(booked!.id)).toMatchObject({ status: 'booked', confirmation: 'confirmed' })

  await keys.type('CANCEL')
  await keys.press('Enter')
  expect(await read('unsubscribed')).toContain('automatic, from the carrier')
  expect(await page.locator('#blocked').textContent()).toContain('blocked by this patient')
  await expect.poll(() => desk.appointment(booked!.id)).toMatchObject({ status: 'cancelled' })
  expect((await desk.thread(ANA)).filter((text) => text.direction === 'inbound').map((text) => text.body)).toEqual(
    expect.arrayContaining(['C', 'CANCEL']),
  )
  await expect
    .poll(events)
    .toEqual(
      expect.arrayContaining([
        'call.started',
        'appointment.booked',
        'call.ended',
        'appointment.confirmed',
        'appointment.cancelled',
        'message.changed',
      ]),
    )
  const numbers = desk.events().map((event) => event.seq)
  expect(numbers).toEqual(numbers.map((_, at) => numbers[0]! + at))
})

test('a stranger’s number can be typed and texts the desk', async () => {
  const { page, text } = await openPhone()
  await page.getByLabel('Name or phone number').fill('(512) 555-0133')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Unknown number' }).waitFor()
  await text('Do you take new patients? My name is Sam.')
  await expect.poll(() => desk.thread(STRANGER)).toMatchObject([{ direction: 'inbound', attention: 'open' }])
  await page.getByLabel('Name or phone number').fill('')
  expect(await page.locator('.person', { hasText: '(512) 555-0133' }).textContent()).toContain('Do you take new patients?')
})

/** Books a cleaning for somebody whose phone the page holds; its confirmation is the text that then goes wrong. */
async function bookFor(phone: Awaited<ReturnType<typeof openPhone>>, who: string, birthDate: string) {
  await phone.dial()
  await phone.say(`A cleaning next Thursday please, this is ${who}, born ${birthDate}, I have been here before`, /Which works best\?/)
  await phone.say('the first one', /^Booked:/)
  await phone.page.getByRole('button', { name: 'Hang up' }).click()
  await phone.page.getByRole('tab', { name: 'Text' }).click()
}

test('a text whose outcome is unknown is shown as unknown, and the switch goes back', async () => {
  const phone = await openPhone()
  const next = phone.page.getByLabel('Next text of the practice')
  await phone.pick('Marcus Lee')
  await phone.choose('Next text of the practice', 'Fails: server error (500)')
  await expect.poll(() => next.getAttribute('class')).toContain('is-on')
  await bookFor(phone, 'Marcus Lee', 'November 23 1990')
  await expect.poll(() => next.inputValue()).toBe('')
  await expect.poll(() => desk.thread(MARCUS)).toMatchObject([{ direction: 'outbound', status: 'unknown' }])
  expect(await phone.page.locator('#thread .theirs').count()).toBe(0)
})

test('a text that the carrier filters is shown as not arrived, on the phone and at the desk', async () => {
  const phone = await openPhone()
  await phone.pick('Priya Raman')
  await phone.choose('This phone', 'Filtered by the carrier')
  await bookFor(phone, 'Priya Raman', 'February 14 1996')
  await phone.page.locator('#thread .strip', { hasText: 'A text did not arrive: the carrier filtered it (30007)' }).waitFor()
  await expect.poll(() => desk.thread(PRIYA)).toMatchObject([{ status: 'undelivered', errorCode: '30007', attention: 'open' }])
  await phone.choose('This phone', 'Ordinary mobile')
  await expect.poll(() => phone.page.getByLabel('This phone').getAttribute('class')).not.toContain('is-on')
})
