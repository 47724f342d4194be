import { PracticeChange } from '@dentalanswer/shared/contract/practice-change.ts'
import type { DeskInput } from '@dentalanswer/shared/contract/routes.ts'
import { formatPhone, readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { type Problems, problemsOf, readWhole } from '../../ui/plain-problems.ts'

/** The practice's own settings as typed. Empty numbers mean "no limit", an empty transfer number "nowhere". */
export type PracticeForm = {
  name: string
  textName: string
  phoneNumber: string
  timeZone: string
  cancelByText: Practice['settings']['cancelByText']
  minimumNoticeMinutes: string
  horizonDays: string
  slotStepMinutes: string
  newPatientsPerDay: string
  callbackWithinMinutes: string
  transferNumber: string
  alarmLadderMinutes: string
  onCall: { name: string; phoneNumber: string }[]
}

export const PRACTICE_FIELDS: Record<keyof PracticeForm, string> = {
  name: 'Name',
  textName: 'Name in texts',
  phoneNumber: 'Number patients call',
  timeZone: 'Time zone',
  cancelByText: 'Cancelling by text',
  minimumNoticeMinutes: 'Notice',
  horizonDays: 'How far ahead',
  slotStepMinutes: 'Starting times',
  newPatientsPerDay: 'New patients a day',
  callbackWithinMinutes: 'Callback promise',
  transferNumber: 'Taking over a call',
  alarmLadderMinutes: 'Next on call after',
  onCall: 'On call',
}

export function practiceForm({ name, textName, phoneNumber, timeZone, settings, country }: Practice): PracticeForm {
  return {
    name,
    textName,
    phoneNumber: formatPhone(phoneNumber, country),
    timeZone,
    cancelByText: settings.cancelByText,
    minimumNoticeMinutes: String(settings.minimumNoticeMinutes),
    horizonDays: String(settings.horizonDays),
    slotStepMinutes: String(settings.slotStepMinutes),
    newPatientsPerDay: settings.newPatientsPerDay === null ? '' : String(settings.newPatientsPerDay),
    callbackWithinMinutes: String(settings.callbackWithinMinutes),
    transferNumber: settings.transferNumber ? formatPhone(settings.transferNumber, country) : '',
    alarmLadderMinutes: String(settings.alarmLadderMinutes),
    onCall: settings.onCall.map((one) => ({ name: one.name, phoneNumber: formatPhone(one.phoneNumber, country) })),
  }
}

type Field = keyof PracticeForm
const OWN = new Set<Field>(['name', 'textName', 'phoneNumber', 'timeZone'])
const MAY_BE_EMPTY = new Set<Field>(['newPatientsPerDay', 'transferNumber'])
const NUMBERS = new Set<Field>([
  'minimumNoticeMinutes',
  'horizonDays',
  'slotStepMinutes',
  'newPatientsPerDay',
  'callbackWithinMinutes',
  'alarmLadderMinutes',
])

/** What the edited fields change, as the relay takes it: nothing that was not touched is sent. Or what is wrong, by field. */
export function practiceChange(
  form: PracticeForm,
  edited: Field[],
  country: string,
): { change: DeskInput<'practice.change'> } | { problems: Problems } {
  const typed = edited.map((field) => [field, typedValue(form, field, country)] as const)
  const own = Object.fromEntries(typed.filter(([field]) => OWN.has(field)))
  const settings = Object.fromEntries(typed.filter(([field]) => !OWN.has(field)))
  const parsed = PracticeChange.safeParse({ ...own, ...(Object.keys(settings).length > 0 ? { settings } : {}) })
  if (parsed.success) return { change: parsed.data }
  const issues = parsed.error.issues.map((issue) => (issue.path[0] === 'settings' ? { ...issue, path: issue.path.slice(1) } : issue))
  return { problems: { ...problemsOf(issues), ...numberProblems(form, edited, country) } }
}

/** What now stands where a change names something, so that the relay can tell whether another desk was faster. */
export function presentOf(practice: Practice, { settings, ...own }: DeskInput<'practice.change'>): DeskInput<'practice.change'> {
  const named = (names: object, from: object) => Object.fromEntries(Object.entries(from).filter(([name]) => name in names))
  return { ...named(own, practice), ...(settings && { settings: named(settings, practice.settings) }) }
}

/** What a field was typed as; something the schema refuses when it cannot be read. */
function typedValue(form: PracticeForm, field: Field, country: string): unknown {
  if (field === 'onCall') return form.onCall.map((one) => ({ name: one.name, phoneNumber: readPhoneNumber(one.phoneNumber, country) }))
  const typed = form[field].trim()
  if (typed === '' && MAY_BE_EMPTY.has(field)) return null
  if (NUMBERS.has(field)) return readWhole(typed)
  return field === 'phoneNumber' || field === 'transferNumber' ? readPhoneNumber(typed, country) : typed
}

function numberProblems(form: PracticeForm, edited: Field[], country: string): Problems {
  const problems: Problems = {}
  for (const field of ['phoneNumber', 'transferNumber'] as const)
    if (edited.includes(field) && form[field].trim() !== '' && !readPhoneNumber(form[field], country))
      problems[field] = 'Not a phone number'
  const at = form.onCall.findIndex((one) => one.name.trim() === '' || !readPhoneNumber(one.phoneNumber, country))
  if (edited.includes('onCall') && at >= 0) problems.onCall = `Number ${at + 1} on call needs a name and a phone number`
  return problems
}
