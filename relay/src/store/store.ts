import type { EngineName, Work } from './work.ts'

/** A committed event to pass on: which practice, and its number. */
export type Wake = { practiceId: string; seq: number }

/** The database of the relay. Work is given as a function because it may run again after a conflict. */
export interface Store {
  readonly engine: EngineName
  /** Reads without a transaction of its own; each query sees the newest committed state. */
  read<T>(work: () => Work<T>): Promise<T>
  /** Several queries that see one committed state. */
  snapshot<T>(work: () => Work<T>): Promise<T>
  /** One transaction: all of it or nothing. Resolves after the commit is durable. `label` names it for fault tests.
   *  Throws `STORE_BUSY`, `STORE_FULL`, `STORE_UNAVAILABLE`; an error thrown by the work rolls back and is rethrown. */
  write<T>(label: string, work: () => Work<T>): Promise<T>
  /** Calls back when another process committed an event. Never called on SQLite, where there is none. */
  onWake(listener: (wake: Wake | null) => void): void
  /** Null when it can be written to; otherwise why not, for readiness. */
  trouble(): Promise<string | null>
  close(): Promise<void>
}
