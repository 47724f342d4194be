import type { AssistantLanguage, VoiceName } from '@dentalanswer/shared/domain/assistant.ts'
import type { Vapi } from '@vapi-ai/server-sdk'
import type { AssistantSpec } from '../../ports/assistant-host.ts'

type Heard = Pick<AssistantSpec, 'languages' | 'keyterms'>

const MOST_KEYTERMS = 60
/** The transcriber refuses more than 500 tokens of them, and with them the call. developers.deepgram.com/docs/keyterm */
const MOST_LETTERS = 1_200

/** How the caller is heard. `multi` follows a caller from one language to another. */
export function transcriber({ languages, keyterms }: Heard): Vapi.CreateAssistantDtoTranscriber {
  const names = keyterms.map(withoutTemplate).filter((term) => term !== '')
  return {
    provider: 'deepgram',
    model: 'nova-3',
    language: languages.length > 1 ? 'multi' : (languages[0] ?? 'en'),
    keyterm: withinLimits([...new Set(names)]),
    numerals: true,
  }
}

/** The first ones, which are the names of the practice and its people. */
function withinLimits(names: string[]): string[] {
  let left = MOST_LETTERS
  return names.slice(0, MOST_KEYTERMS).filter((name) => {
    left -= name.length
    return left >= 0
  })
}

/** Names that a practice types are never a template of the voice service's. */
const withoutTemplate = (text: string) => text.replace(/[{}%]/g, ' ').replace(/\s+/g, ' ').trim()

const VOICES: Record<VoiceName, { voiceId: Vapi.ElevenLabsVoiceIdEnum; fallback: 'Clara' | 'Elliot' }> = {
  warm: { voiceId: 'sarah', fallback: 'Clara' },
  bright: { voiceId: 'paula', fallback: 'Clara' },
  calm: { voiceId: 'matilda', fallback: 'Clara' },
  deep: { voiceId: 'mark', fallback: 'Elliot' },
}

/** What callers hear, and what they hear when that voice's vendor fails. Both speak English and Spanish. */
export function voice(name: VoiceName): Vapi.CreateAssistantDtoVoice {
  const { voiceId, fallback } = VOICES[name]
  return {
    provider: '11labs',
    voiceId,
    model: 'eleven_flash_v2_5',
    fallbackPlan: { voices: [{ provider: 'vapi', voiceId: fallback, version: '2' }] },
  }
}

/** When it begins to speak and when it stops. The guess at the end of a sentence knows English only. */
export function turnTaking(languages: AssistantLanguage[]) {
  const isEnglishOnly = languages.every((language) => language === 'en')
  return {
    startSpeakingPlan: {
      waitSeconds: 0.4,
      ...(isEnglishOnly
        ? { smartEndpointingPlan: { provider: 'livekit' } }
        : { transcriptionEndpointingPlan: { onPunctuationSeconds: 0.2, onNoPunctuationSeconds: 1.2, onNumberSeconds: 0.8 } }),
    },
    stopSpeakingPlan: { numWords: 1, voiceSeconds: 0.2, backoffSeconds: 1 },
  } satisfies Pick<Vapi.CreateAssistantDto, 'startSpeakingPlan' | 'stopSpeakingPlan'>
}
