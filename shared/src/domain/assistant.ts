import { z } from 'zod'
import { AssistantVersionId } from './ids.ts'
import { Instant } from './practice-time.ts'
import { line, paragraph } from './text.ts'

/** Voices a practice can choose from; which vendor's voice each is, the voice adapter knows. */
export const VoiceName = z.enum(['warm', 'bright', 'calm', 'deep'])
export type VoiceName = z.infer<typeof VoiceName>

export const AssistantLanguage = z.enum(['en', 'es'])
export type AssistantLanguage = z.infer<typeof AssistantLanguage>

/** A question callers ask and what the practice wants said. */
export const PracticeAnswer = z.object({ question: line(200, 1), answer: paragraph(600, 1) })
export type PracticeAnswer = z.infer<typeof PracticeAnswer>

/** What a practice decides about its voice assistant, beside its hours, types and staff. */
export const AssistantSettings = z.object({
  name: line(30, 1).default('Ava'),
  /** The first words of a call; null: the standard ones. That it is an AI, and that the call is recorded, is said in any case. */
  greeting: line(300, 1).nullable().default(null),
  voice: VoiceName.default('warm'),
  languages: z
    .array(AssistantLanguage)
    .min(1)
    .max(2)
    .default(['en'])
    .refine((languages) => new Set(languages).size === languages.length, 'names a language twice'),
  /** Put an emergency through to the transfer number after the alarm was raised. */
  putEmergenciesThrough: z.boolean().default(true),
  insurance: z.array(line(60, 1)).max(100).default([]),
  answers: z.array(PracticeAnswer).max(60).default([]),
  /** Calls are recorded only when this is on, and then the caller is told first. */
  recordCalls: z.boolean().default(false),
})
export type AssistantSettings = z.infer<typeof AssistantSettings>
export const FIRST_ASSISTANT: AssistantSettings = AssistantSettings.parse({})

/** One state of the practice's assistant as it was given to the voice service. Numbers count up per practice. */
export const AssistantVersion = z.object({
  id: AssistantVersionId,
  version: z.int().min(1),
  /** `waiting`: more changes may follow within seconds. `replaced`: a newer one has taken its place. */
  state: z.enum(['waiting', 'publishing', 'published', 'failed', 'replaced']),
  /** What is different from the version before, one plain sentence each. */
  changes: z.array(z.string()),
  /** The version whose words were taken up again; set-up changes are then held until somebody publishes the present set-up. */
  revertOf: z.int().nullable(),
  by: z.string(),
  /** Why it could not be published, for staff. */
  problem: z.string().nullable(),
  createdAt: Instant,
  publishedAt: Instant.nullable(),
})
export type AssistantVersion = z.infer<typeof AssistantVersion>
