import type { Span } from './lanes.ts'

/** Where a visit would go while somebody moves or draws it. `problem` says what stands in its way. */
export type Ghost = Span & { columnId: string; title: string; words: string; problem: string | null; isMove?: boolean }
