import type { MenuEffect } from '../effects.ts'
import { GuardedEmitter, guarded } from './guard.ts'

type Template = Electron.MenuItemConstructorOptions
let lastCommand = 0

export class MenuItem {
  readonly commandId = ++lastCommand
  id: string
  label: string
  sublabel: string
  toolTip: string
  type: string
  role: string | undefined
  accelerator: string | undefined
  enabled: boolean
  visible: boolean
  checked: boolean
  submenu: Menu | undefined
  icon: unknown
  acceleratorWorksWhenHidden: boolean
  registerAccelerator: boolean
  menu: Menu | undefined
  click: (event?: object, window?: unknown) => void

  constructor(options: Template) {
    this.id = options.id ?? ''
    this.role = options.role
    this.label = options.label ?? labelOf(options.role)
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal')
    this.accelerator = options.accelerator as string | undefined
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.icon = options.icon
    this.acceleratorWorksWhenHidden = options.acceleratorWorksWhenHidden ?? true
    this.registerAccelerator = options.registerAccelerator ?? true
    this.submenu = Array.isArray(options.submenu) ? Menu.buildFromTemplate(options.submenu) : (options.submenu as Menu | undefined)
    const onClick = options.click as ((item: unknown, window: unknown, event: object) => void) | undefined
    this.click = (event = {}, window = undefined) => {
      if (this.type === 'checkbox') this.checked = !this.checked
      onClick?.(this, window, event)
    }
    // biome-ignore lint/correctness/noConstructorReturn: see guard.ts
    return guarded('MenuItem', this)
  }
}

export class Menu extends GuardedEmitter {
  private static application: Menu | null = null
  static _lastPopup: Menu | null = null
  items: MenuItem[] = []

  constructor() {
    super('Menu')
  }
  static buildFromTemplate(template: (Template | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return menu
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.application = menu
  }
  static getApplicationMenu(): Menu | null {
    return Menu.application
  }
  append(item: MenuItem): void {
    item.menu = this
    this.items.push(item)
  }
  insert(at: number, item: MenuItem): void {
    item.menu = this
    this.items.splice(at, 0, item)
  }
  getMenuItemById(id: string): MenuItem | null {
    return this._all().find((one) => one.id === id) ?? null
  }
  popup(): void {
    Menu._lastPopup = this
    this.emit('menu-will-show', {})
  }
  closePopup(): void {
    Menu._lastPopup = null
    this.emit('menu-will-close', {})
  }

  /** Every item, those of submenus too. */
  _all(): MenuItem[] {
    return this.items.flatMap((one) => [one, ...(one.submenu?._all() ?? [])])
  }
  _effect(): MenuEffect[] {
    const shown = this.items.filter((one) => one.visible)
    return shown.map((one) => ({
      id: one.id,
      label: one.label,
      role: one.role ?? '',
      type: one.type,
      accelerator: one.accelerator ?? '',
      isEnabled: one.enabled,
      isChecked: one.checked,
      submenu: one.submenu?._effect() ?? [],
    }))
  }
}

function labelOf(role: string | undefined): string {
  return role ? role.replace(/([A-Z])/g, ' $1').replace(/^./, (letter) => letter.toUpperCase()) : ''
}
