import type { Device } from '@dentalanswer/shared/domain/device.ts'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNow } from '../../live/clock.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { runCommand, wordsOf } from '../../live/run-command.ts'
import { useIsLive, useSession } from '../../live/session.ts'
import { tell } from '../../live/tell.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { ago } from '../../ui/times.ts'
import styles from './SetupPlace.module.css'

/** Every computer that is paired with the practice, and how to remove one that is lost. */
export function DesksSection({ practice }: { practice: PracticeNow }) {
  const ownId = useSession((state) => state.paired?.device.id)
  const desks = practice.setup.devices.toSorted(
    (a, b) => Number(a.revokedAt !== null) - Number(b.revokedAt !== null) || (a.pairedAt < b.pairedAt ? -1 : 1),
  )
  const paired = desks.filter((one) => one.revokedAt === null)
  const removed = desks.filter((one) => one.revokedAt !== null)
  return (
    <div className={styles.stack}>
      <Panel title="Desks" aside={`${paired.length} paired`} isFlush>
        <ul className={styles.rows}>
          {paired.map((one) => (
            <DeskRow key={one.id} practice={practice} desk={one} isOwn={one.id === ownId} />
          ))}
        </ul>
      </Panel>
      <p className={styles.second}>
        To pair another computer, ask the operator for a pairing code and type it there when DentalAnswer first opens. A code works once,
        for a short time.
      </p>
      {removed.length > 0 ? (
        <Panel title="Removed" isFlush>
          <ul className={styles.rows}>
            {removed.map((one) => (
              <li key={one.id}>
                <span className={styles.words}>{one.name}</span>
                <span className={styles.second}>removed {practice.times.dayAndTime(one.revokedAt!, practice.today)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </div>
  )
}

function DeskRow({ practice, desk, isOwn }: { practice: PracticeNow; desk: Device; isOwn: boolean }) {
  const now = useNow()
  const isLive = useIsLive()
  const [typed, setTyped] = useState<string | null>(null)
  const isNamed = typed?.trim().toLowerCase() === desk.name.toLowerCase()
  const remove = async () => {
    try {
      await runCommand('device.revoke', { deviceId: desk.id }, `Remove the desk ${desk.name}`, false)
      tell({ tone: 'done', text: `${desk.name} is removed.` })
    } catch (error) {
      tell({ tone: 'problem', text: wordsOf(error) })
    }
  }
  return (
    <li>
      <div className={styles.words}>
        <p className={styles.line}>
          <strong>{desk.name}</strong>
          {isOwn ? <Tag tone="accent">This desk</Tag> : null}
        </p>
        <p className={styles.second}>
          Paired {practice.times.dayAndTime(desk.pairedAt, practice.today)} ·{' '}
          {isOwn ? 'here now' : desk.lastSeenAt ? `last seen ${ago(desk.lastSeenAt, now)}` : 'never seen'}
        </p>
      </div>
      {typed === null ? (
        <Button size="small" tone="quiet" disabled={!isLive} aria-label={`Remove ${desk.name}`} onClick={() => setTyped('')}>
          Remove…
        </Button>
      ) : (
        <form
          className={styles.line}
          aria-label={`Remove ${desk.name}`}
          onSubmit={(event) => {
            event.preventDefault()
            if (isNamed && isLive) void remove()
          }}
        >
          <TextInput
            aria-label={`Type “${desk.name}” to remove it`}
            placeholder={`Type ${desk.name}`}
            description={isOwn ? 'This very desk stops working until it is paired again.' : 'It is locked out at once.'}
            value={typed}
            autoFocus
            autoComplete="off"
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button size="small" tone="danger" type="submit" disabled={!isNamed || !isLive}>
            Remove
          </Button>
          <Button size="small" onClick={() => setTyped(null)}>
            Keep
          </Button>
        </form>
      )}
    </li>
  )
}
