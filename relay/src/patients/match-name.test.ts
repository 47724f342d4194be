import { expect, test } from 'vitest'
import { isSameSpoken } from './match-name.ts'

test.each([
  ['Jon', 'John'],
  ['Sara', 'Sarah'],
  ['Katherine', 'Catherine'],
  ['Christina', 'Kristina'],
  ['Zach', 'Zack'],
  ['Ana', 'Anna'],
  ['Bryan', 'Brian'],
  ['José', 'jose'],
])('%s and %s are one spoken name', (one, other) => expect(isSameSpoken(one, other)).toBe(true))

test.each([
  ['Jayden', 'Kayden'],
  ['Jayden', 'Hayden'],
  ['Hayden', 'Aiden'],
  ['Mario', 'Maria'],
  ['Daniel', 'Danielle'],
  ['Dan', 'Dana'],
  ['Charlie', 'Carlie'],
])('%s and %s are two', (one, other) => expect(isSameSpoken(one, other)).toBe(false))
