import { IconX } from '@tabler/icons-react'
import { Button } from '../../ui/Button.tsx'
import styles from './Pane.module.css'

/** Puts the pane beside the board away. */
export function CloseButton({ onClick }: { onClick: () => void }) {
  return (
    <Button tone="quiet" size="small" className={styles.close} aria-label="Put the pane away" onClick={onClick}>
      <IconX size={16} />
    </Button>
  )
}
