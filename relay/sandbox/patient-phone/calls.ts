import type { Ring } from '../twilio/stand-in.ts'
import { openScriptedCall, type ScriptedCall } from '../vapi/scripted-call.ts'
import type { PatientPhoneOptions, Practice } from './app.ts'
import { callShape } from './phone-state.ts'

type PlainCall = { id: string; isHidden: boolean; startedAt: number; endedAt: number; note: string }
type Vendors = Pick<PatientPhoneOptions, 'twilio' | 'vapi'>

/** The calls of every phone on the page: those made here, and those that the practice's assistant made to it. */
export function createPhoneCalls({ twilio, vapi }: Vendors) {
  const spoken = new Map<string, ScriptedCall>()
  const plain = new Map<string, PlainCall>()

  /** As the telephone network does: the number's present voice address decides who answers. */
  async function ring(from: string, to: string, isHidden: boolean, name: string): Promise<string> {
    const startedAt = Date.now()
    const reached = await twilio.ring({ from: isHidden ? null : from, to })
    const session = reached.call ? vapi.session(reached.call.id) : undefined
    if (session) return open(from, session, name)
    const id = `plain ${startedAt}`
    plain.set(from, { id, isHidden, startedAt, endedAt: Date.now(), note: noteOf(reached) })
    return id
  }

  async function open(from: string, session: ScriptedCall['session'], name: string): Promise<string> {
    plain.delete(from)
    spoken.set(from, await openScriptedCall(session, `${name}, this is the virtual receptionist. How can I help?`))
    return session.id
  }

  return {
    /** Resolves once somebody or something has picked up, or nobody has. */
    async start(from: string, to: string, isHidden: boolean, { name, phone, assistantId, phoneNumberId }: Practice): Promise<string> {
      await spoken.get(from)?.hangUp()
      const owned = twilio.numbers().find((one) => one.phoneNumber === to)
      if (owned?.settings.VoiceUrl || to !== phone) return ring(from, to, isHidden, name)
      // A number that nobody gave a voice address: its assistant is known all the same.
      return open(from, await vapi.startCall({ from: isHidden ? null : from, to, assistantId, phoneNumberId }), name)
    },
    named: (id: string) => [...spoken.values()].find((call) => call.session.id === id),
    shapeFor(phone: string) {
      const note = plain.get(phone)
      const own = spoken.get(phone)?.session
      const received = vapi.calls().findLast(({ record }) => record.type === 'outboundPhoneCall' && record.customerNumber === phone)
      const newest = [own, received].filter((one) => one !== undefined).toSorted((a, b) => b.record.createdAt - a.record.createdAt)[0]
      if (note && !(newest && newest === received && newest.record.status !== 'ended')) return plainShape(note)
      return newest ? { ...callShape(newest), canSpeak: newest === own } : null
    },
  }
}

const plainShape = ({ note, ...call }: PlainCall) => ({
  ...call,
  isOver: true,
  canSpeak: false,
  turns: [{ kind: 'note', text: note, at: call.endedAt }],
})

function noteOf({ answeredBy, status, path }: Ring): string {
  const last = path.at(-1) ?? ''
  switch (answeredBy) {
    case 'person':
      return `A person picked up at ${last}.`
    case 'voicemail':
      return `The voicemail of ${last} picked up.`
    case 'message':
      return 'The practice’s voicemail took a message.'
    default:
      return {
        busy: 'It was busy.',
        'no-answer': 'Nobody picked up.',
        failed: 'The call did not get through.',
        completed: 'The call ended.',
      }[status]
  }
}
