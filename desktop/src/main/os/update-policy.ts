/** What goes on at the desk while an update waits. */
export type Business = { hasLiveCall: boolean; hasAlarm: boolean; isSending: boolean }

/** Whether the app may restart now. A restart in the middle of any of these would cost a person something. */
export function mayInstall(business: Business): boolean {
  return !business.hasLiveCall && !business.hasAlarm && !business.isSending
}
