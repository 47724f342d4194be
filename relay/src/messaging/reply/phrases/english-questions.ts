import type { Lexicon } from './meanings.ts'

/** How English questions open, with or without a question mark. */
export const ENGLISH_QUESTIONS: Lexicon = {
  ask: `
    ^ is; ^ are; ^ does; ^ did; ^ was; ^ were; ^ has; whose
    text/send/give me the/your/an? address/number/info/directions/hours/link/price; ^ address $; ^ hours $; ^ location $; ^ how
    ^ what; ^ where; ^ who; ^ why; ^ which; what time; what is; what are; what day; what date; what do; what does; what did
    what should; what if; what happens; what kind/type/insurance/address/location/office/floor/suite/building; what was; what for
    what about my; what will; what would; what to; which one/doctor/location/office/day/visit/appointment; which $; which
    when is/are/do/does/did/was/should/will/can/am; when $; where is/are/do/does/did/at/should/can/am/you; where $
    who is/are/do/does/was/will/am/this/will; who $; whom; how much/long/many/early/soon/far/late/often/old
    how do/does/can/could/should/is/are/did/come/will/would; how to; how $; why $; why is/are/do/does/did/am/was/would; what $
    huh $; how about my; is there; is it; is this; is that; is the; is my; is a; is an; is your; is parking; is doctor; is he/she
    is insurance; is everything; are there; are you; are the; are we; are my; are they; am i; do you; do i; do we; do they; do my
    does it; does the; does this; does that; does my; does your; does a; does doctor; did you; did i; did we; did my; did the
    did it; did she/he; can i; can we; can you; can my; can someone; can he/she; can the; can it; can they
    can/could someone/somebody/you call/text/email/phone/contact me/us; could i; could you; could we; could someone; could my; may i
    may we; will you; will it; will i; will there; will the; will my; will they; will this; will doctor; will insurance; would you
    would it; would i; would that; would there; would my; should i; should we; should my; have you; have i; has my; has the; was my
    was i; was it; was that; was the; was this; were you; is not it; is not that; are not you; do not you; did not you; did not i
    is not my; have i been; am i supposed; any idea; any chance you; any way you; question; a question; have a question/few/couple
    have questions; quick question; had a question; one question; wondering; was/am/were wondering; just wondering; i wonder
    curious if; need to know; want know; wanted to know; wanted to ask; want ask; want find out
    do/can not remember what/when/where/which/if/the/my; do not know what/when/where/which/the time?
    not sure what/when/where/which/how; forgot what/when/where/which/my/the; remind me what/when/where/of/again
    tell me what/when/where/which/how/the/if; let me know what/when/where/which/how/if/the; please advise; need directions
    need the? address; need your address; send me the/directions/your/an; send the? address/directions; can not find
    trying to find your/the; need the number; checking if; checking to see; wanted to see; checking on; what is the; info on
    information on/about; explain; clarify; please clarify; please send; confused; am/are confused; details; more details
    which is it; need more info; more info; please remind me; can not remember; do not remember; do not recall
    do you have <t> hours; are you open; open on? <t>; what are your? hours; says it; it says; your website says; want verify
    want check if; do you take; do you accept; would/will this/that/it/i/there be; are/is this/that/it for; you take; do yall
    yall take; you guys take/do/accept; you speak; do you speak; who do i/we; what happens to; how long would; when could
    how much would/will; is there a bus; is the bus; where do i; where can i; which way; which entrance; can someone tell
    could someone/somebody tell; why do i; why did; is it normal; what number; how do i know`,
  'ask-cancel': `
    can/could/may/should/do i/we cancel; can/could/may/should/do i/we cancel <my> <visit>; can/could/may/should/do i/we want cancel
    is it possible to cancel; possible to cancel; want cancel or; how do/can/would i/we cancel; how to cancel; want know how to cancel
    is it ok/alright/fine to cancel; is it too late to cancel; too late to cancel; if i/we/you/they cancel; if i/we want cancel
    if i/we have to cancel; do i/we want cancel; can i/we still cancel; fee to cancel; fee for cancelling; why did you cancel
    why was it cancelled; did you/i/we/she/he cancel; was it cancelled; is it cancelled; are you cancelling; you cancelled
    is <my> <visit> cancelled; has <my> <visit> been cancelled; was <my> <visit> cancelled; did you cancel <my> <visit>
    would it be ok to cancel; will you cancel my; cancellation policy/fee; cancel policy; cancellation; charged for cancelling
    charge for cancelling; for cancelling; thinking of cancelling; what if i cancel; want call to cancel`,
}
