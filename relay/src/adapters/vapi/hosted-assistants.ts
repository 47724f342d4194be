import type { VapiClient } from '@vapi-ai/server-sdk'
import type { AssistantHost, HostedAssistant } from '../../ports/assistant-host.ts'
import { assistantBody } from './assistant-body.ts'
import { fingerprint, stamp } from './assistant-fingerprint.ts'
import { ask, askForOne, askToRemove, readId } from './host-answer.ts'
import { listAll } from './list-all.ts'
import type { RelayServer } from './server-address.ts'

type Assistants = Pick<
  AssistantHost,
  | 'listAssistants'
  | 'findAssistant'
  | 'readAssistant'
  | 'createAssistant'
  | 'updateAssistant'
  | 'deleteAssistant'
  | 'fingerprintOf'
  | 'stampOf'
>

export function hostedAssistants({ assistants }: VapiClient, server: RelayServer): Assistants {
  const list = async () => (await listAll((query) => assistants.list(query))).map(hostedAssistant)
  return {
    listAssistants: () => ask('read', list),
    findAssistant: (tag) => ask('read', async () => (await list()).find((one) => one.tag === tag) ?? null),
    readAssistant: (id) => askForOne(async () => hostedAssistant(await assistants.get({ id }))),
    createAssistant: (spec, of) => ask('change', async () => hostedAssistant(await assistants.create(assistantBody(spec, of, server)))),
    updateAssistant: (id, spec, of) =>
      ask('change', async () => hostedAssistant(await assistants.update({ id, ...assistantBody(spec, of, server) }))),
    deleteAssistant: (id) => askToRemove(() => assistants.delete({ id })),
    fingerprintOf: (spec, of) => fingerprint(assistantBody(spec, of, server)),
    stampOf: (spec, of) => stamp(assistantBody(spec, of, server)),
  }
}

const hostedAssistant = (assistant: { id: string; name?: string }): HostedAssistant => ({
  id: readId(assistant.id),
  tag: assistant.name ?? '',
  fingerprint: fingerprint(assistant),
})
