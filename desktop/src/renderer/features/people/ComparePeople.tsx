import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { PersonView } from '../../../ipc/views.ts'
import { BridgeError } from '../../bridge.ts'
import { useNow } from '../../live/clock.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { runCommand, wordsOf } from '../../live/run-command.ts'
import { useIsLive } from '../../live/session.ts'
import { tell } from '../../live/tell.ts'
import { Button } from '../../ui/Button.tsx'
import { fullName } from '../../ui/names.ts'
import { Panel } from '../../ui/Panel.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { compareRows, haveDifferentBirthDates } from './compare-rows.ts'
import styles from './PersonPage.module.css'
import { usePeople } from './people-store.ts'
import { NotTheSame } from './SamePerson.tsx'
import { visitsOf } from './visits-of.ts'

type Sides = [PersonView, PersonView]
type ComparePeopleProps = { practice: PracticeNow; sides: Sides; onBack: () => void }

/** Two records side by side. A person says which is kept; the other's visits, numbers and work go to it. */
export function ComparePeople({ practice, sides, onBack }: ComparePeopleProps) {
  const now = useNow()
  const isLive = useIsLive()
  const [agreed, setAgreed] = useState(false)
  const [mustAgree, setMustAgree] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  // Nothing brings two records back, so choosing one and merging are two presses.
  const [keptId, setKeptId] = useState<string | null>(null)
  const [one, other] = sides
  const differ = mustAgree || haveDifferentBirthDates(one.patient, other.patient)
  const lead = [...one.leads, ...other.leads].find((each) => each.kind === 'possible_duplicate' && each.status === 'open')
  const rows = compareRows([sideOf(one, now, sides), sideOf(other, now, sides)], practice)
  const keep = async (kept: PersonView, gone: PersonView) => {
    setBusy(true)
    setProblem(null)
    try {
      const input = { keepId: kept.patient.id, mergeId: gone.patient.id, evenIfBirthDatesDiffer: differ && agreed }
      await runCommand('patient.merge', input, `Merge two records of ${fullName(kept.patient)}`, false)
      tell({ tone: 'done', text: 'One record now.' })
      usePeople.getState().open(kept.patient.id)
    } catch (error) {
      if (error instanceof BridgeError && error.code === 'BIRTH_DATES_DIFFER') setMustAgree(true)
      setProblem(wordsOf(error))
      setBusy(false)
    }
  }
  const isReady = isLive && keptId !== null && (!differ || agreed)
  const merge = () => void (keptId === one.patient.id ? keep(one, other) : keep(other, one))
  const choice = (side: PersonView) => (
    <Button
      aria-pressed={keptId === side.patient.id}
      disabled={!isLive || isBusy}
      aria-label={`Keep this record, the one made ${practice.times.withYear(practice.times.dayOf(side.patient.createdAt))}`}
      onClick={() => setKeptId(side.patient.id)}
    >
      Keep this one
    </Button>
  )
  return (
    <div className={styles.column}>
      <Panel title="One person or two?" isFlush>
        <table className={styles.compare}>
          <thead>
            <tr>
              <td />
              <th scope="col">{choice(one)}</th>
              <th scope="col">{choice(other)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name} data-differs={row.differs || undefined}>
                <th scope="row">{row.differs ? `${row.name} · differs` : row.name}</th>
                {row.values.map((value, at) => (
                  <td key={at === 0 ? 'one' : 'other'}>
                    <PersonText>{value}</PersonText>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      {differ ? (
        <Checkbox
          checked={agreed}
          onChange={(event) => setAgreed(event.currentTarget.checked)}
          label="Their birth dates differ. I have checked with the person: this is one person, and the kept birth date is right."
        />
      ) : null}
      <p className={styles.second}>
        {isLive
          ? 'The kept record keeps its name and birth date, and takes over visits, numbers, notes and open work of the other. This cannot be undone here.'
          : 'Records can be merged only while this desk is connected.'}
      </p>
      {problem ? (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      ) : null}
      <div className={styles.actions}>
        <Button tone="main" disabled={!isReady} isBusy={isBusy} onClick={merge}>
          Merge into one record
        </Button>
        {isLive && keptId === null ? <span className={styles.second}>Choose above which one is kept.</span> : null}
        {lead ? <NotTheSame lead={lead} name={fullName(one.patient)} onDone={onBack} /> : null}
        <Button keys="escape" onClick={onBack}>
          Back
        </Button>
      </div>
    </div>
  )
}

function sideOf(person: PersonView, now: Parameters<typeof visitsOf>[1], sides: Sides) {
  const { next, past, cancelled } = visitsOf(person.appointments, now)
  const visits = [`${next.length} to come`, `${past.length} past`, `${cancelled.length} cancelled`].join(', ')
  const people = sides.flatMap((side) => [side.patient, ...side.household])
  const guardian = people.find((each) => each.id === person.patient.guardianId)
  return { patient: person.patient, visits, guardian: guardian ? fullName(guardian) : person.patient.guardianId ? 'somebody else' : '' }
}
