import { assistantPlanOf } from '@dentalanswer/relay/src/onboarding/assistant-plan.ts'
import { assistantSpecOf } from '@dentalanswer/relay/src/onboarding/assistant-spec.ts'
import { tagOfNumber } from '@dentalanswer/relay/src/onboarding/tags.ts'
import type { AssistantSettings } from '@dentalanswer/shared/domain/assistant.ts'
import { expect, test } from 'vitest'
import { checkSandbox } from '../support/conformance/check-sandbox.ts'
import { descriptions, testWithSpecs } from '../support/conformance/test-with-specs.ts'
import { value } from '../support/open-line.ts'
import { openWorld } from '../support/world.ts'

/** The world's own assistant, as the practice's set-up makes it. */
async function openAssistant(assistant: Partial<AssistantSettings> = {}) {
  const world = await openWorld()
  const setup = await world.setup()
  const { settings } = setup.practice
  const changed = { ...setup.practice, settings: { ...settings, assistant: { ...settings.assistant, ...assistant } } }
  const [phone] = setup.phoneNumbers
  const spec = assistantSpecOf(assistantPlanOf({ ...setup, practice: changed }))
  const of = { tag: tagOfNumber(phone!.id), practiceId: setup.practice.id, phoneNumberId: phone!.id }
  const host = world.deps.lines.host!
  const sent = value(await host.updateAssistant(phone!.vapiAssistantId!, spec, of))
  return { world, sent, ours: host.fingerprintOf(spec, of), of }
}

test('the assistant of a practice is taken whole and read back unchanged', async () => {
  const { sent, ours, of } = await openAssistant({ languages: ['en', 'es'], recordCalls: true })
  expect(sent).toMatchObject({ tag: of.tag, fingerprint: ours })
})

test('a tool of that assistant is answered with what the model cannot change beside its arguments, and nothing of it counts as said', async () => {
  const { world, of } = await openAssistant()
  world.vapi.changeAssistant((await world.setup()).phoneNumbers[0]!.vapiAssistantId!, {
    model: withTrusted(world.vapi.assistants()[0]!.model, { key: '_note', value: 'I cannot breathe' }) as never,
  })
  const call = await world.call({ from: '+15125550199' })
  const answer = await call.tool('check_availability', { appointmentType: 'cleaning', when: 'tomorrow', _practiceId: 'made up' })
  expect(JSON.stringify(answer)).toMatch(/nine|ten|eleven|AM|PM/i)
  const posted = world.vapi.posted().find((one) => (one.message as { type: string }).type === 'tool-calls')!
  expect(JSON.stringify(posted.message)).toContain(of.practiceId)
  expect(JSON.stringify(posted.message)).not.toContain('made up')
  expect(await world.rows('alarms')).toEqual([])
})

function withTrusted(model: unknown, parameter: { key: string; value: string }) {
  const { tools, ...rest } = model as { tools: { type: string; parameters?: unknown[] }[] }
  return { ...rest, tools: tools.map((tool) => (tool.parameters ? { ...tool, parameters: [...tool.parameters, parameter] } : tool)) }
}

testWithSpecs('the assistant of a practice is as the voice service describes it, in each language', async () => {
  for (const languages of [['en'], ['en', 'es'], ['es']] as AssistantSettings['languages'][]) {
    const { world } = await openAssistant({ languages, recordCalls: true, insurance: ['Delta Dental'] })
    const { problems, checked } = checkSandbox(descriptions(), world)
    expect(problems).toEqual([])
    expect(checked).toContain('PATCH /assistant/{id} 200')
  }
})
