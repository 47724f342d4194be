const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac')
const WORDS: Record<string, string> = isMac
  ? { mod: '⌘', shift: '⇧', alt: '⌥', enter: '⏎', escape: 'Esc', up: '↑', down: '↓', left: '←', right: '→', space: 'Space' }
  : { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', enter: 'Enter', escape: 'Esc', up: '↑', down: '↓', left: '←', right: '→', space: 'Space' }

/** `mod+shift+a` as people read it: "Ctrl Shift A". */
export function keyWords(keys: string): string {
  return keys
    .split('+')
    .map((key) => WORDS[key] ?? (key.length === 1 ? key.toUpperCase() : key[0]?.toUpperCase() + key.slice(1)))
    .join(' ')
}

/** For `aria-keyshortcuts`: "Control+K". */
export function ariaKeys(keys: string): string {
  return keys
    .split('+')
    .map((key) => ({ mod: isMac ? 'Meta' : 'Control', shift: 'Shift', alt: 'Alt' })[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join('+')
}
