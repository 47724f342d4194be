import { PracticeChange } from '@dentalanswer/shared/contract/practice-change.ts'
import type { DeskInput } from '@dentalanswer/shared/contract/routes.ts'
import type { AssistantLanguage, AssistantSettings, PracticeAnswer, VoiceName } from '@dentalanswer/shared/domain/assistant.ts'
import { formatPhone, readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { Practice } from '@dentalanswer/shared/domain/practice.ts'
import { type Problems, problemsOf } from '../../../ui/plain-problems.ts'

/** What staff decide about the assistant, as typed. A null greeting is the standard one; insurance is one plan a line. */
export type AssistantForm = {
  name: string
  greeting: string | null
  voice: VoiceName
  languages: AssistantLanguage[]
  transferNumber: string
  putEmergenciesThrough: boolean
  insurance: string
  answers: PracticeAnswer[]
  recordCalls: boolean
}

export const ASSISTANT_FIELDS: Record<keyof AssistantForm, string> = {
  name: 'Name',
  greeting: 'First words',
  voice: 'Voice',
  languages: 'Languages',
  transferNumber: 'Puts callers through to',
  putEmergenciesThrough: 'Emergencies',
  insurance: 'Insurance',
  answers: 'Questions and answers',
  recordCalls: 'Recording',
}

export const VOICES: Record<VoiceName, { name: string; words: string }> = {
  warm: { name: 'Warm', words: 'A friendly voice in the middle, unhurried. Suits most practices.' },
  bright: { name: 'Bright', words: 'A lighter, livelier voice.' },
  calm: { name: 'Calm', words: 'A soft, slower voice. Good with anxious callers.' },
  deep: { name: 'Deep', words: 'A low, even voice. Carries well on poor lines.' },
}

/** Which it speaks; the first is the one it begins in. */
export const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'en,es', label: 'English, and Spanish' },
  { value: 'es', label: 'Spanish' },
  { value: 'es,en', label: 'Spanish, and English' },
]

export const MOST_GREETING = 300
export const MOST_ANSWERS = 60

export function assistantForm({ settings, country }: Practice): AssistantForm {
  const { assistant, transferNumber } = settings
  const { insurance, ...rest } = assistant
  return { ...rest, insurance: insurance.join('\n'), transferNumber: transferNumber ? formatPhone(transferNumber, country) : '' }
}

/** The plans of the insurance field, one a line or parted by commas; each named once. */
export function readInsurance(typed: string): string[] {
  const plans = typed
    .split(/[,;\n]/)
    .map((plan) => plan.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
  return plans.filter((plan, at) => plans.findIndex((one) => one.toLowerCase() === plan.toLowerCase()) === at)
}

/** The settings as they would be spoken from, while they are typed: for the preview, so nothing is refused here. */
export function typedSettings({ transferNumber: _, insurance, ...form }: AssistantForm): AssistantSettings {
  const answers = form.answers.filter((one) => one.question.trim() && one.answer.trim())
  const greeting = form.greeting?.trim() || null
  return { ...form, greeting, answers, insurance: readInsurance(insurance) }
}

/** What the edited fields change, as the relay takes it; or what is wrong, by field. An answer with nothing in it is left out. */
export function assistantChange(
  form: AssistantForm,
  edited: (keyof AssistantForm)[],
  country: string,
): { change: DeskInput<'practice.change'> } | { problems: Problems } {
  const problems = fieldProblems(form, country)
  if (Object.keys(problems).length > 0) return { problems }
  const { transferNumber, insurance, ...assistant } = form
  const answers = form.answers.filter((one) => one.question.trim() || one.answer.trim())
  const parsed = PracticeChange.safeParse({
    settings: {
      ...(edited.some((field) => field !== 'transferNumber') && {
        assistant: { ...assistant, answers, insurance: readInsurance(insurance) },
      }),
      ...(edited.includes('transferNumber') && { transferNumber: readPhoneNumber(transferNumber, country) }),
    },
  })
  if (parsed.success) return { change: parsed.data }
  return {
    problems: problemsOf(parsed.error.issues.map((issue) => ({ ...issue, path: issue.path.slice(issue.path[1] === 'assistant' ? 2 : 1) }))),
  }
}

function fieldProblems(form: AssistantForm, country: string): Problems {
  const problems: Problems = {}
  const typed = form.transferNumber.trim()
  if (typed !== '' && !readPhoneNumber(typed, country)) problems.transferNumber = 'Not a phone number'
  if (form.languages.length === 0) problems.languages = 'It needs one language at least'
  if (form.greeting !== null && form.greeting.trim() === '') problems.greeting = 'Write the first words, or take the standard ones'
  const half = form.answers.findIndex((one) => Boolean(one.question.trim()) !== Boolean(one.answer.trim()))
  if (half >= 0) problems.answers = `Number ${half + 1} needs both a question and an answer`
  const long = readInsurance(form.insurance).find((plan) => plan.length > 60)
  if (long) problems.insurance = 'At most 60 characters for one plan; put each on its own line'
  return problems
}

/** How one version of a field reads beside the other, when two desks changed it. */
export function assistantWords(value: unknown, field: string): string {
  if (field === 'greeting') return value === null ? 'Standard words' : String(value)
  if (field === 'voice') return VOICES[value as VoiceName].name
  if (field === 'languages') return LANGUAGES.find((one) => one.value === (value as string[]).join())?.label ?? ''
  if (field === 'insurance') return readInsurance(String(value)).join(', ')
  if (field === 'answers') return (value as PracticeAnswer[]).map((one) => `${one.question} ${one.answer}`).join(' · ')
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return String(value)
}
