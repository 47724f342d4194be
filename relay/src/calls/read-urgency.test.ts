import { describe, expect, test } from 'vitest'
import { emergencyAdvice, readUrgency, wantsCallback } from './read-urgency.ts'

describe('an emergency', () => {
  test.each<[string, string, string?]>([
    ["I can't breathe", 'breathing-or-swallowing'],
    ["no, I can't breathe", 'breathing-or-swallowing', 'the "no" answers something else'],
    ['No fever but he can not swallow', 'breathing-or-swallowing'],
    ['it is getting hard to swallow', 'breathing-or-swallowing'],
    ['my throat feels like it is closing', 'breathing-or-swallowing'],
    ['no puedo respirar', 'breathing-or-swallowing'],
    ['le cuesta tragar', 'breathing-or-swallowing'],
    ['my cheek is so swollen I cannot open my eye', 'swelling-to-eye-or-neck'],
    ['the swelling is going down my neck', 'swelling-to-eye-or-neck'],
    ['se me hinchó el ojo', 'swelling-to-eye-or-neck'],
    ['my face is swollen and I have a fever', 'swelling-with-fever'],
    ['Fever since last night. The swelling is getting worse.', 'swelling-with-fever'],
    ['tengo la cara hinchada y fiebre', 'swelling-with-fever'],
    ["it won't stop bleeding", 'bleeding-not-stopping'],
    ["It's bleeding. It won't stop.", 'bleeding-not-stopping'],
    ["the bleeding hasn't stopped", 'bleeding-not-stopping'],
    ['bleeding for 30 minutes with gauze on it', 'bleeding-not-stopping'],
    ['I had it pulled yesterday and it is still bleeding', 'bleeding-not-stopping'],
    ['no para de sangrar', 'bleeding-not-stopping'],
    ['he fell and hit his head', 'head-or-jaw-injury'],
    ['she was hit by a car', 'head-or-jaw-injury'],
    ['I think my jaw is broken', 'head-or-jaw-injury'],
    ['he passed out', 'head-or-jaw-injury'],
    ['se golpeó la cabeza', 'head-or-jaw-injury'],
    ["my son's front tooth got knocked out", 'knocked-out-tooth'],
    ['he fell off his bike and his tooth came out', 'knocked-out-tooth'],
    ['le tumbaron un diente', 'knocked-out-tooth'],
    ['should I call 911', 'asked-for-911'],
  ])('"%s" is one: %s', (text, rule) => expect(readUrgency(text)).toMatchObject({ level: 'emergency', rule }))
})

describe('urgent, and no more than that', () => {
  test.each<[string, string, string?]>([
    ['my tooth hurts', 'pain'],
    ["I'm not swollen but I have a lot of pain", 'pain'],
    ['I have no insurance and the pain is terrible', 'pain', 'the "no" reaches its own word only'],
    ["I don't want to wait my tooth hurts", 'pain'],
    ["the pain isn't going away", 'pain'],
    ["I can't eat without pain", 'pain'],
    ['the pain went away but came back', 'pain'],
    ['no aguanto el dolor', 'pain'],
    ['me duele la muela', 'pain'],
    ['why is my filling hurting', 'pain', 'a question about their own tooth'],
    ['my face is swollen', 'swelling'],
    ['my gums bleed when I brush for two minutes', 'bleeding'],
    ["I don't know if it's infected", 'infection'],
    ['my crown fell off', 'broken-or-lost'],
    ['I chipped a tooth', 'broken-or-lost'],
    ['se me rompió un diente', 'broken-or-lost'],
    ['I have a fever', 'fever'],
    ["I can't sleep", 'sleepless'],
    ['no puedo dormir', 'sleepless'],
    ["it's an emergency", 'asked-urgently'],
    ['as soon as possible please', 'asked-urgently'],
    ['es una urgencia', 'asked-urgently'],
    ['Pain: severe. Swelling: none. Fever: none.', 'pain'],
    ['I broke my jaw years ago but now my tooth hurts', 'pain'],
  ])('"%s" is urgent: %s', (text, rule) => expect(readUrgency(text)).toMatchObject({ level: 'urgent', rule }))
})

