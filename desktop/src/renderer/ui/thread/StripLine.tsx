import { Button } from '../Button.tsx'
import { PersonText } from '../PersonText.tsx'
import { Tag } from '../Tag.tsx'
import type { Strip, StripAct } from './strip.ts'
import styles from './Thread.module.css'

type StripLineProps = { strip: Strip; isSelected?: boolean; onWhy?: (strip: Strip) => void; onAct?: (act: StripAct) => void }

/** What a machine did about the text above it, or left to a person. "Why" shows its reason at the side. */
export function StripLine({ strip, isSelected = false, onWhy, onAct }: StripLineProps) {
  const { head, tone, detail, buttons, why } = strip
  return (
    <div className={styles.strip} data-tone={tone} data-selected={isSelected || undefined}>
      <p className={styles.stripWords}>
        <Tag tone={tone}>
          <PersonText>{head}</PersonText>
        </Tag>{' '}
        <PersonText className={styles.detail}>{detail}</PersonText>
      </p>
      <span className={styles.stripButtons}>
        {why && onWhy ? (
          <Button size="small" tone="quiet" aria-pressed={isSelected} aria-label={`Why: ${head}`} onClick={() => onWhy(strip)}>
            Why
          </Button>
        ) : null}
        {onAct
          ? buttons.map(({ title, act, isDone }) => (
              <Button
                key={`${act.kind} ${'appointmentId' in act ? act.appointmentId : title}`}
                size="small"
                aria-label={title === 'Undo' ? `Undo: ${head}` : undefined}
                disabled={isDone}
                onClick={() => onAct(act)}
              >
                <PersonText>{title}</PersonText>
              </Button>
            ))
          : null}
      </span>
    </div>
  )
}
