import { expect, test } from 'vitest'
import { id, madeEvent, madePatient, madePractice, madeSnapshot } from '../../samples/entities.ts'
import { cacheFolder } from './cache-folder.ts'

function searching(country = 'US') {
  const folder = cacheFolder()
  const { cache } = folder.open()
  const patients = [
    madePatient('Ana Garcia', { numbers: [1234], birthDate: '1988-04-12' as never }),
    madePatient('Anabel Garcia', { birthDate: '1988-12-04' as never }),
    madePatient('José Díaz', { lastName: "O'Neil-Díaz", numbers: [1234, 9876] }),
    madePatient('Ana Merged', { mergedIntoId: id('Ana Garcia'), numbers: [1234] }),
    madePatient('Garrett Anaya'),
  ]
  cache.replaceAll(madeSnapshot({ practice: [madePractice({ country })], patients }))
  const find = (text: string) => cache.searchPeople({ text, limit: 10 }).map((one) => one.firstName)
  return { cache, find, [Symbol.dispose]: () => folder[Symbol.dispose]() }
}

test.each([
  ['gar ana', ['Ana', 'Garrett', 'Anabel']],
  ['ANA  Garcia', ['Ana', 'Anabel']],
  ['garcia an', ['Ana', 'Anabel']],
  ['oneil diaz jose', ['José']],
  ['DÍAZ', ['José']],
  ['ana ana', []],
  ['merged', []],
  ['', []],
  ['  ,', []],
  ["%_'", []],
])('words in any order: "%s"', (text, expected) => {
  using world = searching()
  const found = world.find(text)
  expect(found.toSorted()).toEqual(expected.toSorted())
  if (expected[0]) expect(found[0]).toBe(expected[0])
})

test.each([
  ['551234', ['Ana', 'José']],
  ['(512) 555-1234', ['Ana', 'José']],
  ['+1 512 555 9876', ['José']],
  ['12', []],
  ['ana 1234', ['Ana']],
])('part of a number: %s', (text, expected) => {
  using world = searching()
  expect(world.find(text)).toEqual(expected)
})

test.each([
  ['4/12/1988', 'US', ['Ana']],
  ['04/12/88', 'US', ['Ana']],
  ['1988-04-12', 'US', ['Ana']],
  ['04121988', 'US', ['Ana']],
  ['garcia 04121988', 'US', ['Ana']],
  ['19880412', 'US', ['Ana']],
  ['4/12/1988', 'GB', ['Anabel']],
  ['12.4.1988', 'GB', ['Ana']],
  ['13/13/1988', 'US', []],
  ['ana 4/12/1988', 'US', ['Ana']],
  ['jose 4/12/1988', 'US', []],
])('a birth date: %s in %s', (text, country, expected) => {
  using world = searching(country)
  expect(world.find(text)).toEqual(expected)
})

test('a changed name and a merge show at once', () => {
  using world = searching()
  world.cache.applyEvent(madeEvent(1, { patients: [madePatient('Ana Garcia', { lastName: 'Novak', version: 2 })] }))
  expect(world.find('ana garcia')).toEqual(['Anabel'])
  expect(world.find('novak')).toEqual(['Ana'])
  world.cache.applyEvent(madeEvent(2, { patients: [madePatient('Ana Garcia', { mergedIntoId: id('Anabel Garcia'), version: 3 })] }))
  expect(world.find('novak')).toEqual([])
})
