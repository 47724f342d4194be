import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { CallId, PatientId } from '@dentalanswer/shared/domain/ids.ts'
import type { IpcOutput } from '../../ipc/contract.ts'
import { askWithLimit } from './ask-with-limit.ts'
import { DeskTrouble } from './desk-trouble.ts'
import type { PairedDesk } from './paired-desk.ts'

const LIMIT_MS = 2_500

// Reads that ask the relay for what a desk does not keep, and make do with the cache when it does not answer in time.

export async function readCall({ cache, client, isLive, timers }: PairedDesk, callId: CallId): Promise<IpcOutput<'call.read'>> {
  const found = isLive() ? await askWithLimit(client.ask('call.find', { callId }), { timers, ms: LIMIT_MS, isFinal: isGone }) : null
  if (found) cache.keepCall(found)
  const kept = cache.readCall({ callId })
  if (!kept) throw new DeskTrouble('NOT_FOUND', 'This call is not kept on this computer, and the relay cannot be asked right now.')
  return kept
}

export async function readPerson({ cache, client, isLive, timers }: PairedDesk, patientId: PatientId): Promise<IpcOutput<'person.read'>> {
  const found = isLive() ? await askWithLimit(client.ask('patient.find', { patientId }), { timers, ms: LIMIT_MS, isFinal: isGone }) : null
  if (found) cache.keepPatientHistory(found)
  const kept = cache.readPerson({ patientId })
  if (!kept) throw new DeskTrouble('NOT_FOUND', 'This person is not kept on this computer, and the relay cannot be asked right now.')
  return found ? { ...kept, audit: found.audit, isComplete: true } : kept
}

const isGone = (error: unknown) => error instanceof DeskError && error.code === 'NOT_FOUND'
