import { isDeepStrictEqual } from 'node:util'
import type { AssistantSettings, PracticeAnswer } from '@dentalanswer/shared/domain/assistant.ts'
import { durationWords, typeLimits } from '@dentalanswer/shared/domain/assistant-words.ts'
import type { OpenDay } from '@dentalanswer/shared/domain/opening-hours.ts'
import { formatPhone, type PhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { AssistantPlan, PlannedType } from './assistant-plan.ts'
import { spanWords, WEEKDAYS } from './prompt/spoken-words.ts'

const MOST = 30
const LONGEST_QUOTE = 80

/** What is different for callers between two plans, one plain sentence each, for staff. Empty only for equal plans. Pure. */
export function changesBetween(before: AssistantPlan, after: AssistantPlan): string[] {
  const changes = [
    ...practiceChanges(before, after),
    ...hoursChanges(before.hours, after.hours),
    ...peopleChanges(before.providers, after.providers),
    ...typeChanges(before, after),
    ...voiceChanges(before.assistant, after.assistant),
    ...listChanges('Insurance', before.assistant.insurance, after.assistant.insurance),
    ...answerChanges(before.assistant.answers, after.assistant.answers),
  ]
  if (changes.length === 0 && !isDeepStrictEqual(before, after)) return ['Something was put in another order']
  return changes.length > MOST ? [...changes.slice(0, MOST - 1), `And ${changes.length - MOST + 1} more`] : changes
}

function practiceChanges(before: AssistantPlan, after: AssistantPlan): string[] {
  const phone = (plan: AssistantPlan, number: PhoneNumber | null) => (number ? formatPhone(number, plan.country) : 'nobody')
  return [
    ...changed('The name of the practice', before.practiceName, after.practiceName),
    ...changed('The number of the practice', phone(before, before.phoneNumber), phone(after, after.phoneNumber)),
    ...changed('Time zone', before.timeZone, after.timeZone),
    ...changed('Shortest notice', durationWords(before.minimumNoticeMinutes), durationWords(after.minimumNoticeMinutes)),
    ...turned(before.takesNewPatients, after.takesNewPatients, ['New patients are welcome again', 'New patients are not booked any more']),
    ...turned(before.hasOnCall, after.hasOnCall, ['Somebody is on call now', 'Nobody is on call any more']),
    ...changed('Callers are put through to', phone(before, before.transferNumber), phone(after, after.transferNumber)),
    // Most often it is the number that callers are put through to, and told of already.
    ...(before.transferNumber === after.transferNumber
      ? changed('When the assistant fails, calls go to', phone(before, before.deskNumber), phone(after, after.deskNumber))
      : []),
  ]
}

function changed(what: string, before: string, after: string): string[] {
  return before === after ? [] : [`${what}: ${quoted(after)}, was ${quoted(before)}`]
}

function turned(before: boolean, after: boolean, [on, off]: [string, string]): string[] {
  return before === after ? [] : [after ? on : off]
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE).trimEnd()}…` : line
}

function hoursChanges(before: OpenDay[], after: OpenDay[]): string[] {
  const words = (days: OpenDay[], weekday: number) => spanWords(days.find((one) => one.weekday === weekday)?.spans ?? [])
  return WEEKDAYS.flatMap((name, at) => changed(`Hours on ${name}`, words(before, at + 1), words(after, at + 1)))
}

function peopleChanges(before: AssistantPlan['providers'], after: AssistantPlan['providers']): string[] {
  const roleIn = (people: AssistantPlan['providers'], name: string) => people.find((one) => one.spokenName === name)?.role
  const came = after.filter(({ spokenName }) => roleIn(before, spokenName) === undefined)
  const left = before.filter(({ spokenName }) => roleIn(after, spokenName) === undefined)
  const others = after.filter(({ spokenName, role }) => ![undefined, role].includes(roleIn(before, spokenName)))
  return [
    ...came.map(({ spokenName, role }) => `${spokenName} (${role}) is new`),
    ...left.map(({ spokenName }) => `${spokenName} is no longer there`),
    ...others.map(({ spokenName, role }) => `${spokenName} is now a ${role}`),
  ]
}

type Offered = { type: PlannedType; atOnce: boolean }

function offeredIn({ bookedAtOnce, leftToStaff }: AssistantPlan): Map<string, Offered> {
  const all = [...bookedAtOnce.map((type) => ({ type, atOnce: true })), ...leftToStaff.map((type) => ({ type, atOnce: false }))]
  return new Map(all.map((one) => [one.type.name, one]))
}

function typeChanges(before: AssistantPlan, after: AssistantPlan): string[] {
  const [old, now] = [offeredIn(before), offeredIn(after)]
  const how = (atOnce: boolean) => (atOnce ? 'booked at once' : 'left to staff')
  return [
    ...[...now].flatMap(([name, { type, atOnce }]) => {
      const known = old.get(name)
      if (!known) return [`${name} is new and ${how(atOnce)}`]
      return [...(known.atOnce === atOnce ? [] : [`${name} is now ${how(atOnce)}`]), ...oneTypeChanges(known.type, type)]
    }),
    ...[...old.keys()].filter((name) => !now.has(name)).map((name) => `${name} is no longer offered`),
  ]
}

function oneTypeChanges(before: PlannedType, after: PlannedType): string[] {
  const { name } = after
  const who = (type: PlannedType) => type.providers.join(' or ') || 'nobody'
  const limits = (type: PlannedType) => typeLimits(type).trim() || 'everybody'
  return [
    ...changed(`${name} takes`, durationWords(before.durationMinutes), durationWords(after.durationMinutes)),
    ...changed(`${name} is done by`, who(before), who(after)),
    ...changed(`${name} is for`, limits(before), limits(after)),
    ...changed(`${name} is also called`, before.spokenNames.join(', ') || 'nothing else', after.spokenNames.join(', ') || 'nothing else'),
    ...turned(before.isEmergency, after.isEmergency, [`${name} is now for emergencies`, `${name} is no longer for emergencies`]),
  ]
}

const LANGUAGES = { en: 'English', es: 'Spanish' }

function voiceChanges(before: AssistantSettings, after: AssistantSettings): string[] {
  const languages = (settings: AssistantSettings) => settings.languages.map((one) => LANGUAGES[one]).join(' and ')
  return [
    ...changed('Name', before.name, after.name),
    ...changed('Greeting', before.greeting ?? 'the standard one', after.greeting ?? 'the standard one'),
    ...changed('Voice', before.voice, after.voice),
    ...changed('Languages', languages(before), languages(after)),
    ...turned(before.putEmergenciesThrough, after.putEmergenciesThrough, [
      'Emergencies are put through now',
      'Emergencies are no longer put through',
    ]),
    ...turned(before.recordCalls, after.recordCalls, ['Calls are recorded now', 'Calls are no longer recorded']),
  ]
}

function listChanges(what: string, before: string[], after: string[]): string[] {
  const added = after.filter((one) => !before.includes(one))
  const removed = before.filter((one) => !after.includes(one))
  return [
    ...(added.length > 0 ? [`${what} added: ${added.join(', ')}`] : []),
    ...(removed.length > 0 ? [`${what} taken out: ${removed.join(', ')}`] : []),
  ]
}

function answerChanges(before: PracticeAnswer[], after: PracticeAnswer[]): string[] {
  const answerIn = (answers: PracticeAnswer[], question: string) => answers.find((one) => one.question === question)?.answer
  return [
    ...after.flatMap(({ question, answer }) => {
      const known = answerIn(before, question)
      if (known === undefined) return [`New answer to “${quoted(question)}”`]
      return known === answer ? [] : [`The answer to “${quoted(question)}” changed`]
    }),
    ...before
      .filter(({ question }) => answerIn(after, question) === undefined)
      .map(({ question }) => `The answer to “${quoted(question)}” was taken out`),
  ]
}
