/** The desk's log: where, and a code. Never a name, a number or what was said. */
export function report(where: string, code: string): void {
  console.error(`${where}: ${code}`)
}

/** What the log may hold of an error: its code or kind. Its own text may hold anything. */
export function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown }
  if (typeof code === 'string') return code
  return error instanceof Error ? error.name : typeof error
}
