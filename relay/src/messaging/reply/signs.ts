/** What an emoji says. */
export type Sign = 'yes' | 'no' | 'kind' | 'doubt' | 'ask' | 'hurt' | 'other'

const SIGNS: readonly [Sign, string][] = [
  ['yes', '👍👌✅☑✔🆗💯🙆'],
  ['no', '👎❌🚫✖🙅⛔❎'],
  ['kind', '🙏❤💕💗💖💙💚💛💜🧡🩷🤍♥😊😀😃😄😁🙂😍🥰😘☺🎉🌞☀🌷🌹✨🤗😇💐🦷👋🙌👏💪😎'],
  ['doubt', '🤷🤔😬😕🙃😐😒'],
  ['ask', '❓❔⁉'],
  ['hurt', '🩸🤕🆘🚨🚑'],
]
const SIGN_OF = new Map(SIGNS.flatMap(([sign, all]) => [...all].map((one) => [one.codePointAt(0), sign] as const)))

export function signOf(emoji: string): Sign {
  return SIGN_OF.get(emoji.codePointAt(0)) ?? 'other'
}
