import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Preferences } from '../../ipc/preferences.ts'
import { openSettings } from './settings-file.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'desk-settings-'))
const noReport = () => {}

test('what is changed is there at the next start', async () => {
  const folder = newFolder()
  const settings = openSettings(folder, noReport)
  settings.changePreferences({ staffName: 'Mia', zoom: 1.5 })
  settings.keepWindow({ bounds: { x: 1, y: 2, width: 900, height: 700 }, isMaximized: true })
  await settings.written()
  const next = openSettings(folder, noReport).read()
  expect(next.preferences).toEqual({ ...Preferences.parse({}), staffName: 'Mia', zoom: 1.5 })
  expect(next.window?.isMaximized).toBe(true)
  expect(readdirSync(folder)).toEqual(['settings.json'])
})

test('a change that is not allowed changes nothing', () => {
  const settings = openSettings(newFolder(), noReport)
  expect(() => settings.changePreferences({ zoom: 9 })).toThrow()
  expect(settings.read().preferences.zoom).toBe(1)
})

test.each(['', '{', 'null', '[]', '"x"', '{"preferences":7,"window":"no"}'])('a file of %j means the usual settings', (text) => {
  const folder = newFolder()
  writeFileSync(join(folder, 'settings.json'), text)
  expect(openSettings(folder, noReport).read()).toEqual({ preferences: Preferences.parse({}), window: null })
})

test('one bad value does not cost the others', () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'settings.json'), '{"preferences":{"zoom":99,"theme":"dark","gone":1}}')
  expect(openSettings(folder, noReport).read().preferences).toEqual({ ...Preferences.parse({}), theme: 'dark' })
})

test('many changes at once end as the last one', async () => {
  const folder = newFolder()
  const settings = openSettings(folder, noReport)
  for (let zoom = 50; zoom <= 300; zoom += 10) settings.changePreferences({ zoom: zoom / 100 })
  await settings.written()
  expect(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')).preferences.zoom).toBe(3)
})

test('a disk that refuses is reported by its code alone', async () => {
  const folder = newFolder()
  const reports: string[] = []
  const settings = openSettings(folder, (...report) => reports.push(report.join(' ')))
  await import('node:fs/promises').then(({ rm }) => rm(folder, { recursive: true }))
  settings.changePreferences({ staffName: 'Mia' })
  await settings.written()
  expect(reports).toEqual(['settings ENOENT'])
  expect(settings.read().preferences.staffName).toBe('Mia')
})
