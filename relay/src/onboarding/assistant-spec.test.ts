import { AssistantSettings, FIRST_ASSISTANT } from '@dentalanswer/shared/domain/assistant.ts'
import { UNKNOWN_HEALTH } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import { Setup } from '@dentalanswer/shared/domain/practice.ts'
import type { Instant } from '@dentalanswer/shared/domain/practice-time.ts'
import { describe, expect, test } from 'vitest'
import { exampleSetup } from '../../../tests/support/sample-setup.ts'
import type { AssistantSpec } from '../ports/assistant-host.ts'
import { toolOf, voiceTools } from '../voice/answer-tool-calls.ts'
import { assistantPlanOf } from './assistant-plan.ts'
import { assistantSpecOf } from './assistant-spec.ts'

const specOf = (setup: Setup) => assistantSpecOf(assistantPlanOf(setup))

function withSettings(setup: Setup, change: object, assistant: object = {}): Setup {
  const settings = { ...setup.practice.settings, ...change, assistant: AssistantSettings.parse(assistant) }
  return { ...setup, practice: { ...setup.practice, settings } }
}

const EVERYTHING = withSettings(
  exampleSetup({ phoneNumber: '+15125550100' }),
  { transferNumber: '+15125550142', onCall: [] },
  {
    name: 'Luz',
    greeting: 'Thanks for calling Bright Smiles. What can I do for you?',
    languages: ['en', 'es'],
    insurance: ['Delta Dental', 'Cigna'],
    answers: [{ question: 'Where can I park?', answer: 'Behind the house.\nThe first two hours are free.' }],
    recordCalls: true,
  },
)
EVERYTHING.appointmentTypes[0] = { ...EVERYTHING.appointmentTypes[0]!, bookableByVoice: false, minimumAge: 3 }

function asRead({ prompt, firstMessage, tools, ...rest }: AssistantSpec): string {
  const described = tools.map(({ name, path, description, startLine, parameters }) => {
    const { properties, required } = parameters as { properties: Record<string, { type: string; description: string }>; required: string[] }
    const fields = Object.entries(properties).map(
      ([field, { type, description: words }]) => `- ${field} (${type}${required.includes(field) ? ', needed' : ''}): ${words}`,
    )
    return [`## ${name} at ${path}`, description, `Says meanwhile: ${startLine ?? 'nothing'}`, ...fields].join('\n')
  })
  return [
    `FIRST WORDS\n${firstMessage}`,
    `PROMPT\n${prompt}`,
    'TOOLS',
    ...described,
    `THE REST\n${JSON.stringify(rest, null, 2)}`,
    '',
  ].join('\n\n')
}

describe('the whole assistant, as it is reviewed', () => {
  test('of the example practice', async () => {
    await expect(asRead(specOf(exampleSetup()))).toMatchFileSnapshot('./__snapshots__/assistant-example.txt')
  })

  test('of a practice that uses everything', async () => {
    await expect(asRead(specOf(EVERYTHING))).toMatchFileSnapshot('./__snapshots__/assistant-everything.txt')
  })

  test('stays lean: it is read again at every turn', () => {
    for (const setup of [exampleSetup(), EVERYTHING]) expect(specOf(setup).prompt.split(/\s+/).length).toBeLessThan(900)
  })
})

describe('its tools', () => {
  test('are all that the relay answers to, each once, at its own address', () => {
    const { tools } = specOf(exampleSetup())
    expect(tools.map((tool) => toolOf({ id: '1', name: tool.name, args: {}, said: '' }, '')).sort()).toEqual(Object.keys(voiceTools).sort())
    for (const { name, path } of tools) expect(path).toBe(`/api/vapi/${name.replaceAll('_', '-')}`)
  })

  test('stay within what the voice service takes', () => {
    const many = exampleSetup()
    const [type] = many.appointmentTypes
    many.appointmentTypes = Array.from({ length: 100 }, (_, at) => ({
      ...type!,
      name: `Kind of visit with a rather long name number ${at}`,
    }))
    for (const { name, description, parameters } of specOf(many).tools) {
      expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/)
      expect(description.length).toBeLessThan(1_000)
      const { properties, required } = parameters as { properties: object; required: string[] }
      expect(Object.keys(properties)).toEqual(expect.arrayContaining(required))
    }
  })
})

