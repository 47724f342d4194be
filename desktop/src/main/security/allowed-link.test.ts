import { expect, test } from 'vitest'
import { isAllowedLink, isOwnRequest } from './allowed-link.ts'

const docs = 'https://docs.example.com/desk/'

test.each(['tel:+12125550142', 'https://docs.example.com/desk/start'])('%s may be opened', (address) => {
  expect(isAllowedLink(address, docs)).toBe(true)
})

test.each([
  'tel:2125550142',
  'tel:+1212;ext=4&x=y',
  'sms:+12125550142',
  'http://docs.example.com/desk/start',
  'https://docs.example.com/other',
  'https://docs.example.com.evil.com/desk/',
  'https://user@docs.example.com/desk/',
  'https://example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://host/share',
  'ms-msdt:/id',
  '',
])('%s is never opened', (address) => {
  expect(isAllowedLink(address, docs)).toBe(false)
})

test('without a docs site only numbers are dialled', () => {
  expect(isAllowedLink('https://docs.example.com/desk/start', null)).toBe(false)
  expect(isAllowedLink('tel:+12125550142', null)).toBe(true)
})

test('the page asks for its own files only', () => {
  expect(isOwnRequest('app://desk/assets/main.js')).toBe(true)
  for (const address of ['https://example.com/', 'app://desk.evil/', 'file:///etc/passwd', 'ws://127.0.0.1:4000/', 'blob:https://x/1'])
    expect(isOwnRequest(address), address).toBe(false)
})
