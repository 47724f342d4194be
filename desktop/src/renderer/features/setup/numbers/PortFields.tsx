import { Textarea, TextInput } from '@mantine/core'
import { Panel } from '../../../ui/Panel.tsx'
import choose from './Choose.module.css'
import styles from './Numbers.module.css'
import type { PortDraft } from './wizard-store.ts'

/** What the losing carrier asks for, as on its bill. */
export function PortFields({ port, onChange }: { port: PortDraft; onChange: (part: Partial<PortDraft>) => void }) {
  const text = (field: keyof PortDraft, label: string, description: string, most: number) => (
    <TextInput
      label={label}
      description={description}
      maxLength={most}
      autoComplete="off"
      value={port[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  )
  return (
    <div className={choose.fields}>
      <div className={choose.pair}>
        {text('carrier', 'Carrier now', 'Who sends the bill', 80)}
        {text('accountNumber', 'Account number', 'As on the bill', 40)}
        {text('accountName', 'Name on the account', 'Letter for letter as on the bill', 120)}
        {text('serviceAddress', 'Address on the account', 'The service address, not the mailing address', 200)}
      </div>
      <Textarea
        label="Notes"
        description="Who was phoned, what they said. Give the PIN to the operator by phone; do not write it here."
        maxLength={1_000}
        autosize
        minRows={2}
        value={port.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </div>
  )
}

/** What to have at hand, before anything is asked for. */
export function PortNeeds() {
  return (
    <Panel title="Have at hand">
      <ul className={styles.warnings}>
        <li>A bill of the last thirty days, with the number on it.</li>
        <li>The account number, and the PIN or passcode of the account. Ask the carrier when there is none on the bill.</li>
        <li>The name and the service address exactly as on the bill. A small difference is the usual reason for a refusal.</li>
        <li>It takes one to four weeks. Keep paying the old carrier until it is done: a line that is cancelled cannot be brought over.</li>
      </ul>
    </Panel>
  )
}
