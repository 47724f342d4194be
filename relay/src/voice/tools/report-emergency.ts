import { readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { higherUrgency, updateCall } from '../../calls/call-record.ts'
import { raiseAlarm } from '../../calls/raise-alarm.ts'
import { emergencyAdvice, readUrgency } from '../../calls/read-urgency.ts'
import { patientsOnNumber } from '../../store/patients.ts'
import { arg, type VoiceTool } from '../voice-tool.ts'

/** Raises the alarm at every desk at once. The model may report one that the rules do not know; the rules can only raise the level. */
export const reportEmergencyTool: VoiceTool = {
  *run(voice) {
    const { tx, args, call, caller, setup } = voice
    const description = arg(args, ['description', 'reason', 'symptoms', 'notes'], 400) || 'Emergency reported in a call'
    const { level, matched } = readUrgency(description)
    const household = caller ? yield* patientsOnNumber(tx.practiceId, caller) : []
    yield* raiseAlarm(tx, {
      description,
      matched,
      phoneNumber: readPhoneNumber(arg(args, ['phone', 'phoneNumber'], 40), setup.practice.country) ?? caller,
      callerName: arg(args, ['name', 'firstName'], 120) || null,
      patientId: household.length === 1 ? household[0]!.id : null,
      callId: call.id,
      messageId: null,
    })
    voice.call = yield* updateCall(tx, { ...call, urgency: higherUrgency(call.urgency, 'emergency') })
    tx.emit('alarm.raised')
    return emergencyAdvice(level === 'none' ? 'urgent' : level, description)
  },
}
