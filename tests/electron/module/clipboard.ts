import { effects } from '../effects.ts'
import { guarded } from './guard.ts'

/** Text only, kept in memory. */
export const clipboard = guarded('clipboard', {
  writeText(text: string): void {
    effects.clipboard = String(text)
  },
  readText: () => effects.clipboard,
  write(content: { text?: string }): void {
    effects.clipboard = content.text ?? ''
  },
  clear(): void {
    effects.clipboard = ''
  },
  availableFormats: () => (effects.clipboard ? ['text/plain'] : []),
})
