import { APP_ORIGIN } from '../../ipc/contract.ts'

/** What is needed of the frame that sent a call. */
export type SenderFrame = { url: string; parent: unknown }

/** Whether a call comes from the page of our own window and from no frame inside it. */
export function isOwnPage(frame: SenderFrame | null, senderId: number, windowId: number | null): boolean {
  return frame !== null && frame.parent === null && senderId === windowId && frame.url.startsWith(`${APP_ORIGIN}/`)
}
