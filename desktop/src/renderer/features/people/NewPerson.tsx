import { ContactPoint } from '@dentalanswer/shared/domain/patient.ts'
import { NativeSelect, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useActions } from '../../live/actions.ts'
import { useLive } from '../../live/live-query.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { doCommand } from '../../live/run-command.ts'
import { Button } from '../../ui/Button.tsx'
import { fullName } from '../../ui/names.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { Problems } from '../../ui/plain-problems.ts'
import { useFocusReturn } from '../../ui/use-put-away.ts'
import { mayDecide } from './may-decide.ts'
import { PersonFields } from './PersonFields.tsx'
import styles from './PersonPage.module.css'
import { PossibleDuplicates } from './PossibleDuplicates.tsx'
import { usePeople } from './people-store.ts'
import { comparableForm, type NewPersonForm, readNewPerson } from './person-form.ts'

const LABELS = ContactPoint.shape.label.options

/** A new person. Records that may be the same one appear while it is being typed. */
export function NewPerson({ practice }: { practice: PracticeNow }) {
  const form = usePeople((state) => state.newPerson)
  const { typeNew, clearNew, backToPerson, open } = usePeople.getState()
  const panel = useRef<HTMLFormElement>(null)
  useFocusReturn(panel)
  const [problems, setProblems] = useState<Problems>({})
  const [isBusy, setBusy] = useState(false)
  const ground = { country: practice.setup.practice.country, today: practice.today }
  const comparable = comparableForm(form, ground)
  const number = comparable.contactPoints[0]?.phoneNumber ?? null
  const household = useLive('household.read', number ? { phoneNumber: number } : null).value?.patients ?? []
  const guardians = household.filter((one) => mayDecide(one, practice.today))
  const type = (part: Partial<NewPersonForm>) => {
    setProblems({})
    typeNew(part)
  }
  const save = async () => {
    const read = readNewPerson(form, ground)
    if ('problems' in read) return setProblems(read.problems)
    setBusy(true)
    const name = fullName(read.input)
    const outcome = await doCommand('patient.create', read.input, `New person ${name}`, `${name} is added.`)
    setBusy(false)
    if (!outcome) return
    clearNew()
    if (outcome.kind === 'done') open(outcome.value.id)
  }
  useActions([
    {
      id: 'new-save',
      title: 'Save the new person',
      keys: ['mod+enter'],
      group: 'People',
      isInFooter: true,
      whileTyping: true,
      run: () => void save(),
    },
    { id: 'new-leave', title: 'Leave it for later', keys: ['escape'], group: 'People', whileTyping: true, run: backToPerson },
  ])
  return (
    <div className={styles.column}>
      <Panel title="New person">
        <form
          ref={panel}
          className={styles.form}
          aria-label="New person"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <div className={styles.fields}>
            <PersonFields
              form={form}
              problems={problems}
              guardians={guardians}
              isFirst
              onType={type}
              numberFields={
                <>
                  <TextInput
                    label="Number"
                    value={form.phoneNumber}
                    maxLength={40}
                    autoComplete="off"
                    error={problems.phoneNumber}
                    onChange={(event) => type({ phoneNumber: event.currentTarget.value })}
                  />
                  <NativeSelect
                    label="Kind of number"
                    data={[...LABELS]}
                    value={form.label}
                    onChange={(event) => type({ label: ContactPoint.shape.label.parse(event.currentTarget.value) })}
                  />
                </>
              }
            />
          </div>
          <PossibleDuplicates practice={practice} comparable={comparable} />
          <div className={styles.actions}>
            <Button tone="main" type="submit" keys="mod+enter" isBusy={isBusy}>
              Save
            </Button>
            <Button keys="escape" onClick={backToPerson}>
              Later
            </Button>
            <Button tone="quiet" onClick={clearNew}>
              Throw away
            </Button>
          </div>
        </form>
      </Panel>
    </div>
  )
}
