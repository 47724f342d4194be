import type { Patient } from '@dentalanswer/shared/domain/patient.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Notice } from '../../ipc/pushes.ts'
import type { WorkView } from '../../ipc/views.ts'
import { fullName, householdName } from '../ui/names.ts'

type Known = Pick<WorkView, 'alarms' | 'patients'>

/** The notice to show: the emergency that has waited longest, as the work list has it, before all else. */
export function firstNotice(notices: Notice[], work: Known | undefined): Notice | undefined {
  const raisedAt = (one: Notice) => work?.alarms.find((alarm) => alarm.id === one.alarmId)?.raisedAt ?? '9'
  const urgent = notices.filter((one) => one.level === 'urgent')
  return urgent.sort((a, b) => raisedAt(a).localeCompare(raisedAt(b)))[0] ?? notices[0]
}

/** What a notice says beside its level. An emergency is told by what the cache knows of it, so that each of several has its own words. */
export function noticeWords(
  notice: Notice,
  work: Known | undefined,
  phone: (number: PhoneNumber) => string,
): { title: string; body: string } {
  const alarm = work?.alarms.find((one) => one.id === notice.alarmId)
  if (!alarm) return { title: notice.title.replace(/^Emergency: /, ''), body: notice.body }
  const patient = work?.patients.find((one) => one.id === alarm.patientId)
  const number = alarm.phoneNumber
  const household = number ? householdName(work?.patients.filter((one) => isOn(one, number)) ?? []) : null
  const name = patient ? fullName(patient) : (household ?? alarm.callerName)
  return { title: name ?? (number ? phone(number) : 'Number withheld'), body: alarm.description }
}

const isOn = (patient: Patient, number: PhoneNumber) =>
  patient.contactPoints.some((one) => one.phoneNumber === number && one.status === 'active')
