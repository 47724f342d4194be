/** Phrases that hold a word of the rules and mean something else. */
export const NOT_URGENT =
  /\b(?:emergency contacts?|contactos? de emergencias?|in case of (?:an )?emergency|non emergency|asap list|blood (?:thinners?|pressure|work|tests?|type|sugar)|infection control|growing pains|pain (?:free|management)|(?:cant|wouldnt|doesnt|wont|never) hurt to|broken? appointments?)\b/g

const OPENING =
  '^(?:(?:hi|hello|um|uh|so|and|ok|okay|well|also|but|,|just|i was|im|i am|i wonder|wondering|quick question|curious|can you tell me|could you tell me|do you know|i want to know|i wanted to (?:know|ask)|tell me|if|whether) )*'
const TREATMENT =
  '\\b(?:fillings?|root canals?|crowns?|extractions?|cleanings?|whitening|bleaching|implants?|braces|invisalign|aligners|veneers?|dentures?|shots?|needles?|injections?|novocaine|numbing|procedures?|surgery|x rays?|xrays?|exams?|treatments?|empastes?|endodoncias?|limpiezas?|coronas?|extracciones|extraccion|implantes?|brackets|frenos|blanqueamiento|procedimientos?)\\b'

/** A question about what a treatment feels like, from someone who speaks of no trouble of their own. */
export const TREATMENT_QUESTION = [
  new RegExp(`${OPENING}(?:does|do|will|would|is|are|can|could|how (?:much|bad|badly|painful)|duelen?|es|son|causa|va a)\\b.*${TREATMENT}`),
  new RegExp(
    `${OPENING}(?:does|will|would|is|how (?:much|bad|badly) (?:does|will)) (?:it|this|that)(?: going to| usually)? (?:hurt|be painful|be sore|bleed)\\b`,
  ),
]
export const OWN_TROUBLE =
  /\b(?:my|mine|i have|ive|i had|i got|im having|im in|hes|shes|his|her|our|right now|since|me duelen?|le duelen?|tengo|tiene|mi|mis)\b/
export const LONG_AGO =
  /\b(?:(?:years?|months?) ago|last (?:year|summer|winter|spring|fall)|as a (?:kid|child|teenager)|when i was (?:a |little|young|\d)|history of|back in (?:19|20)\d\d|hace (?:\w+ ){1,2}(?:anos?|mes|meses)|de nin[oa])\b/
