import { settings } from '../settings.ts'
import { GuardedEmitter } from './guard.ts'

type Rectangle = { x: number; y: number; width: number; height: number }
const TASKBAR = 40

/** Where windows may be: the display without its taskbar. */
export const workArea = (): Rectangle => ({ x: 0, y: 0, width: settings.display.width, height: settings.display.height - TASKBAR })

class Screen extends GuardedEmitter {
  constructor() {
    super('screen')
  }
  getPrimaryDisplay() {
    const size = { ...settings.display }
    const area = workArea()
    return {
      id: 1,
      label: 'stand-in',
      bounds: { x: 0, y: 0, ...size },
      size,
      workArea: area,
      workAreaSize: { width: area.width, height: area.height },
      scaleFactor: 1,
      rotation: 0,
      internal: false,
      colorDepth: 24,
    }
  }
  getAllDisplays() {
    return [this.getPrimaryDisplay()]
  }
  getDisplayMatching(_area: Rectangle) {
    return this.getPrimaryDisplay()
  }
  getDisplayNearestPoint(_point: { x: number; y: number }) {
    return this.getPrimaryDisplay()
  }
  getCursorScreenPoint() {
    return { x: 0, y: 0 }
  }
}

export const screen = new Screen()
