import { expect, test } from 'vitest'
import { isOwnPage } from './sender.ts'

const page = { url: 'app://desk/index.html', parent: null }

test('our own page is heard', () => {
  expect(isOwnPage(page, 1, 1)).toBe(true)
  expect(isOwnPage({ ...page, url: 'app://desk/index.html#/day' }, 1, 1)).toBe(true)
})

test('nobody else is', () => {
  expect(isOwnPage(null, 1, 1)).toBe(false)
  expect(isOwnPage(page, 2, 1)).toBe(false)
  expect(isOwnPage(page, 1, null)).toBe(false)
  expect(isOwnPage({ ...page, parent: page }, 1, 1)).toBe(false)
  for (const url of ['https://desk/', 'app://desk.evil/', 'app://deskx/', 'file:///index.html', 'about:blank', ''])
    expect(isOwnPage({ url, parent: null }, 1, 1), url).toBe(false)
})