describe('neither', () => {
  test.each([
    "I'd like a cleaning",
    'no pain',
    'no pain, swelling, or fever',
    "I don't have any pain",
    "it isn't an emergency",
    "I don't think it's an emergency",
    'not bleeding any more',
    'the bleeding has stopped',
    'the pain is gone',
    'no trouble breathing',
    'my eye is not swollen',
    "he didn't hit his head",
    'sin dolor',
    'ya no me duele',
    'no tiene fiebre ni hinchazón',
    'no tengo problemas para respirar',
    'no es una emergencia',
    'does a filling hurt?',
    'hi, can you tell me if braces hurt?',
    'will it hurt?',
    '¿duele una endodoncia?',
    'painless dentistry',
    'my emergency contact is Bob',
    'I take blood thinners',
    'I need a crown and a filling',
    'I broke my jaw ten years ago',
    'I lost my insurance card',
    'my number is 512 911 0199',
    'I live at 911 Oak Street',
    'running late because of a car accident on the highway',
    'Swelling: no. Fever: no. Bleeding: no.',
    'caller denies pain or swelling',
    'put me on the ASAP list',
    '',
  ])('"%s"', (text) => expect(readUrgency(text)).toEqual({ level: 'none', matched: [], rule: 'none' }))
})

test('the words that decided are named', () => {
  expect(readUrgency('Hi. My tooth hurts, and my throat is closing!').matched).toEqual(['throat is closing'])
  expect(readUrgency('swollen, hot, and I have a fever').matched).toEqual(['swollen', 'fever'])
})

describe('asking to be phoned', () => {
  test.each([
    'please call me back',
    'have someone call me',
    'can the doctor phone me',
    "I'd rather talk to a person",
    'could I get a call back',
    'give me a call when you open',
    'let me talk to Dr. Lee',
    'transfer me to the front desk',
    "I don't want to talk to a robot",
    'representative!',
    'llámenme',
    'quiero que me llame la doctora',
    'quiero hablar con una persona',
  ])('"%s" is', (text) => {
    const { wants, matched } = wantsCallback(text)
    expect(wants).toBe(true)
    expect(matched.length).toBeGreaterThan(0)
  })

  test.each([
    'you can call me Al',
    'they call me Beth',
    'me llamo Ana',
    "I'll call back later",
    "don't call me back",
    'no need to call me back',
    'no me llamen',
    'did you call me?',
    "I'm returning your call",
    "I don't want to talk to a person",
    'I need to speak to my husband first',
    "I'd like to book a cleaning",
    '',
  ])('"%s" is not', (text) => expect(wantsCallback(text)).toEqual({ wants: false, matched: [] }))
})

describe('advice', () => {
  test('911 and the emergency room come first when someone cannot breathe, bleeds or is hurt', () => {
    for (const said of ["I can't breathe", "it won't stop bleeding", 'he hit his head', 'swelling to my eye', 'reported by the model'])
      expect(emergencyAdvice('emergency', said)).toMatch(/^Please hang up and call nine one one, or go to the nearest emergency room/)
  })

  test('a knocked-out tooth is held by the crown, kept in milk or saline, not scrubbed, and seen within the hour', () => {
    const line = emergencyAdvice('emergency', 'her tooth got knocked out')
    for (const words of ['by the crown', 'do not scrub', 'milk or saline', 'within the hour']) expect(line).toContain(words)
  })

  test('with both, 911 comes first and the tooth after it', () => {
    const line = emergencyAdvice('emergency', 'he passed out and his tooth was knocked out')
    expect(line).toMatch(/^Please hang up and call nine one one.*milk or saline/)
  })

  test('no line holds a digit, a line break, a drug or comfort that it can wait', () => {
    const lines = ["can't breathe", 'tooth knocked out', "won't stop bleeding", 'passed out, tooth knocked out'].map((said) =>
      emergencyAdvice('emergency', said),
    )
    for (const line of [...lines, emergencyAdvice('urgent', 'pain')])
      expect(line).not.toMatch(/\d|\n|ibuprofen|aspirin|tylenol|antibiotic|wait|infection/i)
    expect(emergencyAdvice('none', 'a cleaning')).toBe('')
  })
})

test('whatever is said, reading it neither throws nor slows down with length', () => {
  const words =
    "no not can't breathe bleeding swelling eye tooth out knocked call me back 911 fever , . ? \n stopped gone pain \ud800 \u{1f600} ñ".split(
      ' ',
    )
  let seed = 11
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % below
  }
  for (let round = 0; round < 2000; round++) {
    const said = Array.from({ length: next(40) }, () => (next(9) ? words[next(words.length)] : String.fromCharCode(next(65536)))).join(' ')
    expect(['emergency', 'urgent', 'none']).toContain(readUrgency(said).level)
    wantsCallback(said)
  }
  const started = performance.now()
  for (const said of ['swelling neck no bleed '.repeat(20_000), 'a'.repeat(400_000), 'someone '.repeat(50_000), 'i was '.repeat(60_000)]) {
    readUrgency(said)
    wantsCallback(said)
  }
  expect(performance.now() - started).toBeLessThan(5_000)
})
