import { type IpcAnswer, type IpcName, ipc } from '../../ipc/contract.ts'
import { type IpcCode, isTrouble } from '../core/desk-trouble.ts'
import type { Handlers } from './handlers.ts'

type AnyHandler = (input: unknown) => unknown

/** Answers a call of the window and never throws: the one place where input is parsed and errors become answers. */
export async function answerCall(
  handlers: Handlers,
  name: string,
  input: unknown,
  onUnexpected: (error: unknown) => void,
): Promise<IpcAnswer> {
  if (!Object.hasOwn(ipc, name)) return refused('NOT_FOUND', 'This window asked for something this desk does not know.')
  const parsed = ipc[name as IpcName].in.safeParse(input)
  if (!parsed.success) {
    // What was given may be a name or a number, so only where it was wrong goes back.
    const problems = parsed.error.issues.slice(0, 10).map((issue) => ({ at: issue.path.join('.'), problem: issue.message }))
    return refused('BAD_INPUT', 'This is not filled in as expected.', { problems })
  }
  try {
    // The cast holds because the handlers are checked against the contract name by name.
    return { ok: true, value: await (handlers[name as IpcName] as AnyHandler)(parsed.data) }
  } catch (error) {
    if (isTrouble(error)) return refused(error.code, error.message, error.details)
    onUnexpected(error)
    return refused('UNEXPECTED', 'Something went wrong in this app. Nothing was changed.')
  }
}

function refused(code: IpcCode, message: string, details?: Record<string, unknown>): IpcAnswer {
  return { ok: false, code, message, ...(details ? { details } : {}) }
}
