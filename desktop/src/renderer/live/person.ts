import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import { useEffect } from 'react'
import type { PersonView } from '../../ipc/views.ts'
import { callDesk } from '../bridge.ts'
import { type Live, useLive } from './live-query.ts'
import { useIsLive } from './session.ts'

/** A person somebody looks at: what this desk keeps at once, then what the relay adds. Where only a name is shown, `useLive('person.read')`
 *  asks nobody. */
export function usePerson(patientId: PatientId | null): Live<PersonView> {
  const person = useLive('person.read', patientId ? { patientId } : null)
  const isLive = useIsLive()
  const isComplete = person.value?.isComplete
  const { again } = person
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened anew for another person, a line that came back, or a history that was lost.
  useEffect(() => {
    if (!patientId || !isLive) return
    const shown = callDesk('person.open', { patientId }).then(({ isNew }) => isNew && again())
    // What the desk keeps is on the screen; `person.read` says what is wrong when there is nothing.
    shown.catch(() => undefined)
  }, [patientId, isLive, isComplete])
  return person
}
