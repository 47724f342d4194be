import type { AssistantTool } from '../ports/assistant-host.ts'
import type { AssistantPlan } from './assistant-plan.ts'

type Field = { type: 'string' | 'boolean'; description: string }
type Fields = Record<string, Field>
type Described = { path: string; description: string; fields: Fields; required: string[]; isSilent?: boolean }

const text = (description: string): Field => ({ type: 'string', description })

const PERSON: Fields = {
  firstName: text('First name of the person the visit is for.'),
  lastName: text('Last name of the person the visit is for.'),
  birthDate: text('Date of birth, YYYY-MM-DD.'),
}
const WHOSE = ['firstName', 'lastName', 'birthDate']
const APPOINTMENT_DATE = text('The day (and time) of the visit that is meant, as the caller says it. Needed when there are several.')

const VISIT: Fields = {
  appointmentType: text('The kind of visit, by its name in your list. When none fits, the words of the caller.'),
  newPatient: { type: 'boolean', description: 'True when the person has never been here before.' },
  provider: text('Name of the dentist or hygienist, only when the caller asks for one.'),
}
const TOOLS: Record<string, Described> = {
  check_availability: {
    path: 'check-availability',
    description: 'Finds open times. Call it before you name any time, and again whenever the caller wants another day or kind of visit.',
    fields: {
      ...VISIT,
      when: text('The day or days as the caller says them, such as "next Tuesday" or "the week of June 8". Empty for as soon as possible.'),
      until: text('Last day of a stretch of days, if one was named.'),
      timeOfDay: text('"morning", "afternoon", "after 3 PM" or a clock time, if one was named.'),
      ...PERSON,
    },
    required: ['appointmentType'],
  },
  book_appointment: {
    path: 'book-appointment',
    description: 'Books one visit for one person. Call it only after the caller said yes to a time that check_availability offered.',
    fields: {
      ...PERSON,
      ...VISIT,
      startsAt: text('Weekday, date and time exactly as check_availability said them.'),
      phone: text('Only when the tool asked for a number: the number as the caller said it.'),
      language: text('"en" or "es": the language of the call.'),
      notes: text('Anything staff should know for this visit, in a few words.'),
    },
    required: ['firstName', 'lastName', 'appointmentType', 'newPatient', 'startsAt'],
  },
  find_appointments: {
    path: 'find-appointments',
    description: 'Says when somebody has visits. Needs name and date of birth.',
    fields: PERSON,
    required: WHOSE,
  },
  confirm_appointment: {
    path: 'confirm-appointment',
    description: 'Notes that somebody will come to the visit they have.',
    fields: { ...PERSON, appointmentDate: APPOINTMENT_DATE },
    required: WHOSE,
  },
  move_appointment: {
    path: 'move-appointment',
    description: 'Moves a visit to another time that check_availability offered, after the caller said yes to both.',
    fields: {
      ...PERSON,
      appointmentDate: APPOINTMENT_DATE,
      newStartsAt: text('The new weekday, date and time exactly as check_availability said them.'),
      provider: text('Only when the caller wants another dentist or hygienist.'),
    },
    required: [...WHOSE, 'newStartsAt'],
  },
  cancel_appointment: {
    path: 'cancel-appointment',
    description: 'Cancels a visit, after the caller said yes to which one.',
    fields: { ...PERSON, appointmentDate: APPOINTMENT_DATE, reason: text('Why, in a few words, if it was said.') },
    required: WHOSE,
  },
  request_callback: {
    path: 'request-callback',
    description: 'Has someone from the practice call back. Use it for every wish that you cannot settle yourself. It answers by when.',
    fields: {
      name: text('Who is to be called.'),
      reason: text('What it is about, in the words of the caller, with days and times that suit for a visit.'),
      when: text('When a call suits, as the caller says it.'),
      phone: text('Another number than the one they call from, as the caller said it.'),
    },
    required: ['reason'],
  },
  report_emergency: {
    path: 'report-emergency',
    description:
      'Alerts the practice to an emergency at once. Call it before anything else when a caller tells of one, and again when it gets worse.',
    fields: {
      description: text('What happened, in the words of the caller.'),
      name: text('Who is hurt, if it was said.'),
      phone: text('Another number to reach them on, if one was said.'),
    },
    required: ['description'],
    // Nothing is said before the advice that it answers with.
    isSilent: true,
  },
}

/** What the assistant can do in a call. Names, paths and parameters are those that the relay answers to. */
export function assistantTools(plan: AssistantPlan): AssistantTool[] {
  return Object.entries(TOOLS).map(([name, { path, description, fields, required, isSilent }]) => ({
    name,
    path: `/api/vapi/${path}`,
    description,
    parameters: { type: 'object', properties: fields, required },
    startLine: isSilent ? null : lookingLine(plan),
  }))
}

/** In two languages the assistant finds its own words: a fixed line would be in the wrong one for some callers. */
function lookingLine({ assistant: { languages } }: AssistantPlan): string | null {
  if (languages.length > 1) return null
  return languages[0] === 'es' ? 'Un momento, lo estoy mirando.' : 'One moment, I am looking.'
}
