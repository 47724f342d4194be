import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import type { CommandName, QueuedCommand } from '../../ipc/queue-state.ts'
import type { Db } from './database.ts'

/** A command with the key it is sent with, every time the same. */
export type StoredCommand = QueuedCommand & { key: string }
type NewCommand = { name: CommandName; input: Record<string, unknown>; label: string; key: string; at: Instant }
type Refusal = NonNullable<QueuedCommand['error']>
type Row = {
  id: number
  name: CommandName
  input: string
  label: string
  key: string
  created_at: Instant
  state: QueuedCommand['state']
  error: string | null
}

/** Commands the relay has not accepted, oldest first. Everything here is on the disk when a call returns. */

export function commandQueue(db: Db) {
  const setState = (id: number, state: QueuedCommand['state'], error: Refusal | null) =>
    db.run('update command_queue set state = ?, error = ? where id = ?', state, error && JSON.stringify(error), id).changes === 1
  const remove = (id: number) => db.run('delete from command_queue where id = ?', id).changes === 1
  const stored = (): StoredCommand[] => db.all<Row>('select * from command_queue order by id').map(commandOf)
  return {
    /** Adds at the end. A key that is there already changes nothing and gives the command of that key. */
    add(command: NewCommand): QueuedCommand {
      const { name, input, label, key, at } = command
      db.run(
        "insert or ignore into command_queue (name, input, label, key, created_at, state) values (?, ?, ?, ?, ?, 'waiting')",
        name,
        JSON.stringify(input),
        label,
        key,
        at,
      )
      return shown(commandOf(db.get<Row>('select * from command_queue where key = ?', key)!))
    },
    /** As the window sees it. */
    list: (): QueuedCommand[] => stored().map(shown),
    /** As the sender needs it. */
    stored,
    find(id: number): StoredCommand | null {
      const row = db.get<Row>('select * from command_queue where id = ?', id)
      return row ? commandOf(row) : null
    },
    /** The oldest that waits; null when none does. */
    next: (): StoredCommand | null => stored().find((command) => command.state === 'waiting') ?? null,
    count: (): number => db.get<{ n: number }>('select count(*) as n from command_queue')!.n,
    /** False when it is no longer there. */
    markSending: (id: number) => setState(id, 'sending', null),
    markWaiting: (id: number) => setState(id, 'waiting', null),
    /** The relay said no; it stays until a person has looked at it. */
    refuse: (id: number, error: Refusal) => setState(id, 'refused', error),
    /** The relay has committed it. */
    settle: remove,
    /** A person took it out. */
    drop: remove,
    /** After a start: what was being sent may or may not have arrived, so it is sent again with its key. Refused ones stay so. */
    wakeAll: () => db.run("update command_queue set state = 'waiting' where state = 'sending'").changes,
  }
}

function commandOf(row: Row): StoredCommand {
  return {
    id: row.id,
    name: row.name,
    input: JSON.parse(row.input) as Record<string, unknown>,
    label: row.label,
    key: row.key,
    createdAt: row.created_at,
    state: row.state,
    error: row.error === null ? null : (JSON.parse(row.error) as Refusal),
  }
}

function shown({ key: _, ...command }: StoredCommand): QueuedCommand {
  return command
}
