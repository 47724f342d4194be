/** The visit's block on the board, when it is there. */
export function blockOf(grid: HTMLElement | null, appointmentId: string): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(`[data-appointment="${CSS.escape(appointmentId)}"]`) ?? null
}

/** Puts the keyboard on a visit of the board, or where Tab would enter it, and brings that into view. */
export function focusBlock(grid: HTMLElement | null, appointmentId: string | null): void {
  const own = appointmentId ? blockOf(grid, appointmentId) : null
  const block = own ?? grid?.querySelector<HTMLElement>('[data-key][tabindex="0"]')
  block?.focus({ preventScroll: true })
  block?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
