import { randomUUID } from 'node:crypto'
import { effects, type NotificationEffect } from '../effects.ts'
import { settings } from '../settings.ts'
import { appState } from './app-state.ts'
import { GuardedEmitter } from './guard.ts'

type Options = Electron.NotificationConstructorOptions

export class Notification extends GuardedEmitter {
  static isSupported = () => settings.hasNotifications
  static _shown: Notification[] = []
  readonly id: string
  title: string
  subtitle: string
  body: string
  silent: boolean
  urgency: string
  timeoutType: string
  hasReply: boolean
  replyPlaceholder: string
  sound: string
  closeButtonText: string
  toastXml: string
  actions: Electron.NotificationAction[]
  private effect: NotificationEffect | null = null

  constructor(options: Options = {}) {
    super('Notification')
    if (!appState.isReady) throw new Error('Cannot create Notification before app is ready')
    this.id = (options as { id?: string }).id ?? randomUUID()
    this.title = options.title ?? ''
    this.subtitle = options.subtitle ?? ''
    this.body = options.body ?? ''
    this.silent = options.silent ?? false
    this.urgency = options.urgency ?? 'normal'
    this.timeoutType = options.timeoutType ?? 'default'
    this.hasReply = options.hasReply ?? false
    this.replyPlaceholder = options.replyPlaceholder ?? ''
    this.sound = options.sound ?? ''
    this.closeButtonText = options.closeButtonText ?? ''
    this.toastXml = options.toastXml ?? ''
    this.actions = options.actions ?? []
  }
  show(): void {
    if (!settings.hasNotifications) {
      setImmediate(() => this.emit('failed', {}, 'Notifications are not supported on this machine'))
      return
    }
    // Showing one again replaces it.
    if (this.effect) this.effect.state = 'closed'
    this.effect = this._describe()
    effects.notifications.push(this.effect)
    Notification._shown.push(this)
    setImmediate(() => this.emit('show', {}))
  }
  close(): void {
    if (!this.effect || this.effect.state === 'closed') return
    this.effect.state = 'closed'
    setImmediate(() => this.emit('close', {}))
  }
  private _describe(): NotificationEffect {
    const { id, title, body, subtitle, silent, urgency, timeoutType, hasReply } = this
    return {
      id,
      title,
      body,
      subtitle,
      silent,
      urgency,
      timeoutType,
      hasReply,
      actions: this.actions.map((one) => one.text ?? ''),
      state: 'shown',
    }
  }
}
