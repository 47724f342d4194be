import type { TrayEffect } from '../effects.ts'
import { GuardedEmitter } from './guard.ts'
import type { Menu } from './menu.ts'
import { imageSource } from './native-image.ts'

export class Tray extends GuardedEmitter {
  static _all: Tray[] = []
  private image: unknown
  private toolTip = ''
  private text = ''
  _menu: Menu | null = null
  private isGone = false

  constructor(image: unknown) {
    super('Tray')
    this.image = image
    Tray._all.push(this)
  }
  setImage(image: unknown): void {
    this._require()
    this.image = image
  }
  setPressedImage(_image: unknown): void {}
  setToolTip(text: string): void {
    this._require()
    this.toolTip = text
  }
  setTitle(text: string): void {
    this.text = text
  }
  getTitle(): string {
    return this.text
  }
  setContextMenu(menu: Menu | null): void {
    this._require()
    this._menu = menu
  }
  popUpContextMenu(): void {}
  closeContextMenu(): void {}
  setIgnoreDoubleClickEvents(_ignore: boolean): void {}
  getBounds() {
    return { x: 0, y: 0, width: 24, height: 24 }
  }
  destroy(): void {
    this.isGone = true
  }
  isDestroyed(): boolean {
    return this.isGone
  }
  private _require(): void {
    if (this.isGone) throw new TypeError('Object has been destroyed')
  }

  _effect(): TrayEffect {
    const menu = this._menu?._effect() ?? []
    return { toolTip: this.toolTip, title: this.text, image: imageSource(this.image), isDestroyed: this.isGone, menu }
  }
}
