import { Notification } from 'electron'

export type ToastText = { title: string; body: string; isUrgent: boolean; isSilent: boolean }

let current: Notification | null = null

/** Shows one notification of the system in place of the one before. Null takes it away. */
export function showToast(text: ToastText | null, onClick: () => void): void {
  current?.close()
  current = null
  if (!text || !Notification.isSupported()) return
  const toast = new Notification({
    title: text.title,
    body: text.body,
    silent: text.isSilent,
    urgency: text.isUrgent ? 'critical' : 'normal',
    timeoutType: text.isUrgent ? 'never' : 'default',
  })
  toast.on('click', onClick)
  // Held here as long as it shows: a notification that was collected no longer answers a click.
  toast.on('close', () => {
    if (current === toast) current = null
  })
  current = toast
  toast.show()
}
