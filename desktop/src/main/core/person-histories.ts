import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import type { PatientId } from '@dentalanswer/shared/domain/ids.ts'
import { MS_PER_MINUTE } from '@dentalanswer/shared/domain/practice-time.ts'
import type { IpcOutput } from '../../ipc/contract.ts'
import type { PersonView } from '../../ipc/views.ts'
import { askWithLimit } from './ask-with-limit.ts'
import { DeskTrouble } from './desk-trouble.ts'
import type { OlderOptions } from './read-older.ts'

const LIMIT_MS = 2_500
const ONCE_IN_MS = 10 * MS_PER_MINUTE
const MOST = 200

type History = { askedMs: number; replacements: number; audit: PersonView['audit'] }

/** What the relay knows of the persons somebody opened at this desk. Each asking is written down there as a look at the person, so it is done
 *  when one is opened, at most once in ten minutes, and never because live data changed. */
export class PersonHistories {
  private readonly options: OlderOptions
  private readonly known = new Map<PatientId, History>()
  private readonly asking = new Map<PatientId, Promise<boolean>>()

  constructor(options: OlderOptions) {
    this.options = options
  }

  /** What is kept, with the history once it was asked for and while the relay can be reached. */
  async read(patientId: PatientId): Promise<IpcOutput<'person.read'>> {
    const { cache, isLive } = this.options
    if (!cache.readPerson({ patientId })) await this.open(patientId)
    const kept = cache.readPerson({ patientId })
    if (!kept) throw new DeskTrouble('NOT_FOUND', 'This person is not kept on this computer, and the relay cannot be asked right now.')
    const history = this.historyOf(patientId)
    return history && isLive() ? { ...kept, audit: history.audit, isComplete: true } : kept
  }

  /** Asks the relay, unless it was asked a moment ago. True when there is something new to show. */
  open(patientId: PatientId): Promise<boolean> {
    const { isLive, nowMs } = this.options
    const history = this.historyOf(patientId)
    if (!isLive() || (history && nowMs() - history.askedMs < ONCE_IN_MS)) return Promise.resolve(false)
    const asking = this.asking.get(patientId) ?? this.ask(patientId).finally(() => this.asking.delete(patientId))
    this.asking.set(patientId, asking)
    return asking
  }

  private historyOf(patientId: PatientId): History | undefined {
    const history = this.known.get(patientId)
    // With the whole cache its older visits were replaced.
    return history?.replacements === this.options.replacements() ? history : undefined
  }

  private async ask(patientId: PatientId): Promise<boolean> {
    const { client, cache, timers, writable, replacements, nowMs } = this.options
    const before = replacements()
    const asked = client.ask('patient.find', { patientId })
    const found = await askWithLimit(asked, { timers, ms: LIMIT_MS, isFinal: isGone })
    if (!found) return false
    await writable()
    if (replacements() !== before) return false
    cache.keepPatientHistory(found)
    this.known.delete(patientId)
    const [oldest] = this.known.keys()
    if (oldest && this.known.size >= MOST) this.known.delete(oldest)
    this.known.set(patientId, { askedMs: nowMs(), replacements: before, audit: found.audit })
    return true
  }
}

const isGone = (error: unknown) => error instanceof DeskError && error.code === 'NOT_FOUND'
