export type Badge = { count: number; isUrgent: boolean }

/** How many matters wait, for the tray's tip and for screen readers. */
export function badgeWords({ count, isUrgent }: Badge): string {
  if (!count) return 'Nothing waits'
  const matters = count === 1 ? '1 matter waits' : `${count} matters wait`
  return isUrgent ? `${matters}, one of them urgent` : matters
}