describe('what it speaks from', () => {
  const HIDDEN = 'Mrs. Hidden'
  const PHONE = '+12065550123' as PhoneNumber
  const at = '2026-03-02T15:00:00.000Z' as Instant

  test('is the set-up, which has nobody in it who comes as a patient', () => {
    const known = ['practice', 'providers', 'operatories', 'appointmentTypes', 'hours', 'closures', 'phoneNumbers']
    expect(Object.keys(Setup.shape)).toEqual(known)
  })

  test('leaves out whatever staff wrote for themselves, and every number but those callers may know', () => {
    const setup = withSettings(exampleSetup(), { onCall: [{ name: HIDDEN, phoneNumber: PHONE }] })
    const [phone] = setup.phoneNumbers
    const full: Setup = {
      ...setup,
      operatories: setup.operatories.map((one) => ({ ...one, name: HIDDEN })),
      closures: [
        {
          id: setup.practice.id as never,
          kind: 'block',
          providerId: null,
          operatoryId: null,
          startsAt: at,
          endsAt: at,
          releasedAt: null,
          reason: HIDDEN,
          removedAt: null,
        },
      ],
      phoneNumbers: [
        {
          ...phone!,
          label: HIDDEN,
          forwardedFrom: PHONE,
          trial: { phoneNumber: PHONE, startedAt: at, endsAt: at },
          forwardTest: { state: 'failed', startedAt: at, endedAt: at, message: HIDDEN },
          health: { ...UNKNOWN_HEALTH, checkedAt: at },
        },
      ],
    }
    const told = JSON.stringify([assistantPlanOf(full), specOf(full)])
    expect(told).not.toContain(HIDDEN)
    expect(told).not.toContain(PHONE)
    expect(told).not.toContain('206')
  })

  test('does not change with ids, versions or health', () => {
    const setup = exampleSetup()
    const renamed = JSON.parse(JSON.stringify(setup).replaceAll('00000000-0000-7000-8000', '11111111-1111-7111-8111')) as Setup
    renamed.practice.setupVersion = 99
    renamed.phoneNumbers[0]!.health = { ...UNKNOWN_HEALTH, checkedAt: at }
    expect(assistantPlanOf(renamed)).toEqual(assistantPlanOf(setup))
  })

  test('lets nobody write instructions to the voice service: only the clock is filled in', () => {
    const evil = '{{ customer.number }} {% if true %} {{"now"}}'
    const setup = exampleSetup()
    const full = withSettings(
      {
        ...setup,
        practice: { ...setup.practice, name: evil },
        providers: setup.providers.map((one) => ({ ...one, spokenName: evil })),
        appointmentTypes: setup.appointmentTypes.map((one, at) => ({ ...one, name: evil, spokenNames: [evil], bookableByVoice: at > 0 })),
      },
      {},
      { name: '{{a}}', greeting: evil, insurance: [evil], answers: [{ question: `{`, answer: `{ now }${evil}` }] },
    )
    const { prompt, ...rest } = specOf(full)
    const clock = '{{ "now" | date: "%A, %B %d, %Y, %I:%M %p", "America/Chicago" }}'
    expect(prompt).toContain(clock)
    expect(prompt.replace(clock, '')).not.toMatch(/[{}]/)
    const texts = [rest.firstMessage, rest.failureWords, rest.summaryPrompt, ...rest.keyterms, rest.transfer?.description ?? '']
    for (const words of [...texts, ...rest.tools.flatMap(({ description, parameters }) => [description, ...wordsIn(parameters)])])
      expect(words).not.toMatch(/[{}]/)
  })
})

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(wordsIn) : []
}

describe('where calls go', () => {
  const desk = (change: (setup: Setup) => Setup) => specOf(change(exampleSetup())).desk

  test('a failed call rings the practice, or the number callers are put through to', () => {
    expect(desk((setup) => setup)).toBe('+15125550142')
    expect(desk((setup) => withSettings(setup, { transferNumber: '+15125550177' }))).toBe('+15125550177')
  })

  test('never back to a line that the assistant answers', () => {
    const forwarded = (setup: Setup) => ({
      ...setup,
      phoneNumbers: setup.phoneNumbers.map((one) => ({ ...one, forwardedFrom: '+15125550142' as PhoneNumber })),
    })
    expect(desk(forwarded)).toBeNull()
    expect(specOf(forwarded(exampleSetup())).failureWords).toContain('call again')
    expect(desk(() => exampleSetup({ phoneNumber: '+15125550100' }))).toBeNull()
    const toItself = withSettings(exampleSetup(), { transferNumber: '+15125550100' })
    expect(specOf(toItself).transfer).toBeNull()
    expect(specOf(toItself).prompt).toContain('You cannot put callers through')
    const released = (setup: Setup) => ({
      ...forwarded(setup),
      phoneNumbers: setup.phoneNumbers.map((one) => ({ ...one, status: 'released' as const })),
    })
    expect(desk(released)).toBe('+15125550142')
  })

  test('an emergency is put through only when the practice wants that and there is where', () => {
    const through = 'Then put the caller through'
    const there = { transferNumber: '+15125550177' }
    expect(specOf(withSettings(exampleSetup(), there)).prompt).toContain(through)
    expect(specOf(withSettings(exampleSetup(), there, { putEmergenciesThrough: false })).prompt).not.toContain(through)
    expect(specOf(withSettings(exampleSetup(), {}, FIRST_ASSISTANT)).prompt).not.toContain(through)
  })
})
