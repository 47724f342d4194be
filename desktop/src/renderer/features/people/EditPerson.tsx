import { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { useRef, useState } from 'react'
import { BridgeError } from '../../bridge.ts'
import { useActions } from '../../live/actions.ts'
import { useLive } from '../../live/live-query.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { runCommand, wordsOf } from '../../live/run-command.ts'
import { tell } from '../../live/tell.ts'
import { Button } from '../../ui/Button.tsx'
import { Clashes } from '../../ui/Clashes.tsx'
import { clashingFields, type Draft, editedFields, overPresent, settleField, typeInto } from '../../ui/draft-changes.ts'
import { mainNumber } from '../../ui/main-number.ts'
import { fullName } from '../../ui/names.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { Problems } from '../../ui/plain-problems.ts'
import { useFocusReturn } from '../../ui/use-put-away.ts'
import { mayDecide } from './may-decide.ts'
import { PersonFields } from './PersonFields.tsx'
import styles from './PersonPage.module.css'
import { usePeople } from './people-store.ts'
import { changeOf, FIELD_NAMES, formOf, type PersonForm, readForm } from './person-form.ts'

type EditPersonProps = { practice: PracticeNow; patient: Patient }

/** Changes a person. What another desk changed meanwhile stands beside what was typed here, and a person chooses. */
export function EditPerson({ practice, patient: live }: EditPersonProps) {
  const newest = usePeople((state) => state.newest[live.id])
  const patient = newest && newest.version > live.version ? newest : live
  const draft = usePeople((state) => state.drafts[live.id]) ?? null
  const { setDraft, edit, sawVersion } = usePeople.getState()
  const panel = useRef<HTMLFormElement>(null)
  useFocusReturn(panel)
  const [problems, setProblems] = useState<Problems>({})
  const [isBusy, setBusy] = useState(false)
  const { country } = practice.setup.practice
  const present = formOf(patient, country)
  const form = draft ? overPresent(draft, present) : present
  const clashes = draft ? clashingFields(draft, present) : []
  const guardians = useGuardians(patient, practice.today)
  const type = (part: Partial<PersonForm>) => {
    setProblems({})
    const next = typeInto(draft, present, part)
    setDraft(patient.id, editedFields(next).length > 0 ? next : null)
  }
  const close = () => edit(null)
  const discard = () => {
    setDraft(patient.id, null)
    close()
  }
  const save = async () => {
    if (!draft) return close()
    const read = readForm(form, { country, today: practice.today })
    if ('problems' in read) return setProblems(read.problems)
    setBusy(true)
    try {
      const input = { patientId: patient.id, ...changeOf(read.fields, editedFields(draft)), expectedVersion: patient.version }
      const outcome = await runCommand('patient.change', input, `Change ${fullName(patient)}`)
      if (outcome.kind === 'done') sawVersion(outcome.value)
      tell(
        outcome.kind === 'done'
          ? { tone: 'done', text: 'Saved.' }
          : { tone: 'waiting', text: `Change ${fullName(patient)}: waits for the connection.` },
      )
      discard()
    } catch (error) {
      const other =
        error instanceof BridgeError && error.code === 'CHANGED_MEANWHILE' ? Patient.safeParse(error.details?.patient).data : undefined
      if (other) sawVersion(other)
      setProblems({ form: wordsOf(error) })
    } finally {
      setBusy(false)
    }
  }
  useActions([
    { id: 'person-save', title: 'Save this person', keys: ['mod+enter'], group: 'People', whileTyping: true, run: () => void save() },
    { id: 'person-leave', title: 'Close the form', keys: ['escape'], group: 'People', whileTyping: true, run: close },
  ])
  return (
    <Panel title="Edit" aside={draft ? 'Not saved yet' : undefined}>
      <form
        ref={panel}
        className={styles.form}
        aria-label={`Edit ${fullName(patient)}`}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {draft ? (
          <Clashes
            clashes={clashes.map((field) => ({
              field,
              name: FIELD_NAMES[field],
              mine: wordsFor(field, draft, guardians),
              theirs: wordsFor(field, { base: present, typed: present }, guardians),
            }))}
            onKeep={(field, keep) => {
              const settled = settleField(draft, present, field as keyof PersonForm, keep)
              setDraft(patient.id, editedFields(settled).length > 0 ? settled : null)
              setProblems({})
            }}
          />
        ) : null}
        <div className={styles.fields}>
          <PersonFields form={form} problems={problems} guardians={guardians} isFirst onType={type} />
        </div>
        {problems.form ? (
          <p className={styles.problem} role="alert">
            {problems.form}
          </p>
        ) : null}
        <div className={styles.actions}>
          <Button tone="main" type="submit" keys="mod+enter" isBusy={isBusy} disabled={clashes.length > 0}>
            Save
          </Button>
          <Button keys="escape" onClick={close}>
            {draft ? 'Later' : 'Close'}
          </Button>
          {draft ? (
            <Button tone="quiet" onClick={discard}>
              Throw away
            </Button>
          ) : null}
          {clashes.length > 0 ? <span className={styles.second}>Choose a version first.</span> : null}
        </div>
      </form>
    </Panel>
  )
}

function wordsFor(field: keyof PersonForm, { typed }: Draft<PersonForm>, guardians: Patient[]): string {
  if (field === 'language') return typed.language === 'es' ? 'Spanish' : 'English'
  if (field !== 'guardianId') return typed[field]
  const guardian = guardians.find((one) => one.id === typed.guardianId)
  return guardian ? fullName(guardian) : typed.guardianId ? 'Somebody else' : 'This person'
}

/** The others of age on the main number, and whoever decides already. */
function useGuardians(patient: Patient, today: LocalDate): Patient[] {
  const number = mainNumber(patient)
  const others = useLive('household.read', number ? { phoneNumber: number } : null).value?.patients ?? []
  const present = useLive('person.read', patient.guardianId ? { patientId: patient.guardianId } : null).value?.patient
  const all = [...others.filter((one) => mayDecide(one, today)), ...(present ? [present] : [])].filter((one) => one.id !== patient.id)
  return [...new Map(all.map((one) => [one.id, one])).values()]
}
