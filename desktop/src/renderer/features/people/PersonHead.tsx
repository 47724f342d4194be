import type { PersonView } from '../../../ipc/views.ts'
import { useActions } from '../../live/actions.ts'
import { dial } from '../../live/dial.ts'
import { useLive } from '../../live/live-query.ts'
import { openPlace } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { useSession } from '../../live/session.ts'
import { Button } from '../../ui/Button.tsx'
import { mainNumber } from '../../ui/main-number.ts'
import { fullName } from '../../ui/names.ts'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { ageOn } from '../../ui/times.ts'
import { noteFlags } from './note-flags.ts'
import styles from './PersonPage.module.css'
import { usePeople } from './people-store.ts'

type PersonHeadProps = { practice: PracticeNow; person: PersonView; isEditing: boolean }

/** Who this is, who decides for them, what must not be missed, and what to do. */
export function PersonHead({ practice, person: { patient, household, isComplete }, isEditing }: PersonHeadProps) {
  const { times, today } = practice
  const edit = usePeople((state) => state.edit)
  const isDrafted = usePeople((state) => state.drafts[patient.id] !== undefined)
  const queue = useSession((state) => state.queue)
  const waiting = (queue ?? []).filter((one) => [one.input.patientId, one.input.keepId, one.input.mergeId].includes(patient.id))
  const number = mainNumber(patient)
  const age = ageOn(patient.birthDate, today)
  const known = household.find((one) => one.id === patient.guardianId)
  const away = useLive('person.read', patient.guardianId && !known ? { patientId: patient.guardianId } : null).value?.patient
  const guardian = known ?? away
  const group = 'People'
  useActions([
    {
      id: 'person-book',
      title: 'Book an appointment',
      keys: ['m'],
      group,
      isInFooter: true,
      run: () => openPlace('day', `book:${patient.id}`),
    },
    { id: 'person-edit', title: 'Edit this person', keys: ['e'], group, isInFooter: true, run: () => edit(patient.id) },
    ...(number ? [{ id: 'person-dial', title: 'Call', keys: ['b'], group, run: () => dial(number) }] : []),
    ...(number ? [{ id: 'person-texts', title: 'Texts', keys: ['r'], group, run: () => openPlace('messages', number) }] : []),
  ])
  return (
    <header className={styles.head}>
      <div className={styles.who}>
        <h2>
          <PersonText>{fullName(patient)}</PersonText>
          <Tag tone={patient.isNew ? 'accent' : 'grey'}>{patient.isNew ? 'New patient' : 'Known patient'}</Tag>
          {patient.language === 'es' ? <Tag>Spanish</Tag> : null}
          {noteFlags(patient.note).map((flag) => (
            <Tag key={flag} tone="amber">
              {flag}
            </Tag>
          ))}
        </h2>
        <p>
          <PersonText>
            {patient.birthDate ? `${age}, born ${times.withYear(patient.birthDate)}` : 'Birth date not known'}
            {number ? ` · ${practice.phone(number)}` : ''}
          </PersonText>
        </p>
        {guardian ? (
          <p>
            <PersonText>{fullName(guardian)}</PersonText> decides.{' '}
            <Button size="small" tone="quiet" onClick={() => openPlace('people', guardian.id)}>
              Open
            </Button>
          </p>
        ) : age !== null && age < 18 ? (
          <p>Under 18, and nobody is named who decides.</p>
        ) : null}
        {waiting.map((one) => (
          <p key={one.id} className={styles.waiting}>
            {one.state === 'refused' ? 'Refused, see the queue' : 'Waits for the connection'}: <PersonText>{one.label}</PersonText>
          </p>
        ))}
        {isComplete ? null : <p className={styles.second}>Only what this desk keeps is shown while the relay cannot be asked.</p>}
      </div>
      <div className={styles.actions}>
        <Button tone="main" keys="m" onClick={() => openPlace('day', `book:${patient.id}`)}>
          Book
        </Button>
        {number ? (
          <>
            <Button keys="b" onClick={() => dial(number)}>
              Call
            </Button>
            <Button keys="r" onClick={() => openPlace('messages', number)}>
              Texts
            </Button>
          </>
        ) : null}
        <Button keys="e" aria-expanded={isEditing} onClick={() => edit(patient.id)}>
          {isDrafted && !isEditing ? 'Edit · not saved' : 'Edit'}
        </Button>
      </div>
    </header>
  )
}
