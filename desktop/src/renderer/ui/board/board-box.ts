import type { CSSProperties } from 'react'
import type { Span } from './lanes.ts'

/** Position and length in minutes from the top of the board. */
export const boxOf = (span: Span, from: number): CSSProperties =>
  ({ '--from': span.from - from, '--minutes': span.to - span.from }) as CSSProperties
