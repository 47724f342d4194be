import { Button } from '../../ui/Button.tsx'
import styles from './ConfirmPlace.module.css'
import { useConfirm } from './confirm-store.ts'
import type { Scene } from './use-scene.ts'

/** Opens the list of everyone who can be asked by text now; nothing is sent before a person has seen it. */
export function AskAll({ scene }: { scene: Scene }) {
  const { batch, openBatch } = useConfirm()
  const visits = scene.households.flatMap((one) => one.open).filter((one) => one.step.kind === 'ask')
  if (visits.length === 0 || batch) return null
  return (
    <div className={styles.askAll}>
      <Button onClick={() => openBatch(visits.map((one) => one.appointment.id))}>
        {visits.length === 1 ? 'Ask 1 by text' : `Ask all ${visits.length} by text`}
      </Button>
    </div>
  )
}
