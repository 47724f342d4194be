import { guarded } from './guard.ts'

const shortcuts = new Map<string, () => void>()

export const registeredShortcuts = () => [...shortcuts.keys()]

/** A person presses the keys. False when nothing listens. */
export function pressShortcut(accelerator: string): boolean {
  const run = shortcuts.get(accelerator)
  run?.()
  return run !== undefined
}

export const globalShortcut = guarded('globalShortcut', {
  register(accelerator: string, callback: () => void): boolean {
    if (shortcuts.has(accelerator)) return false
    shortcuts.set(accelerator, callback)
    return true
  },
  registerAll(accelerators: string[], callback: () => void): void {
    for (const one of accelerators) globalShortcut.register(one, callback)
  },
  isRegistered: (accelerator: string) => shortcuts.has(accelerator),
  unregister(accelerator: string): void {
    shortcuts.delete(accelerator)
  },
  unregisterAll: () => shortcuts.clear(),
})
