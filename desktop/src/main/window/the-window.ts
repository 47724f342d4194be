import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { Push, Target } from '../../ipc/pushes.ts'
import type { SettingsFile } from '../os/settings-file.ts'
import { bringToFront, openMainWindow, pushTo } from './main-window.ts'
import { surviveCrash } from './survive-crash.ts'

export type TheWindowOptions = {
  dist: string
  isPackaged: boolean
  settings: SettingsFile
  report: (where: string, code: string) => void
}

export type TheWindow = {
  /** The window, when there is one. */
  get(): BrowserWindow | null
  /** Opens it. Before this nothing may: its page would find nobody who answers. */
  open(): void
  /** Brings it to the front, opened again if it was closed. */
  show(target?: Target): void
  push(push: Push): void
  isLookedAt(): boolean
  /** From now on closing closes. */
  letClose(): void
}

/** Holds the one window there is. */
export function theWindow({ dist, isPackaged, settings, report }: TheWindowOptions): TheWindow {
  let window: BrowserWindow | null = null
  let mayOpen = false
  let mayClose = false

  function make(): BrowserWindow {
    const made = openMainWindow({
      preload: join(dist, 'preload/preload.cjs'),
      icon: join(dist, 'icons/app.png'),
      isPackaged,
      state: settings.read().window,
      zoom: () => settings.read().preferences.zoom,
      hidesOnClose: () => !mayClose && settings.read().preferences.keepInTray,
      onMoved: (state) => settings.keepWindow(state),
    })
    surviveCrash(made, report)
    made.on('focus', () => made.flashFrame(false))
    made.on('closed', () => {
      window = null
    })
    return made
  }

  function show(target?: Target): void {
    // A second start or a link while this one is still starting: the window comes by itself.
    if (!mayOpen) return
    if (!window || window.isDestroyed()) window = make()
    else bringToFront(window)
    if (target) pushTo(window, { kind: 'open', target })
  }

  return {
    get: () => window,
    open() {
      mayOpen = true
      window ??= make()
    },
    show,
    push: (push) => pushTo(window, push),
    isLookedAt: () => window?.isFocused() === true && window.isVisible(),
    letClose() {
      mayClose = true
    },
  }
}
