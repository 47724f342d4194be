/** What the patient typed, without our own words quoted back. `reaction` and `command` hold nothing to act on. */
export type Typed =
  | { kind: 'typed'; text: string }
  | { kind: 'reaction'; liked: boolean }
  | { kind: 'command' }
  | { kind: 'link' }
  | { kind: 'only-quoted' }

/** One pattern out of alternatives separated by `;`. */
const anyOf = (alternatives: string): string =>
  `(?:${alternatives
    .split(';')
    .map((one) => one.trim())
    .join('|')})`

const LINK = /\b(?:https?:\/\/|www\.)\S+|\b[\w.-]{1,60}\.(?:com|org|net|io|gov|us|ly)\b(?:\/\S*)?/gi
const SIGNATURE =
  /(?:^|[\s-])(?:sent from my \w+(?: \w+)?|sent via [\w ]{1,30}|get outlook for \w+|enviado desde mi \w+(?: \w+)?)[.!]?\s*$/i

// iPhones and Androids send a reaction as a text: Liked “…”, Le gustó “…”, 👍 to “…”. The quoted words are ours.
const LIKING = anyOf(
  `liked; loved; laughed at; emphasi[sz]ed; le gust[oó]; le encant[oó]; me gusta; me encanta; a aim[eé]; gostou de; adorou`,
)
const REACTING =
  anyOf(`${LIKING}; disliked; questioned; reacted .{1,24}? to; removed an? .{1,24}? from; no le gust[oó]; se ri[oó] de; enfatiz[oó]
  ; destac[oó]; dio [eé]nfasis a; hizo [eé]nfasis en; pregunt[oó] por; cuestion[oó]; reaccion[oó] .{0,24}?a; elimin[oó] .{1,24}? de`)
const REACTED = new RegExp(`^\\W{0,6}(?:an? \\p{L}+ )?${REACTING} ?(?:"|an? (?:image|photo|message)|una? (?:imagen|foto|mensaje))`, 'iu')
const LIKED = new RegExp(`^\\W{0,6}${LIKING}|^reacc?\\p{L}* .{0,12}[👍❤😍🥰🙏😊👏🎉]`, 'iu')
// Anything short in front of one long quotation is a reaction too ("👍 to “…”"), whatever the language of the phone.
const QUOTES_ONLY = /^[^"]{0,40}"[^"]{18,}"?\W*$/u

// How our own texts end and open (text-templates.ts), so that a copy of one sent back is not taken for the patient's words.
const OWN_ENDINGS = new RegExp(
  anyOf(`(?:reply|text|respond|answer|responda|responde|conteste)\\s+"?\\w+"?\\s+(?:to|for|para|o|or)\\b[^.!\\n]{0,60}
    ; stop to (?:opt out|unsubscribe|end); stop para no recibir mas; to (?:change it|book again) call[^.\\n]{0,20}
    ; para (?:cambiarla|otra cita) llame[^.\\n]{0,20}`),
  'gi',
)
const OWN_OPENINGS = new RegExp(
  `\\b${anyOf(`your (?:visit|appointment|cleaning)[\\w ]{0,24} (?:is|on); su cita (?:es|ahora|del|queda); this is a reminder; le recordamos`)}`,
  'i',
)

const command = (pattern: string): RegExp => new RegExp(pattern, 'i')

/** Texts that give orders to software instead of answering the practice. */
const COMMANDS = [
  command(
    `\\b${anyOf('ignore; disregard; forget; override; bypass; ignora; ignoren; olvida; omite')}\\b.{0,40}` +
      `\\b${anyOf('instructions?; prompts?; rules; above; previous; prior; system; instrucciones; reglas; anterior(?:es)?')}\\b`,
  ),
  command(
    `^\\W{0,4}${anyOf('system; assistant; admin; administrator; developer; root; sudo; bot; ai; sistema; asistente')}\\b\\W{0,3}[:>\\]]`,
  ),
  command(
    `\\b${anyOf(`system (?:prompt|message|override|update|note|command|instruction); developer mode; debug mode; admin (?:mode|override|access|command)
      ; as an ai\\b; you are (?:now )?an? (?:ai|bot|assistant); you are now; act as; pretend (?:to be|you); jailbreak; language model
      ; new instructions?; your instructions; nuevas instrucciones`)}\\b`,
  ),
  command(
    `\\b${anyOf(`every; everyone'?s?; each; all(?: of)?(?: the| other| existing| future)?; todas? las; todos los; cada`)} ` +
      `${anyOf('patients?; appointments?; visits?; slots?; records?; bookings?; users?; customers?; citas?; pacientes?')}\\b`,
  ),
  command(
    `\\b${anyOf('intent; status; output; label; classification; action; command; function; confidence; estado; intencion')}\\b ?` +
      `${anyOf('[:=({]; (?:should|must) be; to [a-z]*(?:confirm|cancel); as (?:confirm|cancel|urgent|opt)')}`,
  ),
  command(
    `\\b${anyOf('classify; label; categori[sz]e; interpret; treat; parse; process; mark; flag; set; clasifica; marca')} ` +
      '(?:this|my|the|it|este|esta)? ?(?:message|text|reply|response|sms|mensaje|texto)\\b',
  ),
  command(`^(?:please )?${anyOf('respond; output; print; return; responde')} (?:only |back )?(?:with|exactly|con) `),
  command('\\b(?:respond|reply|answer) (?:only|exactly) (?:with )?|\\b(?:classify|interpret|treat|label) this as\\b'),
  command(`[{}]|<\\/?[a-z]+>|\`\`\`|&&|\\|\\||[;'"] ?or ?['"]?1['"]? ?=`),
  command(`\\b${anyOf('drop table; delete from; insert into; select \\*; update \\w+ set; rm -rf; sudo; console\\.log; eval')}\\b`),
]

// "Disregard my previous text" speaks of the writer's own.
const OWN_SLIP = /\b(?:ignore|disregard|forget) my (?:last|previous|prior|earlier|other) (?:texts?|messages?|reply|response|answer|one)\b/gi

/** Sets aside links, signatures, reactions, our own text quoted back and commands aimed at software. `plain` comes from `plainText`. */
export function readTyped(plain: string): Typed {
  const text = plain.replace(SIGNATURE, ' ').trim()
  if (REACTED.test(text) || QUOTES_ONLY.test(text)) return { kind: 'reaction', liked: LIKED.test(text) }
  const ordered = text.replace(OWN_SLIP, ' ')
  if (COMMANDS.some((one) => one.test(ordered))) return { kind: 'command' }
  const unlinked = text.replace(LINK, ' ').trim()
  if (unlinked === '' && text !== '') return { kind: 'link' }
  const own = withoutOwnText(withoutQuotes(unlinked)).trim()
  return own === '' && unlinked !== '' ? { kind: 'only-quoted' } : { kind: 'typed', text: own }
}

function withoutQuotes(text: string): string {
  if (!/[">]/.test(text)) return text
  const lines = text.split('\n').filter((line) => !/^\s*>/.test(line) && !/^on .{4,80} wrote:$/i.test(line))
  return lines.join('\n').replace(/"[^"]{18,}"/g, ' ')
}

/** A patient may send our text back with the answer after it; what we wrote must not be read as theirs. */
function withoutOwnText(text: string): string {
  let end = -1
  for (const match of text.matchAll(OWN_ENDINGS)) end = match.index + match[0].length
  return end === -1 || !OWN_OPENINGS.test(text.slice(0, end)) ? text : text.slice(end)
}
