import { Provider } from '@dentalanswer/shared/domain/practice.ts'
import { NativeSelect, Switch, TextInput } from '@mantine/core'
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

type ProviderForm = Pick<Provider, 'name' | 'spokenName' | 'role' | 'active'>
const FIELDS = { name: 'Name', spokenName: 'Spoken name', role: 'Role', active: 'In use' }
const ROLES = { dentist: 'Dentist', hygienist: 'Hygienist', assistant: 'Assistant' }
const blank = (id: string, position: number) => ({ id, position, name: '', spokenName: '', role: 'dentist', active: true }) as Provider

/** Who works here. Their order is the board's and the order in which times are offered. */
export function ProvidersSection({ practice: { setup } }: { practice: PracticeNow }) {
  const { rows, current, isNew, isUnsaved, choose, add, dropNew } = useRows('providers', setup.providers, blank)
  const move = (id: string, step: -1 | 1) =>
    saveOrder(rows, id, step, (one, expected) => runCommand('provider.put', { ...one, expected }, `Order of ${one.name}`, false))
  return (
    <div className={styles.split}>
      <RowList
        title="Providers"
        rows={rows.map((one) => ({
          id: one.id,
          name: one.name,
          second: ROLES[one.role],
          isActive: one.active,
          isUnsaved: isUnsaved(one.id),
        }))}
        chosenId={current?.id ?? null}
        onChoose={choose}
        onAdd={add}
        addWords="Add a provider"
        onMove={isNew ? null : move}
      />
      {current ? <ProviderFields key={current.id} provider={current} isNew={isNew} onDrop={dropNew} /> : null}
    </div>
  )
}

function ProviderFields({ provider, isNew, onDrop }: { provider: Provider; isNew: boolean; onDrop: () => void }) {
  const { id, position, ...present } = provider
  const draft = useDraft<ProviderForm>(
    `providers:${id}`,
    present,
    (form) => {
      const { value, problems } = checkForm(Provider, { id, position, ...form })
      return problems
        ? { problems }
        : { save: () => runCommand('provider.put', { ...value, expected: isNew ? null : provider }, `Provider ${value.name}`, false) }
    },
    isNew,
  )
  const { form, problems, type } = draft
  return (
    <SetupForm
      title={form.name || 'New provider'}
      draft={draft}
      names={FIELDS}
      extra={isNew ? <Button onClick={onDrop}>Do not add</Button> : null}
    >
      <Row effect="On the board, in Confirm and on every appointment.">
        <TextInput
          label={FIELDS.name}
          value={form.name}
          error={problems.name}
          autoFocus={isNew}
          onChange={(event) => type({ name: event.currentTarget.value })}
        />
      </Row>
      <Row
        effect={
          form.spokenName
            ? `The AI line says “with ${form.spokenName}”, and understands callers who ask for that name.`
            : 'Said aloud by the AI line and matched against what callers say.'
        }
      >
        <TextInput
          label={FIELDS.spokenName}
          value={form.spokenName}
          error={problems.spokenName}
          onChange={(event) => type({ spokenName: event.currentTarget.value })}
        />
      </Row>
      <Row
        effect={
          form.role === 'dentist'
            ? 'Counts as the dentist who checks during hygiene visits.'
            : 'Visits that need a dentist’s check are booked only while a dentist works.'
        }
      >
        <NativeSelect
          label={FIELDS.role}
          data={Object.entries(ROLES).map(([value, label]) => ({ value, label }))}
          value={form.role}
          onChange={(event) => type({ role: Provider.shape.role.parse(event.currentTarget.value) })}
        />
      </Row>
      <Row
        isFlat
        effect={
          form.active
            ? 'Can be booked in the hours set under Hours.'
            : 'Not offered and not booked from now on. Appointments already booked stay.'
        }
      >
        <Switch label="In use" checked={form.active} onChange={(event) => type({ active: event.currentTarget.checked })} />
      </Row>
    </SetupForm>
  )
}
