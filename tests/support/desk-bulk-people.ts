import { insertPatient, listPatients } from '@dentalanswer/relay/src/store/patients.ts'
import { changeSetup, loadSetup, replaceHours } from '@dentalanswer/relay/src/store/setup.ts'
import { type Ctx, type Tx, write } from '@dentalanswer/relay/src/store/transaction.ts'
import type { Work } from '@dentalanswer/relay/src/store/work.ts'
import type { OperatoryId, PatientId, ProviderId } from '@dentalanswer/shared/domain/ids.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { type LocalDate, LocalTime } from '@dentalanswer/shared/domain/practice-time.ts'

export const OPERATORIES = 12
const PATIENTS = 600
const LONG_DAY = { startsAt: LocalTime.parse('07:00'), endsAt: LocalTime.parse('19:00') }

/** Brings a practice to twelve operatories and as many providers, the new ones at work from seven to seven. */
export function* fillUpOperatories(tx: Tx): Work<void> {
  const { operatories, providers } = yield* loadSetup(tx.practiceId, tx.practice)
  for (let at = operatories.length; at < OPERATORIES; at++) {
    yield* tx.insert('operatories', { id: tx.newId<OperatoryId>(), name: `Op ${at + 1}`, active: true, position: at })
  }
  for (let at = providers.length; at < OPERATORIES; at++) {
    const id = tx.newId<ProviderId>()
    const name = `Dr. Number ${at + 1}`
    yield* tx.insert('providers', { id, name, spokenName: name, role: 'dentist', active: true, position: at })
    yield* replaceHours(tx, { providerId: id, shifts: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, ...LONG_DAY })) })
  }
  // Without a new version of the setup the relay would go on with the one it remembers.
  yield* changeSetup(tx, {})
  tx.emit('setup.changed')
}

/** Enough people that nobody is in two places at once; made once. */
export async function bulkPatients(ctx: Ctx): Promise<Patient[]> {
  const isBulk = (one: Patient) => one.lastName.startsWith('Bulk')
  const known = (await ctx.store.read(() => listPatients(ctx.practiceId))).filter(isBulk)
  if (known.length > 0) return known
  return write(ctx, 'bulk-patients', function* (tx) {
    const made: Patient[] = []
    for (let at = 0; at < PATIENTS; at++)
      made.push(
        yield* insertPatient(tx, {
          id: tx.newId<PatientId>(),
          firstName: FIRST_NAMES[at % FIRST_NAMES.length]!,
          lastName: `Bulk ${Math.floor(at / FIRST_NAMES.length) + 1}`,
          birthDate: `${1940 + (at % 70)}-0${1 + (at % 9)}-1${at % 9}` as LocalDate,
          language: at % 8 === 0 ? 'es' : 'en',
          isNew: false,
          guardianId: null,
          note: '',
          contactPoints: [
            { phoneNumber: `+1361555${String(1_000 + at)}` as PhoneNumber, label: 'mobile', isPrimary: true, status: 'active' },
          ],
          source: 'import',
          mergedIntoId: null,
          version: 1,
          createdAt: tx.now,
          updatedAt: tx.now,
        }),
      )
    tx.emit('patient.changed')
    return made
  })
}

const FIRST_NAMES = 'Amy Bruno Clara Dmitri Elsa Felix Greta Hector Iris Jonas Kira Leon Mona Nils Olga Pablo Quinn Rhea Sven Tara'.split(
  ' ',
)
