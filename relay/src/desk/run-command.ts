import { createHash } from 'node:crypto'
import { DeskError, type ErrorCode } from '@dentalanswer/shared/contract/errors.ts'
import type { DeskRouteName } from '@dentalanswer/shared/contract/routes.ts'
import type { InboxKey } from '../store/inbox.ts'
import { isDuplicate } from '../store/store-error.ts'
import { keepAnswer, type Tx, writeOnce } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'
import { appointmentCommands } from './appointment-commands.ts'
import { assistantCommands } from './assistant-commands.ts'
import { callCommands } from './call-commands.ts'
import type { CommandName, Commands, DeskCtx } from './desk-context.ts'
import { lineCommands } from './line-commands.ts'
import { nearestTimes, type TimeRefused } from './nearest-times.ts'
import { onboardingCommands } from './onboarding-commands.ts'
import { peopleCommands } from './people-commands.ts'
import { registrationCommands } from './registration-commands.ts'
import { setupCommands } from './setup-commands.ts'
import { threadCommands } from './thread-commands.ts'

const commands: Commands = {
  ...appointmentCommands,
  ...assistantCommands,
  ...callCommands,
  ...lineCommands,
  ...onboardingCommands,
  ...peopleCommands,
  ...registrationCommands,
  ...setupCommands,
  ...threadCommands,
}

type AnyCommand = (tx: Tx, input: unknown, requestId: string) => Work<unknown>
type Refusal = { code: ErrorCode; message: string; details?: Record<string, unknown> }
/** What is stored under the request's key: a repeat of a refused request hears the same refusal. */
type Kept = { value: unknown } | { refused: Refusal }

/** Trouble that may be gone at the next try, and so is no answer to keep. */
const PASSING: ErrorCode[] = ['STORE_BUSY', 'STORE_FULL', 'STORE_UNAVAILABLE', 'KEY_REUSED', 'UNEXPECTED']

/** Runs a command once for its key: changed once, and answered the same each time. Throws what the command throws, and `KEY_REUSED`. */
export async function runCommand(name: DeskRouteName, ctx: DeskCtx, input: unknown, key: string): Promise<unknown> {
  const requestHash = createHash('sha256')
    .update(JSON.stringify([name, input]))
    .digest('base64url')
  const inbox: InboxKey = { source: 'desk', key: `${ctx.device.id}:${key}`, requestHash }
  const kept = await changeOnce(name as CommandName, ctx, input, inbox)
  if (!('refused' in kept)) return kept.value
  const { code, message, details } = kept.refused
  throw new DeskError(code, message, { details })
}

async function changeOnce(name: CommandName, ctx: DeskCtx, input: unknown, inbox: InboxKey): Promise<Kept> {
  // The cast holds because `commands` is checked against the contract name by name.
  const command = commands[name] as unknown as AnyCommand
  try {
    const once = await writeOnce<Kept>(ctx, inbox, name, function* (tx) {
      return { value: yield* command(tx, input, inbox.key) }
    })
    return once.answer
  } catch (error) {
    const refused = refusalOf(name, error)
    if (!refused || PASSING.includes(refused.code)) throw error
    return keepAnswer<Kept>(ctx, inbox, { refused: await withAlternatives(name, ctx, input, refused) })
  }
}

function refusalOf(name: CommandName, error: unknown): Refusal | null {
  if (error instanceof DeskError) return { code: error.code, message: error.message, ...(error.details ? { details: error.details } : {}) }
  // The claims refused a second taker that the check before did not see.
  if (isDuplicate(error) && /^(appointment|change)\./.test(name)) return { code: 'SLOT_TAKEN', message: 'That time is already taken.' }
  // Two practices asked for one number at the same time.
  if (isDuplicate(error) && name === 'onboarding.start')
    return { code: 'NUMBER_TAKEN', message: 'Another practice is getting this number.' }
  return null
}

async function withAlternatives(name: CommandName, ctx: DeskCtx, input: unknown, refused: Refusal): Promise<Refusal> {
  const isAboutTime = refused.code === 'SLOT_TAKEN' || refused.code === 'NOT_BOOKABLE'
  if (!isAboutTime || (name !== 'appointment.book' && name !== 'appointment.move')) return refused
  const alternatives = await ctx.store.read(() => nearestTimes(ctx, input as TimeRefused))
  return { ...refused, details: { ...refused.details, alternatives } }
}
