import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { type PhoneNumber, readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Action } from '../live/actions.ts'
import type { Place } from '../live/places.ts'
import type { PracticeNow } from '../live/practice.ts'
import { mainNumber } from '../ui/main-number.ts'
import { fullName } from '../ui/names.ts'
import { ageOn } from '../ui/times.ts'
import { readDayWords } from './day-words.ts'
import { rankOf } from './palette-rank.ts'

export type PaletteAct =
  | { kind: 'open'; place: Place; id: string | null }
  | { kind: 'dial'; phoneNumber: PhoneNumber }
  | { kind: 'action'; id: string }

export type PaletteItem = {
  id: string
  group: string
  title: string
  /** A birth date, a number: what tells two of one name apart. */
  detail?: string
  /** The key that does the same outside the palette. */
  keys?: string
  /** A name or a number: blurred in counter mode. */
  isPrivate?: boolean
  act: PaletteAct
  /** What the same line does with Ctrl or ⌘ held, and in which words. */
  withMod?: { words: string; act: PaletteAct }
}

export type PaletteGroup = { name: string; items: PaletteItem[] }
type Ranked = PaletteItem & { rank: number }
type Asked = { typed: string; actions: Action[]; people: Patient[]; practice: PracticeNow | null }

const GROUPS = ['Number', 'Day', 'People', 'New appointment', 'Here', 'Places', 'Everywhere']
const MOST = { People: 8, 'New appointment': 3 } as Record<string, number>

/** Everything that answers what was typed, the best group first; within a group the best line first. Nothing typed: what can be done here. */
export function paletteGroups({ typed, actions, people, practice }: Asked): PaletteGroup[] {
  const text = typed.trim()
  const found = [
    ...numberItems(text, practice),
    ...dayItems(text, practice),
    ...people.flatMap((one) => personItems(one, text, practice)),
    ...actions.flatMap((one) => actionItem(one, text)),
  ]
  const groups = GROUPS.map((name) => ({ name, found: found.filter((one) => one.group === name).sort((a, b) => a.rank - b.rank) }))
  return groups
    .filter((one) => one.found.length > 0)
    .sort((a, b) => best(a.found) - best(b.found))
    .map((one) => ({ name: one.name, items: one.found.slice(0, MOST[one.name] ?? 40).map(({ rank: _, ...item }) => item) }))
}

const best = (items: Ranked[]) => items[0]?.rank ?? 9

function actionItem(action: Action, text: string): Ranked[] {
  const isPlace = action.id.startsWith('open-')
  const title = isPlace ? action.title.replace('Go to ', '') : action.title
  const ranks = [rankOf(text, title), rankOf(text, action.title)].filter((rank) => rank !== null)
  if (action.isHidden || ranks.length === 0) return []
  const group = isPlace ? 'Places' : action.group === 'Everywhere' ? 'Everywhere' : 'Here'
  const act: PaletteAct = { kind: 'action', id: action.id }
  return [{ id: `action ${action.id}`, group, title, keys: action.keys?.[0], act, rank: Math.min(...ranks) }]
}

function personItems(patient: Patient, text: string, practice: PracticeNow | null): Ranked[] {
  if (text === '') return []
  const name = fullName(patient)
  const number = mainNumber(patient)
  const age = practice ? ageOn(patient.birthDate, practice.today) : null
  const born = patient.birthDate && practice ? `${practice.times.withYear(patient.birthDate)} (${age})` : null
  const detail = [born, number ? practice?.phone(number) : 'no number'].filter(Boolean).join(' · ')
  // Somebody found by number or birth date answers as well as one found by name.
  const rank = rankOf(text, name) ?? 2
  const open: PaletteAct = { kind: 'open', place: 'people', id: patient.id }
  const withMod = number ? { words: 'message', act: { kind: 'open', place: 'messages', id: number } as const } : undefined
  const book: PaletteAct = { kind: 'open', place: 'day', id: `book:${patient.id}` }
  return [
    { id: `person ${patient.id}`, group: 'People', title: name, detail, isPrivate: true, act: open, withMod, rank },
    { id: `book ${patient.id}`, group: 'New appointment', title: `Book ${name}`, detail, isPrivate: true, act: book, rank: rank + 2 },
  ]
}

function numberItems(text: string, practice: PracticeNow | null): Ranked[] {
  const isNumber = /^[+\d][\d\s().-]*$/.test(text) && text.replace(/\D/g, '').length >= 7
  const number = isNumber && practice ? readPhoneNumber(text, practice.setup.practice.country) : null
  if (!number || !practice) return []
  const words = practice.phone(number)
  return [
    { id: 'call', group: 'Number', title: `Call ${words}`, isPrivate: true, act: { kind: 'dial', phoneNumber: number }, rank: 0 },
    { id: 'text', group: 'Number', title: `Text ${words}`, isPrivate: true, act: { kind: 'open', place: 'messages', id: number }, rank: 0 },
  ]
}

function dayItems(text: string, practice: PracticeNow | null): Ranked[] {
  const day = practice ? readDayWords(text, practice.today, practice.setup.practice.country === 'US') : null
  if (!day || !practice) return []
  const { relativeDay, longDay, withYear } = practice.times
  const isThisYear = day.slice(0, 4) === practice.today.slice(0, 4)
  const near = relativeDay(day, practice.today)
  const title = `Day: ${isThisYear ? longDay(day) : withYear(day)}`
  const detail = /^(Today|Tomorrow|Yesterday)$/.test(near) ? near : undefined
  return [{ id: `day ${day}`, group: 'Day', title, detail, act: { kind: 'open', place: 'day', id: day }, rank: 0 }]
}
