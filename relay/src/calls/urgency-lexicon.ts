/** What callers say, as patterns over plain words. `key` is the word that a "no" before it takes back; a pattern without one holds
 *  as it stands. Gaps are counted, so every pattern stays linear. */
export type UrgencyRule = {
  rule: string
  level: 'emergency' | 'urgent'
  /** Not held for a question about a treatment ("does a filling hurt?") or for something years ago. */
  unless: 'question' | 'longAgo' | null
  patterns: RegExp[]
}

const gap = (words: number) => `(?: [a-z0-9,]+){0,${words}}?`
const gapAcross = (words: number) => `(?: [a-z0-9,.]+){0,${words}}?`
const pattern = (source: string) => new RegExp(source, 'dg')

const TOOTH = '(?:tooth|teeth|molars?|incisors?|dientes?|muelas?)'
const OBJECT = `(?:${TOOTH}|crowns?|caps?|fillings?|veneers?|bridge|temporary|dentures?|implants?|brackets?|wires?|coronas?|empastes?|tapaduras?|amalgamas?|puente|protesis)`
const BLEEDING = '(?<key>bleed(?:s|ing)?|bled|blood|sangr(?:e|a|ado|ando|ar))'
const NOT_STOPPING = `(?:wont|cant|cannot|doesnt|hasnt|havent|isnt|didnt|not|never)${gap(4)} (?:stop|stops|stopped|stopping|slow|slowing|clot|clotting)\\b`
const STREAMING = '(?:nonstop|non stop|uncontroll\\w*|heavily|profusely|gushing|pouring|spurting|sin parar|sin control|a chorros)\\b'
const LONG = `(?:(?:1[5-9]|[2-9]\\d|\\d{3}|fifteen|twenty|thirty|forty|fifty|sixty|ninety|quince|veinte|treinta|cuarenta)(?: five)? (?:minutes?|mins?|minutos?)|half an hour|(?:an|one|two|three|four|five|six|several|few|\\d+) hours?|media hora|una hora|\\w+ horas|all (?:day|night))\\b`
const SWELLING = '(?<key>swell|swells|swelling|swelled|swollen|puffy|hinch\\w+|inflam\\w+)'
const NEAR_AIRWAY =
  '(?:eyes?|eyelids?|neck|throat|tongue|spreading|under (?:my|the|his|her) (?:jaw|chin)|floor of (?:my|the|his|her) mouth|ojos?|parpados?|cuello|garganta|lengua)\\b'
const BLOW =
  '(?:fell(?! out\\b)(?! off (?:my|the|his|her|a|of) [a-z ]{0,6}(?:tooth|teeth|molar))|fall|tripped|hit|punched|kicked|elbowed|accident|ball|bike|bicycle|skateboard|sports|hockey|playing|golpe|golpeo|caida|pelota|accidente|bicicleta)'
const OUT = '(?:came|fell|popped|flew|went|is|are|got)(?: [a-z]+)? out\\b'
const BREAKING =
  'broke|broken|breaking|chip|chipped|crack|cracked|fractured?|shattered|lost|split|snapped|(?:fell|fallen|falling|came|come|coming|popped) (?:out|off)'
const BREAKING_ES = 'rompi\\w*|rot[oa]s?|quebr\\w+|partid[oa]|partio|astill\\w+|cayo|caido|perdi|perdio|perdido|despeg\\w+|fractur\\w+'
const NUMBER = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|\\d+)'

const BREATHING_TROUBLE = [
  pattern(
    `\\b(?:trouble|difficulty|difficult|hard|harder|struggling|problems?|cant|cannot|couldnt|unable|not able|barely|hardly)${gap(5)} (?<key>breathe|breathes|breathing|swallow|swallowing)\\b`,
  ),
  pattern(`\\b(?:isnt|not|stopped) breathing\\b`),
  pattern(`\\b(?<key>short of breath|shortness of breath|gasping|choking|suffocating|catch (?:my|his|her) breath)\\b`),
  pattern(`\\b(?<key>throat)${gap(4)} (?:closing|closed|closes|tight|tightening)\\b`),
  pattern(`\\b(?:cant|cannot) get (?:any |enough )?air\\b`),
  pattern(`\\b(?:puedo|puede|pueden|dificultad|cuesta|trabajo|problemas?)${gap(2)} (?<key>respirar|tragar|pasar saliva)\\b`),
  pattern(`\\b(?<key>me ahogo|se ahoga|ahogando|falta (?:el |de |la )?(?:aire|respiracion))\\b`),
]

