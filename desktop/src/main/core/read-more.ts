import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { AppointmentId, CallId } from '@dentalanswer/shared/domain/ids.ts'
import type { IpcOutput } from '../../ipc/contract.ts'
import { askWithLimit } from './ask-with-limit.ts'
import { DeskTrouble } from './desk-trouble.ts'
import type { PairedDesk } from './paired-desk.ts'

const LIMIT_MS = 2_500

// Reads that ask the relay for what a desk does not keep, and make do with the cache when it does not answer in time.

export async function readCall({ cache, client, isLive, timers, writable }: PairedDesk, callId: CallId): Promise<IpcOutput<'call.read'>> {
  const found = isLive() ? await askWithLimit(client.ask('call.find', { callId }), { timers, ms: LIMIT_MS, isFinal: isGone }) : null
  if (found) await writable()
  if (found) cache.keepCall(found)
  const kept = cache.readCall({ callId })
  if (!kept) throw new DeskTrouble('NOT_FOUND', 'This call is not kept on this computer, and the relay cannot be asked right now.')
  return kept
}

/** One appointment with its patient and what machines changed about it: from the cache, else from the relay, which is kept. Null when
 *  neither has it. */
export async function readAppointment(
  { cache, client, isLive, timers, writable }: PairedDesk,
  appointmentId: AppointmentId,
): Promise<IpcOutput<'appointment.read'>> {
  const kept = cache.readAppointment({ appointmentId })
  if (kept || !isLive()) return kept
  const found = await askWithLimit(client.ask('appointment.find', { appointmentId }), { timers, ms: LIMIT_MS, isFinal: () => false })
  if (!found) return null
  await writable()
  cache.keepAppointmentFound(found)
  return cache.readAppointment({ appointmentId })
}

const isGone = (error: unknown) => error instanceof DeskError && error.code === 'NOT_FOUND'
