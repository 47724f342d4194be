import { VisuallyHidden } from '@mantine/core'
import type { MouseEvent } from 'react'
import { openPlace } from '../../live/places.ts'
import { Button } from '../../ui/Button.tsx'
import { householdName } from '../../ui/names.ts'
import styles from './ConfirmList.module.css'
import { askHousehold, callHousehold, markConfirmed } from './confirm-commands.ts'
import type { Household } from './households-of.ts'
import type { Scene } from './use-scene.ts'

type NextButtonProps = { scene: Scene; household: Household; isHere: boolean }

// The row below moves up when this one is settled: a double click must not fall on it.
const once = (act: () => void) => (event: MouseEvent) => {
  if (event.detail < 2) act()
}

/** The one best next thing to do about a household. */
export function NextButton({ scene, household, isHere }: NextButtonProps) {
  const { step, phoneNumber, patients, open } = household
  const name = householdName(patients) ?? 'Removed'
  const { times } = scene.practice
  const confirm =
    open.length > 0 ? (
      <Button size="small" keys={isHere ? 'c' : undefined} onClick={once(() => void markConfirmed(open, scene.practice))}>
        {open.length > 1 ? `Mark ${open.length} confirmed` : 'Mark confirmed'} <VisuallyHidden>{name}</VisuallyHidden>
      </Button>
    ) : null
  switch (step.kind) {
    case 'confirmed':
      return <span className={styles.waits}>Nothing to do</span>
    case 'wait':
      return (
        <>
          <span className={styles.waits}>Waiting until {times.time(step.until)}</span>
          {confirm}
        </>
      )
    case 'ask':
      return (
        <>
          <Button
            size="small"
            tone="main"
            keys={isHere ? 'a' : undefined}
            onClick={once(() => void askHousehold(household, scene.practice))}
          >
            Ask by text <VisuallyHidden>{name}</VisuallyHidden>
          </Button>
          {confirm}
        </>
      )
    case 'call':
      return (
        <>
          <Button size="small" tone="main" keys={isHere ? 'b' : undefined} onClick={() => callHousehold(household)}>
            Call <VisuallyHidden>{name}</VisuallyHidden>
          </Button>
          {confirm}
        </>
      )
    case 'read':
      return (
        <>
          <Button size="small" tone="main" keys={isHere ? 'r' : undefined} onClick={() => openPlace('messages', phoneNumber)}>
            Read the reply <VisuallyHidden>{name}</VisuallyHidden>
          </Button>
          {confirm}
        </>
      )
    case 'find_number':
      return (
        <Button size="small" tone="main" onClick={() => openPlace('people', patients[0]?.id ?? null)}>
          Find a number <VisuallyHidden>{name}</VisuallyHidden>
        </Button>
      )
  }
}
