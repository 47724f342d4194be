import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import { TextInput } from '@mantine/core'
import { useRef } from 'react'
import type { PracticeNow } from '../../../live/practice.ts'
import { useIsLive } from '../../../live/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { useFocusReturn } from '../../../ui/use-put-away.ts'
import { doNow } from './do-now.ts'
import styles from './Numbers.module.css'
import { useNumbers } from './wizard-store.ts'

/** What the practice calls a number among its own: a place, a campaign. */
export function RenameNumber({ practice, phone }: { practice: PracticeNow; phone: PracticePhone }) {
  const isLive = useIsLive()
  const field = `rename ${phone.id}`
  const typed = useNumbers((state) => state.typed[field]) ?? phone.label
  const { type, show } = useNumbers.getState()
  const panel = useRef<HTMLFormElement>(null)
  useFocusReturn(panel)
  const named = practice.phone(phone.phoneNumber)
  const save = async () => {
    const saved = await doNow('number.change', { phoneNumberId: phone.id, label: typed.trim() }, `Rename ${named}`, 'Saved.')
    if (!saved) return
    type(field, null)
    show(null)
  }
  return (
    <form
      ref={panel}
      className={styles.box}
      aria-label={`Rename ${named}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (isLive) void save()
      }}
    >
      <TextInput
        label="Name among your numbers"
        description="For staff only: “Front desk”, “Mailing in May”"
        value={typed}
        maxLength={60}
        autoFocus
        autoComplete="off"
        onChange={(event) => type(field, event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && show(null)}
      />
      <div className={styles.acts}>
        <Button tone="main" type="submit" disabled={!isLive || typed.trim() === phone.label}>
          Save
        </Button>
        <Button
          onClick={() => {
            type(field, null)
            show(null)
          }}
        >
          Leave it
        </Button>
      </div>
    </form>
  )
}
