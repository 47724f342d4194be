import { contextBridge, ipcRenderer } from 'electron'
import type { IpcReply } from '../ipc/contract.ts'
import type { Push } from '../ipc/pushes.ts'

// Put in by the build from the contract, so that no schema is loaded here.
declare const CALL_NAMES: string[]
declare const CALL_CHANNEL: string
declare const PUSH_CHANNEL: string

const names = new Set(CALL_NAMES)

async function call(name: string, input: unknown): Promise<IpcReply> {
  if (!names.has(name)) return { ok: false, code: 'BAD_INPUT', message: 'The window asked for something this desk does not know.' }
  return ipcRenderer.invoke(CALL_CHANNEL, name, input)
}

function onPush(listener: (push: Push) => void): () => void {
  // The event itself stays here: its `sender` would hand the page the whole of ipcRenderer.
  const hear = (_event: unknown, push: Push) => listener(push)
  ipcRenderer.on(PUSH_CHANNEL, hear)
  return () => {
    ipcRenderer.removeListener(PUSH_CHANNEL, hear)
  }
}

contextBridge.exposeInMainWorld('desk', { call, onPush })
