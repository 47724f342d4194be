import { useMemo } from 'react'
import { usePreferences, useSession } from '../../live/session.ts'
import styles from './PrintSheet.module.css'
import { sheetOf } from './sheet-of.ts'
import { useIsPrinting } from './use-is-printing.ts'
import type { Scene } from './use-scene.ts'

/** The day for the printer only: one table for each column. Numbers are left out in counter mode. */
export function PrintSheet({ scene }: { scene: Scene }) {
  return useIsPrinting() ? <Sheet scene={scene} /> : null
}

function Sheet({ scene }: { scene: Scene }) {
  const { practice, board, view } = scene
  const { counterMode } = usePreferences()
  const asOf = useSession((state) => state.line?.asOf ?? null)
  const columns = useMemo(() => sheetOf(board, view, practice, !counterMode), [board, view, practice, counterMode])
  return (
    <div className={styles.sheet} aria-hidden="true">
      <h2>
        {practice.setup.practice.name} · {board.title}
      </h2>
      <p>
        {board.booked} booked{board.openings > 0 ? ` · ${board.openings} open` : ''}
        {asOf ? ` · as of ${practice.times.dayAndTime(asOf, practice.today)}` : ''}
      </p>
      {columns.map((column) => (
        <section key={column.id}>
          <h3>{column.title}</h3>
          {column.rows.length === 0 ? <p>Nothing booked.</p> : null}
          <table>
            <tbody>
              {column.rows.map((row) => (
                <tr key={row.key}>
                  <td className={styles.time}>{row.time}</td>
                  <td className={styles.name}>{row.name}</td>
                  <td className={styles.words}>{row.words}</td>
                  <td className={styles.time}>{row.phone}</td>
                  <td>{row.note}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  )
}
