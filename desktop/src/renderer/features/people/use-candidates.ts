import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { useLive } from '../../live/live-query.ts'
import { type Candidate, candidatesFor } from './likely-same.ts'

const LIMIT = 100

type Sought = Pick<Patient, 'firstName' | 'lastName' | 'birthDate' | 'contactPoints'> & { id?: string }

/** Records that may be the same person, found by birth date, by number and by name. */
export function useCandidates(one: Sought | null, isAsked = false): Candidate[] {
  const number = one?.contactPoints.find((point) => point.status === 'active')?.phoneNumber ?? null
  const name =
    one && one.firstName.trim().length > 1 && one.lastName.trim().length > 1 ? `${one.firstName} ${one.lastName}`.slice(0, 80) : null
  const born = useLive('people.search', one?.birthDate ? { text: one.birthDate, limit: LIMIT } : null).value ?? []
  const onNumber = useLive('household.read', number ? { phoneNumber: number } : null).value?.patients ?? []
  const named = useLive('people.search', name ? { text: name, limit: LIMIT } : null).value ?? []
  return one ? candidatesFor(one, [...born, ...onNumber, ...named], isAsked) : []
}
