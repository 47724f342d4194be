import type { AssistantSettings } from './assistant.ts'
import { formatPhone, type PhoneNumber } from './phone.ts'
import type { AppointmentType, Setup } from './practice.ts'

/** The voice service fills in `{{…}}` and `{%…%}` wherever it finds them; what a practice typed must stay words. */
export function withoutBraces(text: string): string {
  return text.replaceAll('{', '(').replaceAll('}', ')')
}

const isSpanishFirst = ({ languages }: AssistantSettings) => languages[0] === 'es'
const SAYS_AI =
  /\b(AI|A\.I\.|artificial intelligence) (assistant|receptionist)\b|\b(asistente|recepcionista) (de IA|de inteligencia artificial)\b/i
const DENIES = /\b(not|no|isn['’]t)\b/i

/** That the call is recorded, in the language the assistant begins with; null when it is not recorded. */
export function recordingNotice(settings: AssistantSettings): string | null {
  if (!settings.recordCalls) return null
  return isSpanishFirst(settings) ? 'Esta llamada se graba.' : 'This call is recorded.'
}

/** The first words of a call, exactly as they are said: that it is recorded, that an AI speaks, then the practice's own words. */
export function greetingOf(practiceName: string, settings: AssistantSettings): string {
  const own = settings.greeting
  const words = own === null ? standardGreeting(practiceName, settings) : saysItself(own) ? own : `${introduction(settings)} ${own}`
  return withoutBraces([recordingNotice(settings), words].filter(Boolean).join(' '))
}

function saysItself(greeting: string): boolean {
  return SAYS_AI.test(greeting) && !DENIES.test(greeting)
}

function introduction(settings: AssistantSettings): string {
  return isSpanishFirst(settings) ? `Soy ${settings.name}, asistente de IA.` : `I am ${settings.name}, an AI assistant.`
}

function standardGreeting(practiceName: string, settings: AssistantSettings): string {
  const { name, languages } = settings
  const both = languages.length > 1
  return isSpanishFirst(settings)
    ? `Hola, soy ${name}, asistente de IA de ${practiceName}. ${both ? 'I also speak English. ' : ''}¿En qué puedo ayudarle?`
    : `Hello, I am ${name}, the AI assistant of ${practiceName}. ${both ? 'También hablo español. ' : ''}How can I help you?`
}

/** What an assistant is made of, as far as the preview shows it. */
export type PreviewSetup = Pick<Setup, 'practice' | 'appointmentTypes' | 'phoneNumbers'>
export type PreviewSection = { heading: string; lines: string[] }

/** What the assistant will say and do, in plain words for staff. `settings` are those being edited; all else is as stored. */
export function previewOf(setup: PreviewSetup, settings: AssistantSettings): PreviewSection[] {
  const { practice } = setup
  const [atOnce, leftToStaff] = bookingLines(setup)
  const transfer = transferNumberOf(setup)
  return [
    { heading: 'It says first', lines: [greetingOf(practice.name, settings)] },
    { heading: 'It books at once', lines: atOnce },
    { heading: 'It leaves to you', lines: [...leftToStaff, 'Anything else: it writes down the wish and promises a call back.'] },
    { heading: 'In an emergency', lines: emergencyLines(setup, settings, transfer) },
    { heading: 'It puts callers through', lines: [transferLine(setup, transfer)] },
    { heading: 'When it cannot answer', lines: [failureLine(setup)] },
    { heading: 'Languages', lines: [languageLine(settings)] },
    { heading: 'Insurance', lines: [insuranceLine(settings)] },
    { heading: 'Answers it gives', lines: settings.answers.map(({ question, answer }) => `${question} ${answer}`) },
    { heading: 'Recording', lines: [recordingLine(settings)] },
    { heading: 'It never', lines: NEVER },
  ].map((section) => (section.lines.length > 0 ? section : { ...section, lines: ['Nothing yet.'] }))
}

const NEVER = [
  'Gives medical advice, names an illness or a drug, or says that something can wait.',
  'Makes up openings, prices or rules: it knows only what you entered here and what the book says.',
  'Tells or changes anything about a visit before name, birth date and phone number match.',
  'Asks for card numbers or other payment details.',
]

/** Where callers are put through to. A number that the assistant itself answers leads nowhere. */
export function transferNumberOf({ practice, phoneNumbers }: Pick<Setup, 'practice' | 'phoneNumbers'>): PhoneNumber | null {
  const { transferNumber } = practice.settings
  return phoneNumbers.some((one) => one.status !== 'released' && one.phoneNumber === transferNumber) ? null : transferNumber
}

/** The line that rings when the assistant itself fails. One that it answers, or that is forwarded to it, would bring the call back to what
 *  has just failed: then null. */
export function deskNumberOf(setup: Pick<Setup, 'practice' | 'phoneNumbers'>): PhoneNumber | null {
  const used = setup.phoneNumbers.filter((one) => one.status !== 'released')
  const comesBack = (line: PhoneNumber) => used.some((one) => one.phoneNumber === line || one.forwardedFrom === line)
  const lines = [setup.practice.settings.transferNumber, setup.practice.phoneNumber]
  return lines.find((line) => line !== null && !comesBack(line)) ?? null
}

/** Types that are offered, in their order: those it books, and those for which staff decide. */
export function offeredTypes(types: AppointmentType[]): { atOnce: AppointmentType[]; byStaff: AppointmentType[] } {
  const active = types.filter((type) => type.active).sort((a, b) => a.position - b.position)
  return { atOnce: active.filter((type) => type.bookableByVoice), byStaff: active.filter((type) => !type.bookableByVoice) }
}

function bookingLines({ practice, appointmentTypes }: PreviewSetup): [string[], string[]] {
  const { atOnce, byStaff } = offeredTypes(appointmentTypes)
  const { minimumNoticeMinutes } = practice.settings
  const notice = minimumNoticeMinutes > 0 ? [`Not sooner than ${durationWords(minimumNoticeMinutes)} ahead.`] : []
  const lines = atOnce.map((type) => `${type.name}${typeLimits(type)}`)
  return [lines.length > 0 ? [...lines, ...notice] : [], byStaff.map((type) => `${type.name}${typeLimits(type)}`)]
}

/** " (new patients, age 3 to 17)"; empty without limits. */
export function typeLimits({ patients, minimumAge, maximumAge }: Pick<AppointmentType, 'patients' | 'minimumAge' | 'maximumAge'>): string {
  const who = { any: '', new: 'new patients', known: 'known patients' }[patients]
  const age =
    minimumAge !== null && maximumAge !== null
      ? `age ${minimumAge} to ${maximumAge}`
      : minimumAge !== null
        ? `age ${minimumAge} and over`
        : maximumAge !== null
          ? `up to age ${maximumAge}`
          : ''
  const limits = [who, age].filter(Boolean).join(', ')
  return limits ? ` (${limits})` : ''
}

/** "90 minutes", "2 hours", "3 days". */
export function durationWords(minutes: number): string {
  const of = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`
  if (minutes >= 1_440 && minutes % 1_440 === 0) return of(minutes / 1_440, 'day')
  return minutes >= 60 && minutes % 60 === 0 ? of(minutes / 60, 'hour') : of(minutes, 'minute')
}

function emergencyLines({ practice }: PreviewSetup, settings: AssistantSettings, transfer: PhoneNumber | null): string[] {
  const through = settings.putEmergenciesThrough && transfer !== null
  const onCall = practice.settings.onCall.length > 0
  return [
    'For trouble breathing or swallowing, or bleeding that does not stop, it says at once to hang up and call 911.',
    onCall
      ? 'It raises the alarm at every desk, and then texts those on call.'
      : 'It raises the alarm at every desk. Nobody is on call yet.',
    through
      ? `Then it puts the caller through to ${formatPhone(transfer, practice.country)}.`
      : 'It does not put the caller through; it promises a call back.',
  ]
}

function transferLine({ practice }: PreviewSetup, transfer: PhoneNumber | null): string {
  return transfer === null
    ? 'Nowhere: no number is set. It promises a call back.'
    : `To ${formatPhone(transfer, practice.country)} when somebody asks for a person while you are open.`
}

function failureLine(setup: PreviewSetup): string {
  const desk = deskNumberOf(setup)
  return desk
    ? `Calls go to ${formatPhone(desk, setup.practice.country)}.`
    : `Callers are asked to call again: your own line leads back to the assistant. Enter ${transferNumberOf(setup) ? 'another' : 'a'} number to put callers through to.`
}

function languageLine(settings: AssistantSettings): string {
  if (settings.languages.length > 1)
    return isSpanishFirst(settings) ? 'Spanish, and English for whoever speaks it.' : 'English, and Spanish for whoever speaks it.'
  return isSpanishFirst(settings) ? 'Spanish only.' : 'English only.'
}

function insuranceLine({ insurance }: AssistantSettings): string {
  return insurance.length > 0
    ? `You take ${insurance.join(', ')}. For any other it offers a call back.`
    : 'None entered: for every question about insurance it offers a call back.'
}

function recordingLine(settings: AssistantSettings): string {
  const notice = recordingNotice(settings)
  return notice ? `Calls are recorded. The caller hears first: “${notice}”` : 'Calls are not recorded.'
}
