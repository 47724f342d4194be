import type { Call } from '@dentalanswer/shared/domain/call.ts'
import type { Alarm, Callback } from '@dentalanswer/shared/domain/follow-up.ts'
import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import { fullName, householdName } from '../../ui/names.ts'

export type CallWho = {
  name: string
  /** What the name rests on, where it is not the records alone. */
  note: string | null
  proven: Patient[]
  /** Everyone on the number who has not proved themselves in this call. */
  others: Patient[]
}

type Named = { callbacks: Pick<Callback, 'callId' | 'callerName'>[]; alarms: Pick<Alarm, 'callId' | 'callerName'>[] }

/** Who called: who proved themselves, else everyone on the number (never one of them by guess), else the name they gave. */
export function whoOf(call: Call, patients: Patient[], named: Named = { callbacks: [], alarms: [] }): CallWho {
  const proven = patients.filter((one) => call.provenPatientIds.includes(one.id))
  const others = patients.filter((one) => one.mergedIntoId === null && !proven.includes(one) && isOn(one, call.callerNumber))
  const given = [...named.callbacks, ...named.alarms].find((one) => one.callId === call.id && one.callerName)?.callerName ?? null
  const [first, second] = proven
  if (first) return { name: second ? (householdName(proven) ?? '') : fullName(first), note: null, proven, others }
  const household = householdName(others)
  if (household) return { name: household, note: given ? `Gave the name ${given}` : null, proven, others }
  if (given) return { name: given, note: 'As they gave it, not in the records', proven, others }
  return { name: call.callerNumber ? 'Unknown caller' : 'Withheld number', note: null, proven, others }
}

function isOn(patient: Patient, number: Call['callerNumber']): boolean {
  return number !== null && patient.contactPoints.some((point) => point.phoneNumber === number && point.status === 'active')
}
