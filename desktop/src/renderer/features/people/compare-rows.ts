import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { fullName } from '../../ui/names.ts'
import type { Times } from '../../ui/times.ts'

type CompareRow = { name: string; values: [string, string]; differs: boolean }
type Side = { patient: Patient; visits: string; guardian: string }
type Ground = { times: Times; phone: (number: Patient['contactPoints'][number]['phoneNumber']) => string }

/** Two records field by field. `differs` only where it says something about who this is, not how the record came to be. */
export function compareRows(sides: [Side, Side], { times, phone }: Ground): CompareRow[] {
  const row = (name: string, of: (side: Side) => string, isIdentity = false): CompareRow => {
    const values: [string, string] = [of(sides[0]), of(sides[1])]
    return { name, values, differs: isIdentity && values[0] !== values[1] }
  }
  const numbers = ({ contactPoints }: Patient) =>
    contactPoints
      .filter((one) => one.status !== 'removed')
      .map((one) => `${phone(one.phoneNumber)}, ${one.label}${one.status === 'wrong_number' ? ', wrong number' : ''}`)
      .sort()
      .join('\n')
  return [
    row('Name', ({ patient }) => fullName(patient), true),
    row('Birth date', ({ patient }) => (patient.birthDate ? times.withYear(patient.birthDate) : 'not known'), true),
    row('Numbers', ({ patient }) => numbers(patient) || 'none', true),
    row('Language', ({ patient }) => (patient.language === 'es' ? 'Spanish' : 'English'), true),
    row('Who decides', ({ guardian }) => guardian || 'this person', true),
    row('Visits', ({ visits }) => visits),
    row('New or known', ({ patient }) => (patient.isNew ? 'New patient' : 'Known patient')),
    row('Note', ({ patient }) => patient.note || 'none'),
    row('Came by', ({ patient }) => ({ voice: 'the AI line', text: 'text', desk: 'a desk', import: 'import' })[patient.source]),
    row('Made', ({ patient }) => times.withYear(times.dayOf(patient.createdAt))),
  ]
}

/** Both known, and not the same day: nobody may take these for one person without saying so. */
export function haveDifferentBirthDates(one: Patient, other: Patient): boolean {
  return one.birthDate !== null && other.birthDate !== null && one.birthDate !== other.birthDate
}
