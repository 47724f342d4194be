import { formatPhone } from '@dentalanswer/shared/domain/phone.ts'
import { higherUrgency, updateCall } from '../../calls/call-record.ts'
import { raiseAlarm } from '../../calls/raise-alarm.ts'
import { emergencyAdvice, readUrgency } from '../../calls/read-urgency.ts'
import { solePatientOn } from '../../patients/household-of.ts'
import { arg, type VoiceTool } from '../voice-tool.ts'
import { phoneGiven } from './phone-given.ts'

/** Raises the alarm at every desk at once. The model may report one that the rules do not know; the rules can only raise the level. */
export const reportEmergencyTool: VoiceTool = {
  *run(voice) {
    const { tx, args, call, caller, setup } = voice
    const said = arg(args, ['description', 'reason', 'symptoms', 'notes'], 400) || 'Emergency reported in a call'
    const { level, matched } = readUrgency(said)
    const { phoneNumber: given } = phoneGiven(args, setup.practice.country)
    const elsewhere = given && caller && given !== caller ? ` · also reachable on ${formatPhone(given, setup.practice.country)}` : ''
    yield* raiseAlarm(tx, {
      description: `${said}${elsewhere}`,
      matched,
      phoneNumber: caller ?? given,
      callerName: arg(args, ['name', 'firstName', 'patientName'], 120) || null,
      patientId: yield* solePatientOn(tx.practiceId, caller),
      callId: call.id,
      messageId: null,
    })
    voice.call = yield* updateCall(tx, { ...call, urgency: higherUrgency(call.urgency, 'emergency') })
    return `${emergencyAdvice(level === 'none' ? 'urgent' : level, said)} I have alerted the practice.`
  },
}
