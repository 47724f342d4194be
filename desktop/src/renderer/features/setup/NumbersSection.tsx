import type { PracticeNow } from '../../live/practice.ts'
import { AddNumber } from './numbers/AddNumber.tsx'
import { NumbersBoard } from './numbers/NumbersBoard.tsx'
import { useNumbers } from './numbers/wizard-store.ts'

/** The practice's numbers, and the way to another one. */
export function NumbersSection({ practice }: { practice: PracticeNow }) {
  const at = useNumbers((state) => state.at)
  return at ? <AddNumber practice={practice} at={at} /> : <NumbersBoard practice={practice} />
}
