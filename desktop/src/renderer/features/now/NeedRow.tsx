import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { Act, Need } from '../../live/needs/need.ts'
import { Button } from '../../ui/Button.tsx'
import { PersonText } from '../../ui/PersonText.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { ago } from '../../ui/times.ts'
import styles from './NeedRow.module.css'

type NeedRowProps = { need: Need; now: Instant; isSelected: boolean; onSelect: () => void; onAct: (act: Act) => void }

/** Who, what they said, what is true, and what to do about it. */
export function NeedRow({ need, now, isSelected, onSelect, onAct }: NeedRowProps) {
  const how = [need.how, need.rank < 6 ? ago(need.at, now) : ''].filter(Boolean).join(' · ')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys walk the whole list; a press anywhere in the row only selects it.
    <li
      className={styles.row}
      data-stripe={need.stripe}
      data-selected={isSelected || undefined}
      data-need={need.key}
      aria-current={isSelected || undefined}
      // The selected row's buttons grow by their keys. With the mouse that must wait for the click, or the button leaves from under it.
      onFocus={(event) => event.target.matches(':focus-visible') && onSelect()}
      onClick={onSelect}
    >
      <div className={styles.words}>
        <p className={styles.head}>
          <PersonText className={styles.who}>{need.title}</PersonText>
          <Tag tone={need.tag.tone}>{need.tag.words}</Tag>
          <span className={styles.how}>{how}</span>
        </p>
        {need.said ? (
          <p className={styles.said}>
            <PersonText>“{need.said}”</PersonText>
          </p>
        ) : null}
        {need.did ? <p className={styles.did}>{need.did}</p> : null}
      </div>
      <div className={styles.buttons}>
        {need.buttons.map((one) => (
          <Button
            key={one.title}
            tone={one.tone ?? 'plain'}
            keys={isSelected || one.key === 'shift+space' ? one.key : undefined}
            onClick={() => onAct(one.act)}
          >
            {one.title}
            <span data-unseen=""> ({need.title})</span>
          </Button>
        ))}
      </div>
    </li>
  )
}
