import { useActions } from '../../live/actions.ts'
import { Button } from '../../ui/Button.tsx'
import { CALL_OUTCOMES } from './call-notes.ts'
import { callAgainLater, takeOutcome } from './confirm-commands.ts'
import { useConfirm } from './confirm-store.ts'
import styles from './HouseholdPane.module.css'
import type { Household, Visit } from './households-of.ts'
import type { Scene } from './use-scene.ts'

type CallOutcomesProps = { scene: Scene; household: Household; visit: Visit }

/** What the call came to, in one press. */
export function CallOutcomes({ scene, household, visit }: CallOutcomesProps) {
  const close = () => useConfirm.getState().openForm(null)
  useActions([
    { id: 'confirm-form-close', title: 'Close', keys: ['escape'], group: 'Confirm', isHidden: true, whileTyping: true, run: close },
  ])
  return (
    <fieldset className={styles.form}>
      <legend>How did the call go?</legend>
      <div className={styles.buttons}>
        {CALL_OUTCOMES.map(({ id, title }) => (
          <Button key={id} size="small" onClick={() => void takeOutcome(id, household, visit, scene.practice)}>
            {title}
          </Button>
        ))}
        <Button size="small" onClick={() => void callAgainLater(household, visit, scene.practice)}>
          Call again in 2 h
        </Button>
        <Button size="small" tone="quiet" keys="escape" onClick={close}>
          Close
        </Button>
      </div>
    </fieldset>
  )
}
