import { Operatory } from '@dentalanswer/shared/domain/practice.ts'
import { Switch, TextInput } from '@mantine/core'
import type { PracticeNow } from '../../live/practice.ts'
import { runCommand } from '../../live/run-command.ts'
import { Button } from '../../ui/Button.tsx'
import { checkForm } from '../../ui/plain-problems.ts'
import { RowList } from './RowList.tsx'
import { Row, SetupForm } from './SetupForm.tsx'
import styles from './SetupPlace.module.css'
import { saveOrder } from './save-order.ts'
import { useDraft } from './use-draft.ts'
import { useRows } from './use-rows.ts'

type OperatoryForm = Pick<Operatory, 'name' | 'active'>
const FIELDS = { name: 'Name', active: 'In use' }
const blank = (id: string, position: number) => ({ id, position, name: '', active: true }) as Operatory

/** The rooms with a chair, in the order of the board's columns. */
export function OperatoriesSection({ practice: { setup } }: { practice: PracticeNow }) {
  const { rows, current, isNew, isUnsaved, choose, add, dropNew } = useRows('operatories', setup.operatories, blank)
  const move = (id: string, step: -1 | 1) =>
    saveOrder(rows, id, step, (one, expected) => runCommand('operatory.put', { ...one, expected }, `Order of ${one.name}`, false))
  const typesIn = (id: string) => setup.appointmentTypes.filter((one) => one.active && one.operatoryIds.some((other) => other === id))
  const second = (id: string) => {
    const count = typesIn(id).length
    return count === 0 ? 'no type yet' : count === 1 ? '1 type' : `${count} types`
  }
  return (
    <div className={styles.split}>
      <RowList
        title="Operatories"
        rows={rows.map((one) => ({
          id: one.id,
          name: one.name,
          second: second(one.id),
          isActive: one.active,
          isUnsaved: isUnsaved(one.id),
        }))}
        chosenId={current?.id ?? null}
        onChoose={choose}
        onAdd={add}
        addWords="Add an operatory"
        onMove={isNew ? null : move}
      />
      {current ? (
        <OperatoryFields
          key={current.id}
          operatory={current}
          isNew={isNew}
          onDrop={dropNew}
          types={typesIn(current.id).map((one) => one.name)}
        />
      ) : null}
    </div>
  )
}

type OperatoryFieldsProps = { operatory: Operatory; isNew: boolean; onDrop: () => void; types: string[] }

function OperatoryFields({ operatory, isNew, onDrop, types }: OperatoryFieldsProps) {
  const { id, position, ...present } = operatory
  const draft = useDraft<OperatoryForm>(
    `operatories:${id}`,
    present,
    (form) => {
      const { value, problems } = checkForm(Operatory, { id, position, ...form })
      return problems
        ? { problems }
        : { save: () => runCommand('operatory.put', { ...value, expected: isNew ? null : operatory }, `Operatory ${value.name}`, false) }
    },
    isNew,
  )
  const { form, problems, type } = draft
  return (
    <SetupForm
      title={form.name || 'New operatory'}
      draft={draft}
      names={FIELDS}
      extra={isNew ? <Button onClick={onDrop}>Do not add</Button> : null}
    >
      <Row
        effect={
          types.length > 0
            ? `Used for ${types.join(', ')}.`
            : 'No appointment type uses it yet: choose it under Appointment types, “Where”.'
        }
      >
        <TextInput
          label={FIELDS.name}
          value={form.name}
          error={problems.name}
          autoFocus={isNew}
          onChange={(event) => type({ name: event.currentTarget.value })}
        />
      </Row>
      <Row
        isFlat
        effect={form.active ? 'A column of the board.' : 'Not offered and not booked from now on. Appointments already booked stay.'}
      >
        <Switch label="In use" checked={form.active} onChange={(event) => type({ active: event.currentTarget.checked })} />
      </Row>
    </SetupForm>
  )
}
