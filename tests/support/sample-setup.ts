import { readFileSync } from 'node:fs'
import { PracticeFile, shiftsOf } from '@dentalanswer/relay/src/onboarding/practice-file.ts'
import { UNKNOWN_HEALTH } from '@dentalanswer/shared/domain/onboarding.ts'
import { Setup } from '@dentalanswer/shared/domain/practice.ts'

const id = (kind: number, at: number) => `00000000-0000-7000-8000-${String(kind * 1_000 + at).padStart(12, '0')}`

/** The set-up that the example practice file makes, with the same ids every time. */
export function exampleSetup(change: Record<string, unknown> = {}): Setup {
  const example = new URL('../../relay/practice.example.json', import.meta.url)
  const file = PracticeFile.parse({ ...JSON.parse(readFileSync(example, 'utf8')), ...change })
  const providerId = (name: string) =>
    id(
      1,
      file.providers.findIndex((one) => one.name === name),
    )
  const { providers, operatories, appointmentTypes, phoneNumbers, ...practice } = file
  return Setup.parse({
    practice: { ...practice, id: id(0, 0), setupVersion: 1 },
    providers: providers.map((one, position) => ({ spokenName: one.name, ...one, id: id(1, position), active: true, position })),
    operatories: operatories.map((name, position) => ({ id: id(2, position), name, active: true, position })),
    appointmentTypes: appointmentTypes.map((type, position) => ({
      ...type,
      id: id(3, position),
      providers: type.providers.map((one) =>
        typeof one === 'string'
          ? { providerId: providerId(one), durationMinutes: null }
          : { providerId: providerId(one.name), durationMinutes: one.durationMinutes },
      ),
      operatoryIds: type.operatories.map((name) => id(2, operatories.indexOf(name))),
      active: true,
      position,
    })),
    hours: providers.map((one, position) => ({ providerId: id(1, position), shifts: shiftsOf(one.hours) })),
    closures: [],
    phoneNumbers: phoneNumbers.map((one, at) => ({
      ...one,
      id: id(4, at),
      status: 'active',
      way: 'new',
      forwardedFrom: null,
      texting: 'ready',
      twilioAccountSid: null,
      voiceUrl: null,
      assistantVersion: null,
      rentMicrodollars: null,
      health: UNKNOWN_HEALTH,
      forwardTest: null,
      trial: null,
      releaseAt: null,
      createdAt: '2026-03-02T15:00:00.000Z',
    })),
  })
}
