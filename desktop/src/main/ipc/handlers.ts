import { DeskError } from '@dentalanswer/shared/contract/errors.ts'
import { deskRoutes } from '@dentalanswer/shared/contract/routes.ts'
import type { IpcName, IpcOutput, IpcParsed } from '../../ipc/contract.ts'
import type { Core } from '../core/desk-core.ts'
import { DeskTrouble } from '../core/desk-trouble.ts'
import { readAppointment, readCall } from '../core/read-more.ts'

/** What the relay takes at most; names it does not know would be kept here for nothing. */
const LONGEST_COMMAND = 200_000

export type Handlers = { [N in IpcName]: (input: IpcParsed<N>) => IpcOutput<N> | Promise<IpcOutput<N>> }

/** What answers each call of the window, by its name in the contract. */
export function handlersOf(core: Core): Handlers {
  const { options } = core
  const cache = () => core.desk().cache
  return {
    'app.state': () => core.appState(),
    'pair.start': (input) => core.pair(input),
    'pair.forget': (input) => core.forget(input),
    'preferences.change': async (change) => {
      const preferences = await options.changePreferences(change)
      options.push({ kind: 'preferences', preferences })
      return preferences
    },

    'setup.read': () => cache().readSetup() ?? notYet(),
    'days.read': (input) => core.desk().older.days(input),
    'work.read': () => cache().readWork({ now: core.now() }),
    'threads.read': (input) => cache().readThreads({ ...input, now: core.now() }),
    'thread.read': (input) => core.desk().older.thread(input),
    'calls.read': (input) => core.desk().older.calls(input),
    'call.read': ({ callId }) => readCall(core.desk(), callId),
    'people.search': (input) => cache().searchPeople(input),
    'person.read': ({ patientId }) => core.desk().persons.read(patientId),
    'person.open': async ({ patientId }) => ({ isNew: await core.desk().persons.open(patientId) }),
    'appointment.read': ({ appointmentId }) => readAppointment(core.desk(), appointmentId),
    'household.read': (input) => cache().readHousehold({ ...input, now: core.now() }),

    'slots.find': (input) => core.desk().client.ask('slots.find', input),
    'slots.check': (input) => core.desk().client.ask('slots.check', input),
    'numbers.search': (input) => core.desk().client.ask('numbers.search', input),
    'assistant.version': (input) => core.desk().client.ask('assistant.version', input),
    'usage.read': (input) => core.desk().client.ask('usage.read', input),
    'file.save': async (file) => ({ isSaved: await options.saveFile(file) }),
    'trial.read': (input) => cache().readTrial(input),

    'command.run': ({ name, input, label, canWait }) => {
      const { runner } = core.desk()
      // Parsed here and not only at the relay, so that nothing waits in the queue that could never be sent.
      const parsed = deskRoutes[name].input.safeParse(input)
      if (!parsed.success) throw badCommand(parsed.error.issues)
      if (JSON.stringify(input).length > LONGEST_COMMAND) throw new DeskError('TOO_LARGE', 'This change is too large to be sent.')
      return runner.run({ name, input, label, canWait })
    },
    'queue.drop': ({ id }) => core.desk().runner.drop(id),
    'queue.retry': () => {
      const { line, runner } = core.desk()
      if (line.line().state !== 'live') line.wake()
      runner.wake()
      return runner.queue()
    },
    'line.retry': () => {
      core.desk().line.wake()
      return core.line()
    },

    'phone.dial': async ({ phoneNumber }) => {
      await options.openExternal(`tel:${phoneNumber}`)
      return {}
    },
    'clipboard.write': ({ text }) => {
      options.writeClipboard(text)
      return {}
    },
    'badge.set': (badge) => {
      options.setBadge(badge)
      return {}
    },
    'update.install': () => options.installUpdate(),
  }
}

function notYet(): never {
  throw new DeskTrouble('STORE_UNAVAILABLE', 'The practice has not been received from the relay yet.')
}

function badCommand(issues: { path: PropertyKey[]; message: string }[]): DeskError {
  const problems = issues.slice(0, 10).map((issue) => ({ at: issue.path.join('.'), problem: issue.message }))
  return new DeskError('BAD_INPUT', 'This change is not filled in as expected.', { details: { problems } })
}
