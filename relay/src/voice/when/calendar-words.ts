/** Words for days, months and numbers in English and Spanish, without accents and in lower case. */

export const WEEKDAYS = numbered([
  'monday mondays mon lunes',
  'tuesday tuesdays tue tues martes',
  'wednesday wednesdays wed weds miercoles',
  'thursday thursdays thu thur thurs jueves',
  'friday fridays fri viernes',
  'saturday saturdays sat sabado sabados',
  'sunday sundays sun domingo domingos',
])

export const MONTHS = numbered([
  'january jan enero',
  'february feb febrero',
  'march mar marzo',
  'april apr abril',
  'may mayo',
  'june jun junio',
  'july jul julio',
  'august aug agosto',
  'september sept sep septiembre setiembre',
  'october oct octubre',
  'november nov noviembre',
  'december dec diciembre',
])

export const ORDINALS = numbered([
  'first primero primer primera',
  'second segundo',
  'third tercero tercer',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
]).set('thirtieth', 30)

export const CARDINALS = numbered([
  'one uno una un',
  'two dos',
  'three tres',
  'four cuatro',
  'five cinco',
  'six seis',
  'seven siete',
  'eight ocho',
  'nine nueve',
  'ten diez',
  'eleven',
  'twelve doce',
  'thirteen trece',
  'fourteen catorce',
  'fifteen quince',
  'sixteen dieciseis',
  'seventeen diecisiete',
  'eighteen dieciocho',
  'nineteen diecinueve',
  'twenty veinte',
  'veintiuno veintiun',
  'veintidos',
  'veintitres',
  'veinticuatro',
  'veinticinco',
  'veintiseis',
  'veintisiete',
  'veintiocho',
  'veintinueve',
  'thirty treinta',
])
  .set('zero', 0)
  .set('cero', 0)

for (const [index, words] of ['forty cuarenta', 'fifty cincuenta', 'sixty sesenta', 'seventy setenta'].entries()) {
  for (const word of words.split(' ')) CARDINALS.set(word, 40 + index * 10)
}
for (const word of ['eighty', 'ochenta']) CARDINALS.set(word, 80)
for (const word of ['ninety', 'noventa']) CARDINALS.set(word, 90)

/** Words that mean the same to every reader here, mostly Spanish ones. */
export const SAME_WORD = new Map<string, string>(
  Object.entries({
    today: 'today hoy',
    tomorrow: 'tomorrow tmrw',
    yesterday: 'yesterday ayer',
    week: 'weeks semana semanas wk',
    month: 'months mes meses',
    day: 'days dia dias',
    hour: 'hours hora horas hr hrs',
    minute: 'minutes minuto minutos mins min',
    year: 'years ano anos',
    fortnight: 'fortnights',
    weekend: 'weekends',
    next: 'proximo proxima proximos proximas',
    this: 'este esta estos',
    coming: 'upcoming',
    last: 'ultimo ultima',
    morning: 'mornings',
    afternoon: 'afternoons tarde tardes',
    evening: 'evenings night nights noche noches',
    noon: 'midday mediodia',
    early: 'temprano',
    soonest: 'asap earliest soon sooner immediately now ahora anytime sometime whenever urgently weekday weekdays pronto',
    half: 'media',
    quarter: 'cuarto',
    the: 'la los las',
    of: 'de del',
    to: 'al',
    through: 'thru',
    until: 'till til hasta',
    or: 'o u',
    from: 'desde',
    between: 'entre',
    around: 'about approximately roughly circa',
    for: 'para',
    not: 'cant cannot except dont wont excluding',
    thousand: 'mil',
  }).flatMap(([meaning, words]) => words.split(' ').map((word) => [word, meaning] as const)),
)

function numbered(lines: string[]): Map<string, number> {
  return new Map(lines.flatMap((line, index) => line.split(' ').map((word) => [word, index + 1] as const)))
}
