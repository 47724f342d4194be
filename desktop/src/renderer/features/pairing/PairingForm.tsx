import { TextInput } from '@mantine/core'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { Button } from '../../ui/Button.tsx'
import styles from './PairingScreen.module.css'
import { caretAsShown, codeAsShown } from './pairing-code.ts'
import { usePairing } from './pairing-store.ts'
import type { PairingField } from './pairing-trouble.ts'

const changesWords = (count: number) => (count === 1 ? 'One change' : `${count} changes`)

/** Address, code and the desk's name. What is wrong stands under the field it is about, and that field has the focus. */
export function PairingForm() {
  const { address, code, deskName, isBusy, trouble, losing, type, pair } = usePairing()
  const fields = useRef<Partial<Record<PairingField, HTMLInputElement | null>>>({})
  const caret = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (caret.current !== null) fields.current.code?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })
  useEffect(() => {
    const typed = usePairing.getState()
    fields.current[typed.address ? 'code' : 'address']?.focus()
  }, [])
  useEffect(() => {
    if (trouble?.field) fields.current[trouble.field]?.focus()
  }, [trouble])
  const of = (field: PairingField) => ({
    ref: (element: HTMLInputElement | null) => {
      fields.current[field] = element
    },
    error: trouble?.field === field ? trouble.words : undefined,
    readOnly: isBusy,
    autoComplete: 'off',
    spellCheck: false,
    size: 'md',
  })
  return (
    <form
      className={styles.form}
      aria-label="Pairing"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void pair()
      }}
    >
      <TextInput
        {...of('address')}
        label="Relay address"
        description="Where your practice’s relay runs."
        placeholder="relay.example.com"
        value={address}
        maxLength={300}
        onChange={(event) => type({ address: event.currentTarget.value })}
      />
      <TextInput
        {...of('code')}
        label="Pairing code"
        description="Works once, for a short time."
        placeholder="ABCD-2345"
        classNames={{ input: styles.code }}
        value={code}
        onChange={(event) => {
          const { value, selectionStart } = event.currentTarget
          caret.current = caretAsShown(value, selectionStart ?? value.length)
          type({ code: codeAsShown(value) })
        }}
      />
      <TextInput
        {...of('deskName')}
        label="Name of this desk"
        description="Others see it beside what is changed here."
        value={deskName}
        maxLength={60}
        onChange={(event) => type({ deskName: event.currentTarget.value })}
      />
      {trouble && trouble.field === null ? (
        <p className={styles.trouble} role="alert">
          {trouble.words}
        </p>
      ) : null}
      {losing ? (
        <p className={styles.trouble} role="alert">
          This code is for another practice, {losing.practice}. {changesWords(losing.waiting)} made here for the present one would be lost.
        </p>
      ) : null}
      <div className={styles.actions}>
        <Button tone={losing ? 'danger' : 'main'} type="submit" isBusy={isBusy}>
          {isBusy ? 'Pairing…' : losing ? `Pair, and lose ${changesWords(losing.waiting).toLowerCase()}` : 'Pair this desk'}
        </Button>
        <output>{isBusy ? 'Asking the relay and fetching the practice.' : ''}</output>
      </div>
    </form>
  )
}
