type Tone = { hertz: number; atSeconds: number; seconds: number }

const SOFT: Tone[] = [
  { hertz: 587, atSeconds: 0, seconds: 0.25 },
  { hertz: 880, atSeconds: 0.16, seconds: 0.4 },
]
const URGENT: Tone[] = [0, 0.24, 0.48].map((atSeconds) => ({ hertz: 784, atSeconds, seconds: 0.2 }))
const LOUDNESS = { soft: 0.08, urgent: 0.16 }

let context: AudioContext | null = null

/** A short chime: two soft notes, or three firm ones for an emergency. Silent where the system lets no sound through. */
export function chime(kind: 'soft' | 'urgent'): void {
  context ??= new AudioContext()
  const { destination, currentTime } = context
  void context.resume()
  for (const tone of kind === 'urgent' ? URGENT : SOFT) {
    const oscillator = context.createOscillator()
    const volume = context.createGain()
    const from = currentTime + tone.atSeconds
    oscillator.frequency.value = tone.hertz
    volume.gain.setValueAtTime(0, from)
    volume.gain.linearRampToValueAtTime(LOUDNESS[kind], from + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, from + tone.seconds)
    oscillator.connect(volume).connect(destination)
    oscillator.start(from)
    oscillator.stop(from + tone.seconds)
  }
}
