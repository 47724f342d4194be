import { memo } from 'react'
import styles from './Block.module.css'
import type { BoardOpening } from './board.ts'
import { boxOf } from './board-box.ts'

type OpeningBlockProps = { opening: BoardOpening; from: number; isSelected: boolean }

export const OpeningBlock = memo(function OpeningBlock({ opening, from, isSelected }: OpeningBlockProps) {
  return (
    <button
      type="button"
      className={styles.opening}
      style={boxOf(opening, from)}
      data-key={opening.openingId}
      data-opening={opening.openingId}
      data-over={opening.isOver || undefined}
      aria-current={isSelected || undefined}
      title={`${opening.title}, ${opening.words}`}
      tabIndex={0}
    >
      <span>{opening.title}</span> <span>{opening.words}</span>
    </button>
  )
})
