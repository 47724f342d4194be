import { app, type BrowserWindow, nativeImage } from 'electron'
import { type Badge, badgeWords } from './badge-words.ts'

/** Shows how many matters wait: on the dock, the launcher or, on Windows, over the task bar's icon. */
export function showBadge(window: BrowserWindow | null, badge: Badge, icons: string, platform: string): void {
  if (platform !== 'win32') {
    app.setBadgeCount(badge.count)
    return
  }
  if (!window || window.isDestroyed()) return
  const image = badge.count ? nativeImage.createFromPath(`${icons}/${badge.isUrgent ? 'overlay-urgent' : 'overlay'}.png`) : null
  window.setOverlayIcon(image, badgeWords(badge))
}
