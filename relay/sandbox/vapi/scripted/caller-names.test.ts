import { expect, test } from 'vitest'
import { readAskedBirthDate, readAskedName, readOfferedName } from './caller-names.ts'

test.each([
  ['Ana Garcia', { firstName: 'Ana', lastName: 'Garcia' }],
  ['it is ana garcia', { firstName: 'Ana', lastName: 'Garcia' }],
  ["My name is Seán O'Hara", { firstName: 'Seán', lastName: "O'Hara" }],
  ['Leo', { firstName: 'Leo' }],
  ['María José de la Cruz', { firstName: 'María', lastName: 'José de la Cruz' }],
  ['yes please', undefined],
  ['March 5 2015', undefined],
  ['', undefined],
])('the name in %j', (text, name) => {
  expect(readAskedName(text)).toEqual(name)
})

test.each([
  ['Hi, this is Tom Becker', { firstName: 'Tom', lastName: 'Becker' }],
  ['one for my son Leo', { firstName: 'Leo' }],
  ['I am in pain', undefined],
  ['this is urgent', undefined],
])('a name offered in %j', (text, name) => {
  expect(readOfferedName(text)).toEqual(name)
})

test.each([
  ['3/4/1987', '1987-03-04'],
  ['born on March 4th, 1987', '1987-03-04'],
  ['1987-03-04', '1987-03-04'],
  ['march fourth nineteen eighty seven', 'march fourth nineteen eighty seven'],
  ['I would rather not', undefined],
])('the birth date in %j', (text, date) => {
  expect(readAskedBirthDate(text)).toBe(date)
})
