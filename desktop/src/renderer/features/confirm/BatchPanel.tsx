import { useIsLive } from '../../live/session.ts'
import { Button } from '../../ui/Button.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag, type Tone } from '../../ui/Tag.tsx'
import styles from './BatchPanel.module.css'
import { askBatch } from './confirm-commands.ts'
import { type AskResult, type Batch, useConfirm } from './confirm-store.ts'
import type { Visit } from './households-of.ts'
import type { Scene } from './use-scene.ts'
import { visitLabel } from './visit-words.ts'

const TONES: Record<AskResult['tone'], Tone> = { done: 'green', waiting: 'amber', problem: 'red', sending: 'grey' }

/** Who will be asked, before anything is sent; then how each went. */
export function BatchPanel({ scene, batch }: { scene: Scene; batch: Batch }) {
  const isLive = useIsLive()
  const openBatch = useConfirm((state) => state.openBatch)
  const { practice } = scene
  const all = new Map<string, Visit>(scene.households.flatMap((one) => one.visits).map((one) => [one.appointment.id, one]))
  const visits = batch.visitIds.map((id) => all.get(id)).filter((one) => one !== undefined)
  const results = Object.values(batch.results)
  const asked = results.filter((one) => one.tone === 'done').length
  const isOver = results.length > 0 && !batch.isSending
  const words = `${visits.length} ${visits.length === 1 ? 'text' : 'texts'}`
  return (
    <section className={styles.panel} aria-label="Ask by text">
      <header>
        <h2>{isOver || batch.isSending ? `${asked} of ${visits.length} asked` : `${words} will go out`}</h2>
        {!isLive && !isOver ? <p>The desk is offline: they wait and go when it is connected again.</p> : null}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard. */}
      <ul tabIndex={0} aria-label="Who is asked">
        {visits.map((visit) => {
          const result = batch.results[visit.appointment.id]
          return (
            <li key={visit.appointment.id}>
              <PersonText className={styles.name}>{visitLabel(visit, practice)}</PersonText>
              {result ? (
                <Tag tone={TONES[result.tone]}>{result.words}</Tag>
              ) : (
                <span className={styles.why}>{visit.step.kind === 'ask' ? visit.step.why : ''}</span>
              )}
            </li>
          )
        })}
      </ul>
      <div className={styles.buttons}>
        {isOver ? (
          <Button onClick={() => openBatch(null)}>Close</Button>
        ) : (
          <>
            <Button tone="main" isBusy={batch.isSending} onClick={() => void askBatch(visits, practice)}>
              Send {words}
            </Button>
            <Button disabled={batch.isSending} onClick={() => openBatch(null)}>
              Not now
            </Button>
          </>
        )}
      </div>
    </section>
  )
}