const INJURY = [
  pattern(
    `\\b(?<key>hit|hurt|injured|banged|bumped|smashed|slammed|struck|kicked|punched)(?: (?:my|his|her|their|the|in|on|hard)){1,4} (?:head|jaw|face)\\b`,
  ),
  pattern(`\\b(?<key>hit|struck|kicked|punched)${gap(5)} (?:in|on) the (?:head|jaw|face)\\b`),
  pattern(`\\b(?<key>head|jaw|facial) (?:injur\\w+|trauma|fracture)\\b`),
  pattern(
    `\\b(?<key>concussion|unconscious|fainted|blacked out|passed out|lost consciousness|unresponsive|wont wake up|inconsciente|desmay\\w+)\\b`,
  ),
  pattern(`\\b(?<key>broke|broken|fractured|dislocated|shattered)${gap(2)} (?:jaw|skull)\\b`),
  pattern(`\\b(?:jaw|mandibula|quijada)${gap(3)} (?<key>broken|fractured|dislocated|rota|fracturada|dislocada)\\b`),
  pattern(`\\b(?:hit|struck|run over) by (?:a |an |the )?(?:car|truck|bus|van|vehicle|motorcycle|suv)\\b`),
  pattern(`\\b(?:in|had|having|after) (?:a |an |the |my )?(?:bad )?(?:car|auto|motorcycle) (?:accident|crash|wreck)\\b`),
  pattern(`\\b(?<key>golpe|golpeo|golpee|pegue|pego)${gap(2)} (?:cabeza|mandibula|quijada)\\b`),
  pattern(`\\b(?:lo|la|me|fue) (?:atropello|atropellaron|atropellado|atropellada)\\b`),
  pattern(`\\baccidente de (?:carro|auto|coche|moto)\\b`),
]

const TOOTH_OUT = [
  pattern(`\\b(?<key>knock\\w*|avuls\\w*)${gap(4)} ${TOOTH}\\b`),
  pattern(`\\b${TOOTH}${gap(4)} (?<key>knocked|kicked|punched|hit) (?:out|loose)\\b`),
  pattern(`\\b${BLOW}${gapAcross(12)} ${TOOTH}${gap(2)} ${OUT}`),
  pattern(`\\b${TOOTH}${gap(2)} ${OUT}${gapAcross(5)} ${BLOW}`),
  pattern(`\\b${BLOW}${gapAcross(8)} (?<key>lost)${gap(3)} ${TOOTH}\\b`),
  pattern(`\\b(?<key>lost)${gap(3)} ${TOOTH}${gap(4)} ${BLOW}`),
  pattern(`\\b(?<key>tumb\\w+|volaron|volo)${gap(3)} ${TOOTH}\\b`),
  pattern(`\\b(?:cayo|salio|perdi|perdio)${gap(3)} ${TOOTH}${gapAcross(5)} (?:golpe|caida|pelota|accidente|bicicleta)\\b`),
  pattern(
    `\\b(?:cayo (?:y|de|en|del)|golpe|caida|pelota|accidente|bicicleta)${gapAcross(6)} (?:cayo|salio|perdi|perdio)${gap(3)} ${TOOTH}\\b`,
  ),
]

