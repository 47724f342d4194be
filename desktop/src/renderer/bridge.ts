import type { IpcInput, IpcName, IpcOutput, IpcReply } from '../ipc/contract.ts'
import type { Push } from '../ipc/pushes.ts'

declare global {
  interface Window {
    desk: {
      call(name: string, input: unknown): Promise<IpcReply>
      onPush(listener: (push: Push) => void): () => void
    }
  }
}

/** A call that main refused. `code` is one of the contract's error codes, or `UNEXPECTED`; `message` is for staff. */
export class BridgeError extends Error {
  override readonly name = 'BridgeError'
  readonly code: string
  readonly details: Record<string, unknown> | undefined

  constructor(code: string, message: string, details?: Record<string, unknown>) {
    super(message)
    this.code = code
    this.details = details
  }
}

/** Asks main. Throws a `BridgeError` with the code and the words for staff. */
export async function callDesk<N extends IpcName>(name: N, input: IpcInput<N>): Promise<IpcOutput<N>> {
  const answer = await window.desk.call(name, input)
  // Main answers with what the contract says, in either form.
  if (answer.ok) return ('text' in answer ? JSON.parse(answer.text) : answer.value) as IpcOutput<N>
  throw new BridgeError(answer.code, answer.message, answer.details)
}

/** Hears what main tells. Returns the way to stop. */
export function hearDesk(listener: (push: Push) => void): () => void {
  return window.desk.onPush(listener)
}
