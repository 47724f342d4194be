import type { AppointmentTypeId, PatientId } from '@dentalanswer/shared/domain/ids.ts'
import { addDays, type LocalDate } from '@dentalanswer/shared/domain/practice-time.ts'
import { useEffect, useState } from 'react'
import { callDesk } from '../../bridge.ts'
import { deskNow } from '../../live/clock.ts'
import { wordsOf } from '../../live/run-command.ts'
import type { OpenSlot } from './offer-text.ts'

type Wanted = { typeId: AppointmentTypeId; patientId: PatientId | null; from: LocalDate }
type Found = { value: OpenSlot[] | null; error: string | null }

const DAYS = 28
const MOST = 120

/** The open times of the next four weeks, asked of the relay; nothing while it cannot be reached. */
export function useOpenSlots(wanted: Wanted | null): Found {
  const key = wanted ? JSON.stringify(wanted) : null
  const [found, setFound] = useState<Found & { key: string | null }>({ key: null, value: null, error: null })
  useEffect(() => {
    if (key === null) return
    const { typeId, patientId, from } = JSON.parse(key) as Wanted
    let isWanted = true
    callDesk('slots.find', { appointmentTypeId: typeId, from, to: addDays(from, DAYS), limit: MOST, ...(patientId ? { patientId } : {}) })
      .then((value) => isWanted && setFound({ key, value: value.filter((one) => one.startsAt > deskNow()), error: null }))
      .catch((error) => isWanted && setFound({ key, value: null, error: wordsOf(error) }))
    return () => {
      isWanted = false
    }
  }, [key])
  return found.key === key ? found : { value: null, error: null }
}
