import { IconCheck, IconColumns2, IconSparkles, IconUserX } from '@tabler/icons-react'
import { type CSSProperties, memo } from 'react'
import { PersonText } from '../PersonText.tsx'
import styles from './Block.module.css'
import type { BoardBlock } from './board.ts'

type AppointmentBlockProps = { block: BoardBlock; from: number; isSelected: boolean; isTabStop: boolean }

const ONE_LINE_MINUTES = 30

const place = (block: BoardBlock, from: number) =>
  ({
    '--from': block.from - from,
    '--minutes': block.to - block.from,
    '--tail': block.releasedTo - block.to,
    '--lane': block.lane,
    '--lanes': block.lanes,
  }) as CSSProperties

export const AppointmentBlock = memo(function AppointmentBlock({ block, from, isSelected, isTabStop }: AppointmentBlockProps) {
  return (
    <>
      {block.releasedTo > block.to && block.state !== 'leaves' ? <div className={styles.tail} style={place(block, from)} /> : null}
      <button
        type="button"
        className={styles.block}
        style={place(block, from)}
        data-key={block.key}
        data-appointment={block.appointmentId ?? undefined}
        data-state={block.state}
        data-tone={block.isMachine ? 'machine' : 'booked'}
        data-unconfirmed={block.isUnconfirmed || undefined}
        data-over={block.isOver || undefined}
        data-overbooked={block.isOverbooked || undefined}
        data-mark={block.mark ?? undefined}
        data-one-line={block.to - block.from < ONE_LINE_MINUTES || undefined}
        aria-current={isSelected || undefined}
        title={`${block.when}, ${block.name}, ${block.words}, ${block.where}`}
        tabIndex={isTabStop ? 0 : -1}
      >
        <span data-unseen="">{block.when}, </span>
        <span className={styles.name}>
          <PersonText>{block.name}</PersonText>
          {block.isMachine ? <IconSparkles size={12} stroke={1.8} aria-hidden="true" /> : null}
          {block.isOverbooked ? <IconColumns2 size={12} stroke={1.8} aria-hidden="true" data-icon="overbooked" /> : null}
          {block.mark === 'completed' ? <IconCheck size={12} stroke={2} aria-hidden="true" /> : null}
          {block.mark === 'no_show' ? <IconUserX size={12} stroke={2} aria-hidden="true" /> : null}
        </span>
        <span className={styles.words}>{block.words}</span>
        <span data-unseen="">, {block.where}</span>
      </button>
    </>
  )
}, isSame)

function isSame(before: AppointmentBlockProps, after: AppointmentBlockProps): boolean {
  if (before.from !== after.from || before.isSelected !== after.isSelected || before.isTabStop !== after.isTabStop) return false
  const keys = Object.keys(before.block) as (keyof BoardBlock)[]
  return keys.every((key) => before.block[key] === after.block[key])
}
