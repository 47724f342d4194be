const pattern = (source: string) => new RegExp(source, 'dg')

const STAFF =
  '(?:someone|somebody|anyone|anybody|doctor|dentist|dr|nurse|hygienist|assistant|receptionist|office|staff|team|desk|manager|person|human|people|representative|operator|agent)'
const REACH = '(?<key>call|phone|ring|contact)'
const WHEN =
  '(?:back|later|when|whenever|if|at|on|as|asap|tomorrow|today|tonight|this|after|before|again|any\\w*|please|with|about|in|once|soon|first|between|instead|directly|monday|tuesday|wednesday|thursday|friday|saturday|next|regarding|for)'

/** Ways of asking to be phoned, or to speak with a person. "Call me Beth" and "did you call me?" are neither. */
export const CALLBACK_PATTERNS = [
  pattern(`(?<!\\bdid (?:you|they|someone|somebody|anyone) )\\b${REACH} (?:me|us)(?: ${WHEN}\\b|(?= [,.])|$)`),
  pattern(`\\b${STAFF}(?: [a-z]+){0,3}? ${REACH} (?:me|us)\\b`),
  pattern(`\\b(?:have|ask|get|tell) (?:a |an |the |your |some)?[a-z]+(?: [a-z]+)? (?:to )?${REACH} (?:me|us|my [a-z]+)\\b`),
  pattern(`\\b${REACH} my [a-z]+ back\\b`),
  pattern('\\b(?:a|the|for|want|need|get|request|requesting|like) (?:a )?(?<key>call ?back|return call)\\b'),
  pattern('\\b(?<key>give) (?:me|us) (?:a )?(?:quick )?(?:call|ring|buzz|shout)\\b'),
  pattern('\\b(?:(?<key>return) my (?:phone )?call|(?:someone|somebody) (?:to )?get back to (?:me|us)|please get back to (?:me|us))\\b'),
  pattern(
    `\\b(?<key>talk|speak|chat) (?:to|with) (?:a |an |the |my |your |one of (?:the|your) )?(?:real |actual |live )?(?:human being|front desk|${STAFF})\\b`,
  ),
  pattern(
    '\\b(?<key>want|need|like|prefer|get|get me|give me|rather have) (?:a |an )?(?:real |actual |live )?(?:person|human|human being|operator|representative)\\b',
  ),
  pattern('\\b(?<key>transfer|connect) me\\b|\\bput me through\\b'),
  pattern('\\b(?:real|live|actual) (?:person|human)\\b'),
  pattern('\\b(?<key>want|need|like|prefer|appreciate) a (?:phone )?call\\b'),
  pattern('^(?:please )?(?:representative|operator|agent|receptionist|human)(?: please)?(?: \\.)?$'),
  pattern(
    '\\b(?:dont|rather not)(?: want| like)?(?: to)? (?:talk|speak|talking|speaking) (?:to|with) (?:a |an |this )?(?:robot|machine|computer|ai|bot|recording)\\b',
  ),
  pattern(
    '\\b(?<key>llamenme|llameme|llamame|me llamen|me llame|me llaman|me (?:puede|pueden|podria|podrian) llamar|(?:puede|pueden|podria|podrian) llamarme|(?:devuelv|regres)\\w+ la llamada)\\b',
  ),
  pattern(
    '\\b(?<key>hablar) con (?:una persona|alguien|(?:el|la|un|una) (?:doctora?|dentista|recepcionista|humano|representante|asistente|operadora?))\\b',
  ),
]
