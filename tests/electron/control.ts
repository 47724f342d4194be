import type { Effects } from './effects.ts'

/** What a test may do to the machine the app runs on. */
export type Controls = {
  effects: { in: []; out: Effects }
  /** `powerMonitor` events, and `second-instance`, `open-url`, `activate`, `child-process-gone` … of `app`. */
  emit: { in: [event: string, ...args: unknown[]]; out: boolean }
  notificationEvent: { in: [index: number, event: 'click' | 'close' | 'reply' | 'action', argument?: string | number]; out: null }
  clickTray: { in: [event?: string]; out: null }
  clickTrayMenu: { in: [label: string]; out: null }
  clickMenu: { in: [label: string]; out: null }
  pressShortcut: { in: [accelerator: string]; out: boolean }
  answerDialog: { in: [answer: unknown]; out: null }
  setSystemColorScheme: { in: [scheme: 'light' | 'dark']; out: null }
  setIdleSeconds: { in: [seconds: number]; out: null }
  setClipboard: { in: [text: string]; out: null }
  closeWindow: { in: [windowId?: number]; out: null }
  moveWindow: { in: [bounds: { x?: number; y?: number; width?: number; height?: number }, windowId?: number]; out: null }
  focusWindow: { in: [isFocused: boolean, windowId?: number]; out: null }
  crashRenderer: { in: [windowId?: number]; out: null }
  quit: { in: []; out: null }
}

export type ControlRequest = { id: number; name: keyof Controls; args: unknown[] }
export type ControlAnswer = { id: number; value?: unknown; error?: string }
/** Sent once, when Chromium runs and the app is ready. */
export type ReadyNews = { ready: { endpoint: string; chromiumPid: number } }
