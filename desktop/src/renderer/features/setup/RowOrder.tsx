import { Button } from '../../ui/Button.tsx'
import { moved } from './move-in-order.ts'

type RowOrderProps<T> = { rows: T[]; at: number; name: string; onChange: (rows: T[]) => void }

/** Moves one row of a list up or down, or takes it off. */
export function RowOrder<T>({ rows, at, name, onChange }: RowOrderProps<T>) {
  return (
    <>
      <Button size="small" tone="quiet" aria-label={`Move ${name} up`} disabled={at === 0} onClick={() => onChange(moved(rows, at, -1))}>
        ↑
      </Button>
      <Button
        size="small"
        tone="quiet"
        aria-label={`Move ${name} down`}
        disabled={at === rows.length - 1}
        onClick={() => onChange(moved(rows, at, 1))}
      >
        ↓
      </Button>
      <Button size="small" tone="quiet" aria-label={`Take ${name} off`} onClick={() => onChange(rows.toSpliced(at, 1))}>
        Off
      </Button>
    </>
  )
}
