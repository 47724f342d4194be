import { IconEyeOff } from '@tabler/icons-react'
import { usePreferences } from '../live/session.ts'
import { Button } from '../ui/Button.tsx'
import { changePreference } from './use-everywhere-actions.ts'

/** Says that names are blurred because others can see the screen; a press shows them again. */
export function CounterModeTag() {
  const { counterMode } = usePreferences()
  if (!counterMode) return null
  return (
    <Button
      size="small"
      keys="mod+."
      title="Show names again"
      icon={<IconEyeOff size={14} stroke={1.8} aria-hidden="true" />}
      onClick={() => changePreference({ counterMode: false })}
    >
      Names hidden
    </Button>
  )
}
