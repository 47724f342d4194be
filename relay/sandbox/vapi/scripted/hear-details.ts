import { readBirthDate, readOfferedName, withoutBirthDate } from './caller-names.ts'
import { type CallerState, type Details, defined, familyName } from './caller-state.ts'
import { readNewPatient, readProvider, readService, readTimeOfDay, readWhen } from './caller-words.ts'

/** Whatever the caller mentions along the way, asked for or not. */
export function hearDetails(state: CallerState, text: string): CallerState {
  if (state.asking === 'pick' || state.asking === 'which') return state
  const rest = state.asking === 'birthDate' ? '' : withoutBirthDate(text)
  const known = state.details
  const heard: Details = {
    ...known,
    service: known.service ?? readService(text),
    when: readWhen(rest) ?? known.when,
    timeOfDay: readTimeOfDay(rest) ?? known.timeOfDay,
    provider: readProvider(text) ?? known.provider,
    newPatient: readNewPatient(text) ?? known.newPatient,
    birthDate: readBirthDate(text) ?? known.birthDate,
  }
  return { ...state, details: defined({ ...heard, ...offeredPerson(state, text) }) }
}

/** A name brings its own birth date or none: the one before belonged to somebody else. */
function offeredPerson(state: CallerState, text: string): Details {
  const name = readOfferedName(text)
  if (!name) return {}
  const isSame = name.firstName === state.details.firstName
  return {
    firstName: name.firstName,
    lastName: name.lastName ?? familyName(state),
    ...(!isSame && { birthDate: readBirthDate(text), newPatient: readNewPatient(text) }),
  }
}
