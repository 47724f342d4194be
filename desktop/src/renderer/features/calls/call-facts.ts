/** The structured data of a report as rows of plain words; nested values become one line, empty ones are left out. */
export function reportRows(report: Record<string, unknown> | null): { label: string; value: string }[] {
  return Object.entries(report ?? {}).flatMap(([name, value]) => {
    const words = valueWords(value)
    return words === '' ? [] : [{ label: labelOf(name), value: words }]
  })
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(valueWords).filter(Boolean).join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, one]) => [labelOf(name).toLowerCase(), valueWords(one)] as const)
      .filter(([, words]) => words !== '')
      .map(([label, words]) => `${label}: ${words}`)
      .join(', ')
  return String(value).trim()
}

/** `callbackRequested` and `callback_requested` as "Callback requested". */
function labelOf(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What a call cost, from millionths of a dollar: "$0.12". */
export function costWords(microdollars: number): string {
  if (microdollars > 0 && microdollars < 5_000) return 'under $0.01'
  return `$${(microdollars / 1_000_000).toFixed(2)}`
}

/** Time in a recording: "1:05". */
export function soundTime(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
