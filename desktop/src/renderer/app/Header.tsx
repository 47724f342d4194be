import { IconSearch } from '@tabler/icons-react'
import { openPalette } from '../live/palette.ts'
import { useSubtitleText } from '../live/subtitle.ts'
import { Key } from '../ui/Key.tsx'
import { ariaKeys } from '../ui/key-words.ts'
import { AiLineState } from './AiLineState.tsx'
import { CounterModeTag } from './CounterModeTag.tsx'
import styles from './Header.module.css'

/** The place's name and its one figure, the way to find anything, and the state of the AI line. */
export function Header({ title }: { title: string }) {
  const subtitle = useSubtitleText((state) => state.text)
  return (
    <header className={styles.header}>
      <h1>{title}</h1>
      <p className={styles.subtitle}>{subtitle}</p>
      <CounterModeTag />
      <button
        type="button"
        className={styles.find}
        aria-keyshortcuts={ariaKeys('mod+k')}
        aria-haspopup="dialog"
        onClick={() => openPalette()}
      >
        <IconSearch size={14} stroke={1.8} aria-hidden="true" />
        <span>Find anyone, do anything</span>
        <Key keys="mod+k" />
      </button>
      <AiLineState />
    </header>
  )
}
