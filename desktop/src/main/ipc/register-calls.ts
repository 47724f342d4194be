import { type BrowserWindow, ipcMain } from 'electron'
import { CALL_CHANNEL, crossesAsText, type IpcReply } from '../../ipc/contract.ts'
import type { DeskCore } from '../core/core-options.ts'
import { isOwnPage } from './sender.ts'

/** The one channel the window asks on. The core parses what was sent and flattens what went wrong. */
export function registerCalls(window: () => BrowserWindow | null, core: Pick<DeskCore, 'handle'>): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown): Promise<IpcReply> => {
    const isOwn = isOwnPage(event.senderFrame, event.sender.id, window()?.webContents.id ?? null)
    if (!isOwn || typeof name !== 'string') return { ok: false, code: 'FORBIDDEN', message: 'Only the desk’s own window may ask this.' }
    const answer = await core.handle(name, input)
    return answer.ok && crossesAsText(name) ? { ok: true, text: JSON.stringify(answer.value) } : answer
  })
}
