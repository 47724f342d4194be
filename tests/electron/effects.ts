export type NotificationEffect = {
  id: string
  title: string
  body: string
  subtitle: string
  silent: boolean
  urgency: string
  timeoutType: string
  actions: string[]
  hasReply: boolean
  state: 'shown' | 'closed'
}
export type DialogEffect = { kind: string; options: unknown; state: 'open' | 'answered'; answer?: unknown }
export type BlockedRequest = { url: string; resourceType: string; by: 'no handler' | 'webRequest' | 'webSocket' }

/** Everything the app did to the machine that a person could notice, in order. Plain values only: it crosses to the test as a copy. */
export type Effects = ReturnType<typeof emptyEffects> & {
  windows: WindowEffect[]
  trays: TrayEffect[]
  applicationMenu: MenuEffect[]
  shortcuts: string[]
}
export type WindowEffect = {
  id: number
  url: string
  title: string
  isVisible: boolean
  isFocused: boolean
  isMinimized: boolean
  isMaximized: boolean
  isFlashing: boolean
  isCrashed: boolean
  /** How often its page died. */
  crashes: number
  progress: number
  zoomFactor: number
  bounds: { x: number; y: number; width: number; height: number }
  webPreferences: Record<string, unknown>
}
export type TrayEffect = { toolTip: string; title: string; image: string; isDestroyed: boolean; menu: MenuEffect[] }
export type MenuEffect = {
  id: string
  label: string
  role: string
  type: string
  accelerator: string
  isEnabled: boolean
  isChecked: boolean
  submenu: MenuEffect[]
}

const emptyEffects = () => ({
  notifications: [] as NotificationEffect[],
  badge: 0,
  badgeText: '',
  dialogs: [] as DialogEffect[],
  openedExternally: [] as string[],
  shownInFolder: [] as string[],
  openedPaths: [] as string[],
  trashed: [] as string[],
  beeps: 0,
  clipboard: '',
  blockedRequests: [] as BlockedRequest[],
  deniedWindows: [] as { url: string; disposition: string }[],
  preventedNavigations: [] as string[],
  externalNavigations: [] as string[],
  permissionRequests: [] as { permission: string; isGranted: boolean }[],
  focusCalls: [] as { windowId: number; by: 'focus' | 'show' | 'restore' | 'moveTop' | 'app' }[],
  devToolsOpened: 0,
  printed: 0,
  protocolClients: [] as string[],
  loginItem: { openAtLogin: false } as Record<string, unknown>,
  appUserModelId: '',
  relaunches: [] as { args: string[] }[],
  crashReporter: null as Record<string, unknown> | null,
  mainErrors: [] as string[],
  spellCheckerLanguages: null as string[] | null,
  powerSaveBlockers: 0,
})

export const effects = emptyEffects()
