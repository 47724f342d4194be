import { type Asking, ask, type CallerState, type Details, type Step, type ToolUse } from './caller-state.ts'
import type { Wish } from './caller-words.ts'

type Need = { asking: Asking; isKnown: (details: Details) => boolean }

const NAME: Need = { asking: 'name', isKnown: (details) => details.firstName !== undefined }
const LAST_NAME: Need = { asking: 'lastName', isKnown: (details) => details.lastName !== undefined }
const BIRTH: Need = { asking: 'birthDate', isKnown: (details) => details.birthDate !== undefined }
const DAY: Need = { asking: 'day', isKnown: (details) => details.startsAt !== undefined || details.when !== undefined }

/** What must be known before the tool of a wish can be called, in the order of asking. */
const NEEDS: Record<Wish, Need[]> = {
  book: [
    { asking: 'service', isKnown: (details) => details.service !== undefined },
    NAME,
    LAST_NAME,
    BIRTH,
    { asking: 'newPatient', isKnown: (details) => details.newPatient !== undefined },
    DAY,
  ],
  find: [NAME, LAST_NAME, BIRTH],
  confirm: [NAME, LAST_NAME, BIRTH],
  cancel: [NAME, LAST_NAME, BIRTH],
  move: [NAME, LAST_NAME, BIRTH, DAY],
  callback: [{ asking: 'reason', isKnown: (details) => details.reason !== undefined }],
}

/** The next question, or the tool once all it needs is known. */
export function nextStep(state: CallerState): Step {
  if (state.wish === null) return ask(state, 'wish')
  const missing = NEEDS[state.wish].find((need) => !need.isKnown(state.details))
  if (missing) return ask(state, missing.asking)
  return { state, tool: toolFor(state.wish, state.details) }
}

function toolFor(wish: Wish, details: Details): ToolUse {
  const { firstName, lastName, birthDate, provider, appointmentDate } = details
  const proof = { firstName, lastName, birthDate, ...(appointmentDate && { appointmentDate }) }
  switch (wish) {
    case 'book':
      return details.startsAt === undefined ? availability(details) : booking(details, details.startsAt)
    case 'find':
      return { name: 'find-appointments', args: { firstName, lastName, birthDate } }
    case 'confirm':
      return { name: 'confirm-appointment', args: proof }
    case 'cancel':
      return { name: 'cancel-appointment', args: { ...proof, ...(details.reason && { reason: details.reason }) } }
    case 'move':
      return {
        name: 'move-appointment',
        args: { ...proof, newStartsAt: details.startsAt ?? wantedTime(details), ...(provider && { provider }) },
      }
    case 'callback':
      return { name: 'request-callback', args: callback(details) }
  }
}

const availability = (details: Details): ToolUse => ({
  name: 'check-availability',
  args: defined({
    when: details.when,
    timeOfDay: details.timeOfDay,
    appointmentType: details.service,
    provider: details.provider,
    newPatient: details.newPatient,
    firstName: details.firstName,
    lastName: details.lastName,
  }),
})

const booking = (details: Details, startsAt: string): ToolUse => ({
  name: 'book-appointment',
  args: defined({
    firstName: details.firstName,
    lastName: details.lastName,
    birthDate: details.birthDate,
    appointmentType: details.service,
    startsAt,
    provider: details.provider,
    newPatient: details.newPatient,
    phone: details.phone,
  }),
})

const callback = (details: Details) =>
  defined({
    name: details.firstName && [details.firstName, details.lastName].filter(Boolean).join(' '),
    phone: details.phone,
    reason: details.reason,
    when: details.when && [details.when, details.timeOfDay].filter(Boolean).join(' '),
  })

const wantedTime = (details: Details) => [details.when, details.timeOfDay].filter(Boolean).join(' ')

const defined = (args: Record<string, unknown>) => Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined))
