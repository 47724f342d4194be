import { type CSSProperties, memo } from 'react'
import { AppointmentBlock } from './AppointmentBlock.tsx'
import type { BoardColumn as Column } from './board.ts'
import { boxOf } from './board-box.ts'
import styles from './DayBoard.module.css'
import type { Tick } from './day-axis.ts'
import { GhostBlock } from './GhostBlock.tsx'
import type { Ghost } from './ghost.ts'
import { OpeningBlock } from './OpeningBlock.tsx'

type BoardColumnProps = {
  column: Column
  from: number
  ticks: Tick[]
  /** The block of this column that Tab reaches, if it is here. */
  tabStop: string | null
  selectedId: string | null
  ghost: Ghost | null
}

export const BoardColumn = memo(function BoardColumn({ column, from, ticks, tabStop, selectedId, ghost }: BoardColumnProps) {
  const name = column.under ? `${column.title} · ${column.under}` : column.title
  return (
    <section className={styles.column} aria-label={name} data-column={column.id}>
      <h3 className={styles.head} title={name}>
        {column.title}
        {column.under ? <span className={styles.under}> · {column.under}</span> : null}
      </h3>
      <div className={styles.day} data-column-day={column.id}>
        {column.shades.map((shade) => (
          <div key={`off-${shade.from}`} className={styles.shade} style={boxOf(shade, from)}>
            {shade.label}
          </div>
        ))}
        {ticks.map((tick) => (
          <div key={tick.minute} className={styles.rule} style={{ '--from': tick.minute - from } as CSSProperties} />
        ))}
        {column.closures.map((closure) => (
          <div
            key={closure.closureId}
            className={styles.closure}
            data-kind={closure.kind}
            style={boxOf(closure, from)}
            title={closure.label}
          >
            {closure.label}
          </div>
        ))}
        {column.openings.map((opening) => (
          <OpeningBlock key={opening.openingId} opening={opening} from={from} isSelected={opening.openingId === selectedId} />
        ))}
        {column.blocks.map((block) => (
          <AppointmentBlock
            key={block.key}
            block={block}
            from={from}
            isSelected={block.appointmentId !== null && block.appointmentId === selectedId}
            isTabStop={block.key === tabStop || block.appointmentId === tabStop}
          />
        ))}
        {ghost ? <GhostBlock ghost={ghost} from={from} /> : null}
      </div>
    </section>
  )
}, isSameColumn)

/** A live change makes every column anew; only those that really differ are drawn again. */
function isSameColumn(before: BoardColumnProps, after: BoardColumnProps): boolean {
  return (
    before.from === after.from &&
    before.tabStop === after.tabStop &&
    before.selectedId === after.selectedId &&
    before.ghost === after.ghost &&
    (before.column === after.column || JSON.stringify(before.column) === JSON.stringify(after.column)) &&
    (before.ticks === after.ticks || JSON.stringify(before.ticks) === JSON.stringify(after.ticks))
  )
}
