import pino, { type Logger } from 'pino'

export type Log = Logger

/** Writes JSON lines with ids, names of our own code and error codes only. Callers pass nothing a patient said, typed or is called. */
export function createLog(level: string, destination?: pino.DestinationStream): Log {
  return pino({ level, base: { service: 'relay' }, timestamp: pino.stdTimeFunctions.isoTime }, destination)
}

/** What may be logged of an error: its kind, codes and where in our code it arose. Messages of outside errors can hold texts, numbers
 *  and credentials. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const { code, status } = error as { code?: unknown; status?: unknown }
  const known = (value: unknown) =>
    typeof value === 'number' || (typeof value === 'string' && /^[\w.-]{1,60}$/.test(value)) ? value : undefined
  const stack = error.stack ?? ''
  // The stack begins with the message, which may hold lines that look like places in the code.
  const start = stack.indexOf(error.message) + error.message.length
  const frames = stack
    .slice(start)
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
  const at = frames.slice(0, 6).map((line) => line.trim().replace(/\(?(?:file:\/\/)?\/.*\/((?:relay|shared|node_modules)\/)/, '($1'))
  return {
    kind: error.name,
    code: known(code),
    status: known(status),
    at,
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  }
}
