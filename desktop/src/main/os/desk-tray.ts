import { Menu, nativeImage, Tray } from 'electron'
import type { LineState } from '../../ipc/line-state.ts'
import type { Badge } from './badge-words.ts'
import { trayPicture, trayTip } from './tray-state.ts'

export type TrayShows = { line: LineState['state']; badge: Badge; hasAlarm: boolean; isPaused: boolean }
export type TrayDoes = { open(): void; pauseNotices(isPaused: boolean): void; quit(): void }

/** The icon beside the clock. */
export function openTray(icons: string, does: TrayDoes, shows: TrayShows, platform: string) {
  const tray = new Tray(picture(icons, shows, platform))
  let shown = ''
  tray.on('click', does.open)
  show(shows)

  function show(next: TrayShows): void {
    const looks = JSON.stringify(next)
    // Every applied event comes by here; a menu that is set again closes under the mouse.
    if (looks === shown || tray.isDestroyed()) return
    shown = looks
    tray.setImage(picture(icons, next, platform))
    tray.setToolTip(trayTip(next.line, next.badge))
    if (platform === 'darwin') tray.setTitle(next.badge.count ? String(next.badge.count) : '')
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: 'Open DentalAnswer', click: does.open },
        { type: 'separator' },
        next.isPaused
          ? { label: 'Notifications on again', click: () => does.pauseNotices(false) }
          : { label: 'Pause notifications for 30 minutes', click: () => does.pauseNotices(true) },
        { type: 'separator' },
        { label: 'Quit', click: does.quit },
      ]),
    )
  }

  return { show, close: () => tray.destroy() }
}

function picture(icons: string, shows: TrayShows, platform: string) {
  const name = trayPicture(shows.line, shows.badge, shows.hasAlarm)
  const image = nativeImage.createFromPath(`${icons}/${name}.png`)
  // The red one keeps its colour: on macOS a template would be drawn black or white.
  if (platform === 'darwin' && name !== 'tray-urgent') image.setTemplateImage(true)
  return image
}