/** Highest first: the first rule that holds names the reason. */
export const URGENCY_RULES: UrgencyRule[] = [
  { rule: 'breathing-or-swallowing', level: 'emergency', unless: null, patterns: BREATHING_TROUBLE },
  {
    rule: 'bleeding-not-stopping',
    level: 'emergency',
    unless: null,
    patterns: [
      pattern(
        `\\b${BLEEDING}${gapAcross(6)} (?:${NOT_STOPPING}|${STREAMING}|no (?:para|deja|se (?:me |le )?(?:quita|corta|detiene|para)))`,
      ),
      pattern(`\\b(?:${NOT_STOPPING}|no (?:para|deja) de|no se (?:me |le )?(?:quita|corta|detiene|para))${gap(2)} ${BLEEDING}\\b`),
      pattern(`\\b(?:cant|cannot|unable|wont)${gap(3)} ${BLEEDING}${gap(2)} (?:stop|down)\\b`),
      pattern(`\\b${BLEEDING}${gap(6)} ${LONG}`),
      pattern(`\\b${LONG}${gap(4)} ${BLEEDING}\\b`),
      pattern(`\\b${BLEEDING}${gapAcross(12)} (?:its|it has|been) (?:been )?${LONG}`),
      pattern(`\\b(?:still|sigue) ${BLEEDING}${gapAcross(8)} (?:hours?|minutes|yesterday|last night|this morning|ayer|horas)\\b`),
      pattern(`\\b(?:hours?|minutes|yesterday|last night|this morning|ayer|horas)${gapAcross(8)} (?:still|sigue) ${BLEEDING}\\b`),
    ],
  },
  {
    rule: 'swelling-to-eye-or-neck',
    level: 'emergency',
    unless: 'question',
    patterns: [pattern(`\\b${SWELLING}${gap(6)} ${NEAR_AIRWAY}`), pattern(`\\b${NEAR_AIRWAY}${gap(4)} ${SWELLING}\\b`)],
  },
  { rule: 'head-or-jaw-injury', level: 'emergency', unless: 'longAgo', patterns: INJURY },
  {
    rule: 'chest-or-brain',
    level: 'emergency',
    unless: 'longAgo',
    patterns: [
      pattern('\\b(?<key>chest pains?|dolor (?:de|en el) pecho)\\b'),
      pattern('\\b(?<key>having) (?:a |an )?(?:heart attack|stroke|seizure)\\b'),
    ],
  },
  {
    rule: 'asked-for-911',
    level: 'emergency',
    unless: 'longAgo',
    patterns: [
      pattern(
        `(?<!\\d )\\b(?<key>911|9 1 1)\\b(?! ?\\d)(?!(?: [a-z]+){1,3}? (?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|blvd|suite)\\b)`,
      ),
      pattern(`(?<!\\b${NUMBER} )\\b(?<key>nine one one|nueve once|nueve uno uno)\\b(?! ${NUMBER}\\b)`),
      pattern('\\b(?<key>ambulance|ambulancia|paramedics?)\\b'),
    ],
  },
  { rule: 'knocked-out-tooth', level: 'emergency', unless: 'longAgo', patterns: TOOTH_OUT },
  { rule: 'swelling', level: 'urgent', unless: 'question', patterns: [pattern(`\\b${SWELLING}\\b`)] },
  {
    rule: 'fever',
    level: 'urgent',
    unless: 'question',
    patterns: [pattern('\\b(?<key>fever|fevers|feverish|high temperature|fiebre|calentura)\\b')],
  },
  { rule: 'bleeding', level: 'urgent', unless: 'question', patterns: [pattern(`\\b(?:${BLEEDING}|bloody)\\b`)] },
  {
    rule: 'infection',
    level: 'urgent',
    unless: 'question',
    patterns: [
      pattern('\\b(?<key>abscess\\w*|absces\\w*|infect(?:ed|ion|ions)|pus|gum boil|boil on|infeccion\\w*|infectad\\w+|flemon)\\b'),
    ],
  },
  {
    rule: 'broken-or-lost',
    level: 'urgent',
    unless: 'longAgo',
    patterns: [
      pattern(`\\b(?<key>${BREAKING}|${BREAKING_ES})${gap(3)} ${OBJECT}\\b`),
      pattern(`\\b${OBJECT}${gap(4)} (?<key>${BREAKING}|${BREAKING_ES})\\b`),
      pattern(`\\b(?<key>loose|floj[oa])(?: (?!baby)[a-z]+){0,2}? ${OBJECT}\\b`),
      pattern(`(?<!baby )\\b${OBJECT}${gap(3)} (?<key>loose|floj[oa])\\b`),
    ],
  },
  {
    rule: 'pain',
    level: 'urgent',
    unless: 'question',
    patterns: [
      pattern(
        '\\b(?<key>pain|pains|painful|painfully|hurt|hurts|hurting|ache|aches|aching|achy|toothaches?|throb|throbs|throbbing|sore|agony|excruciating|unbearable|killing me|dolor|dolores|duelen?|dolia|doliendo|adolorid[oa]s?|punzadas?)\\b',
      ),
    ],
  },
  {
    rule: 'sleepless',
    level: 'urgent',
    unless: null,
    patterns: [
      pattern(`\\b(?:cant|cannot|couldnt|unable|not able|havent|didnt|puedo|pude|podia|podido)${gap(3)} (?:sleep|slept|dormir)\\b`),
      pattern('\\b(?:not sleeping|(?:keeping|kept|keeps) (?:me|him|her|us) (?:up|awake)|no (?:me |lo |la )?deja dormir)\\b'),
    ],
  },
  {
    rule: 'asked-urgently',
    level: 'urgent',
    unless: null,
    patterns: [
      pattern('\\b(?<key>emergency|emergencies|urgent|urgently|asap|emergencias?|urgentes?|urgentemente|urgencias?)\\b'),
      pattern(
        '\\b(?<key>as soon as possible|right away|immediately|lo antes posible|lo mas pronto posible|cuanto antes|de inmediato|ahorita mismo)\\b',
      ),
    ],
  },
]
