import type { Lexicon } from './meanings.ts'

/** How people say yes to a reminder or an offered slot in English; contractions are already written out ("can not", "will not"). */
export const ENGLISH_ANSWERS: Lexicon = {
  yes: `
    am/are <good> with/for that/it/this/<t>; am/are <good> with the/that/this time/day/date; yes; ^ y $; ^ y thanks/please/yes
    ^ ya $; i? already? said/replied/answered/texted yes; uh huh; for sure yes; yes sir/maam/please/doctor/indeed/yes; sure
    sure thing; sure will; sure does; for sure; absolutely; of course; you bet; you betcha; affirmative; certainly $; definitely $
    totally $; absolutely yes; most definitely; by all means; hell/heck yes; yes indeed; yes of course; yes to that; yes to both $
    that/it/this is correct/right/true; correct $; that is fine; agreed; i agree; deal; it is a date; you got it; will do; can do
    why not; sir yes sir; count on it/me; sounds <good>; sounds <good> to me; sound <good>; that/it/this/which sounds <good>
    sounds like a plan; sounds right; good plan; thumbs up; aok; lgtm; tracking; <t> works/work; works; works <good>
    works well/perfectly; works for me/us; that/it/this/which/<t> will/still/does/would/should? work/works/do
    that/it/this would work for me/us; that/it/this/<t> still/does works/work; that/this time/day/date/one works/work
    that/this time/day/date/one works/work for me/us; that/this time/day/date still works; still works; does work; it does
    works <good> for me/us; <t> works <good>; <t> works for me/us; <t> works <good> for me/us; <t> still works
    that/it/this/<t> is/are/would/will/still be? <good>; that/this time/day/date is/would/still be? <good>; <t> is still <good>
    <t> <good>; is <good> $; <good> for/with/by me/us; that/it/<t> is <good> for/with/by me/us; still <good>; still <good> for me/us
    <good> to go; we are a? go; perfect timing; same time <good>; i/we accept; accept; accepted; accepting; i approve; approved
    that suits me; suits me; suits us; i/we can do that/it; am/are available; available $; am/are free; am free then
    yes i am/do/will/can $; yes we are/do/will/can $; yes it is/does/works $; i will $; i do $; we will $; yes still; yes please do
    please do; yes for me; copy that; roger; roger that; 10 4; ten four; loud and clear; 100; 100 percent; affirm; affirmed; indeed
    will be fine; ok dokie/dokey/doke; aye captain; yes captain; yes on my calendar; no change/changes; yes will do
    that/this/it works/is better; even better; works better; yes so far; yes as planned; without a? doubt/fail; no doubt; let us go
    that/it is a go/yes; that/it is a yes from me/us; am/are set; am/are set for <t>; <t> it is; that is a definite; you know it
    you know i/we will; hands down; say less; no brainer yes; damn right; damn straight; damn yes; fo sho; for sho; hells yes
    oh yes; oh heck yes; totally works; suits me <good>; a resounding yes; yes i want; bet that; say no more; i am good with that
    y pls; y please`,
  ok: `
    ok; ok ok; ok then; ok cool; ok <good>; <good>; all right; alrighty then; right on; righto; bet; cool cool; very well; very good
    copy; fair enough; so good; too good`,
  no: `
    no; no sir/maam; absolutely/definitely/certainly not; no way; not really; negative; no no; heck/hell no; afraid not; not anymore $
    no can do; i/we will not $; no i am not $; no we are not $`,
  confirm: `
    confirm; confirmed; confirming; confirm it/that/this; confirm for/on <t>; confirming for/on <t>; confirmed for/on <t>
    confirming <my> <visit>; confirm <my> <visit>; confirm <visit>; confirm <my> <t> <visit>; confirming <my> <t> <visit>
    want confirm; want confirm <my> <visit>; this is to confirm; this is confirmation; confirmation for/of <t>
    confirmation of <my> <visit>; this is my confirmation; confirmation $; i/we hereby? confirm; consider it/me/us/this confirmed
    consider this my? confirmation; <visit> confirmed; <visit> is confirmed; am/are confirming; am/are confirmed; i/we confirm
    i/we do confirm; you can/may confirm me/us/it; please confirm me/us/my; confirm me/us; mark me/us as? confirmed
    put me/us down as confirmed; go ahead and confirm; let us confirm; happy to confirm; can confirm; just confirming
    have confirmed; i confirmed; we confirmed; already confirmed; have already confirmed; lock me/it/us in; attending $
    will be attending; am/are attending; c to confirm; c for confirm; yes to confirm; confirm yes; yes confirm; confirm thanks
    reconfirming; reconfirm; yes confirm me; c to confirm please`,
  coming: `
    will be there/coming; will be in $; will be in <t>; will all be there; we will all be there; ^ be there
    yes/ok/thanks/sure be there; will be there with/on/at; will be here $; ^ coming $; ^ coming <t>; yes/ok coming; am/are coming
    am/are coming in; still coming; coming in; coming $; will come; will come in; will make it; will arrive; will be arriving
    will attend; will be making it; still making it; will be at/attending <my> <visit>; will be at the dentist/office/clinic
    will be at/attending his/her/their <visit>; can make it; can make it in/there/then; can make that/this; can make <my> <visit>
    can still make it; can still come; can be there/here; can come; can come in; can attend; i/we can $; can do it/that/this
    can do <t>; can make <t>; can come <t>; can make it <t>; can make it on/at/for/to <t>; will make it <t>; will make <my> <visit>
    able to make it; good and ready; see you; see you <soon>; see you <t>; see you at/on/for/in/this/next/the/el <t>
    see you in the <t>; see you all/both/guys/folks; see you all/guys/folks <soon>; see you all/guys/folks on/at? <t>; will see you
    will see you <soon>; will see you at/on/this? <t>; see everyone/yall <soon>/<t>; see the doctor <soon>; will see doctor
    will see the doctor; will see the dentist; see you bright and early; see you see you; looking/look forward $
    looking/look forward to see/seeing/meeting; looking/look forward to it/this; looking/look forward to <my> <visit>
    looking/look forward to getting; looking/look forward to? see/seeing/see you; looking/look forward to? see/seeing? you? <soon>
    looking/look forward to? see/seeing? you? on/at? <t>; looking forward to meeting; can not wait
    can not wait to/for/until/till it/this/see/finally/then/get/meet? you?; can not wait to see you; pumped; stoked
    planning/plan on it/that/this/<t>; planning/plan/plans on coming/being/attending there?
    planning/plan/plans to be/come/attend there?; planning/plan to make it; i/we plan to $; i/we intend to $; intend to be there
    intend to keep <my> <visit>; planning to $; count me/us in; am/are in $; am/are still in; on for <t>; am/are on for <t>
    still on $; still on for <t>; still on for; would not miss it; would not miss it for; never miss it
    on my/our/the calendar/schedule/books/planner; in my/our/the calendar/schedule/planner/phone; is on/in my/our/the calendar
    have it on/in my/our/the calendar; have it down; got it down; got it on/in my/our/the calendar; marked on/in my calendar
    have it written down; will be on time; will show up; am/are ready $; ready $; ready for it; ready for <t>
    ready for <my> <visit>; ready to go; with bells on; bright and early; been/have waiting for this/it; rain or shine
    will not be late; will be early; few/little/bit minutes? early; will arrive/get early; will get/arrive there early
    <n> minutes early; <n> minutes before; arrive <n> minutes early; will be <n> minutes early; have not forgotten; did not forget
    will not forget; will not miss it; would never miss; wild horses; expect me/us; am/are expecting you; she/he/they will be there
    she/he/they is/are coming; she/he will come; she/he can make it; will bring him/her/them; bringing him/her/them
    will have him/her/them there; make sure i am there; will make sure to be there; will definitely be there
    no i/we? have not forgotten; no i/we? did not forget; no have not forgotten; no did not forget; will be seated/sitting in
    i will see you; we are? <good> for <t>; we <good> for <t>; will not miss it this time; mine still stands; still stands
    still standing; ready as i will ever be; will go $; will go <t>; yes i/we go; yes will go; will assist; i assist
    assist to <my> <visit>; assist to my; will be on my way; will be present; will be in attendance; will be in the chair
    am/are definitely coming; got you down; will see yall; can make it after all; able to come after all; can come after all
    rolling through; will roll/swing/pull through; will pull up; we are on $; we are on for <t>`,
  keep: `
    happy/fine/ok/good with <my> original/current/existing/regular/old/same/scheduled? <visit>/time/one/date; keep <my> <visit>
    keep it/that/this/mine $; keep it/that/this/mine thanks; keep it as is; keep as is
    keep <my> original/current/existing/regular/old/same/scheduled/first
    keep <my> original/current/existing/regular/old/same/scheduled/first <visit>/time/one/date/day/@time; keep what i/we have
    keep the one i/we have; leave it as is; leave it $; leave it thanks; leave it like that; leave it the way it is; leave as is
    leave <my> <visit>; leave <my> <visit> as is/alone; leave it how it is; leave it where it is
    stick/stay/sticking/staying with <my> <visit>/time; stick/stay/sticking/staying with it/mine/that
    stick/stay/sticking/staying with the one i/we have
    stick/stay/sticking/staying with <my> original/current/existing/regular/old/same/scheduled <visit>/time/one/date
    stick/stay/sticking/staying with what i have; leaving it as is; leaving it; keeping it/mine; keeping <my> <visit>
    keeping <my> original/current/existing/regular/old/same/scheduled <visit>/time/one/date/@time; keep <my> <t>
    keep my <t> <visit>; keep <my> <visit> <t>; keep <my> <visit> on/at/for <t>; keep me/us on <my> schedule/books/calendar
    keep me/us scheduled; keep me/us down; want keep it/that/this/mine; want keep <my> <visit>
    want keep <my> original/current/existing/regular/old/same/scheduled <visit>/time/one/date; do/will not cancel
    do/will not cancel it/this/that/me/us/on; do/will not cancel <my> <visit>; do not want cancel; do not want cancel it/this/that
    do not want cancel <my> <visit>; not cancelling; am/are not cancelling; no need cancel; no want cancel; no want cancel it/this
    do not give it away; do not give <my> <visit> away; do not give away <my> <visit>; do not want miss it; do not want lose it
    do not want lose <my> <visit>; still want <my> <visit>; still want it; still need <my> <visit>; still want come
    yes still want it; do not give/let my/our <visit>/place/time away/go; do not give/let my/our <visit>/place/time to
    do not let my <visit> go; still good for <t>; stay/stick/keep/keeping/staying/sticking with? my other/usual <visit>/one/time
    stick/stay with mine; leave it/<my> <visit> the way it is; leave it/<my> <visit> as it is/was; keep it the way it is
    do not cancel/touch/change/move my other/regular/first/original/old/current/next/usual <visit>/one; keep <my> <t> <clock>
    keep <t>; keep <t> please; prefer/rather/want/keep/stay/stick/wait with/for/on? <my> <own> <visit>/time/one/date/day/<t>
    prefer/rather/want keep/have/stay with? <my> <own> <visit>/time/one/date/day/<t>
    would? prefer/rather <my> <own> <visit>/time/one/date; stick/stay/wait with/for <my> <own> <visit>/one/time
    keep <my> <own> <visit>/time/one/date/<t>; will keep <my> <own>; prefer mine; prefer the one i have/got; keep the one i got
    prefer what i have; stick/stay/keep/go with? <my> <t> date/time/one/<visit>?; stick/stay with <my> <own>? <t>; mine is <good>
    mine is <good> where/how/as it is; mine works; my time is <good>; my <own>? <visit> is <good> where/how/as it is`,
  take: `
    switch/move/change <my> <visit> to/for that/it/this; switch/move/change me/us to that/it/this one?
    will/would take it/that/this/one; take it; take that/this/the one/time; take the/that/this <visit>/time/opening/one; take <t>
    take the <t>; take the <t> <visit>; take <t> <visit>; will take the/that/this <visit>/time/opening/one; will take <t>
    will take the <t>; will take <t> <visit>; want take it/that/this; want take the/that/this <visit>/time/opening/one
    would take it/that; want it/that/this; want that/this/the <visit>/time/one/opening; grab it/that; will grab it/that
    grab the/that <visit>; book it/me/us/that; book me/us in/for; book me/us for/in <t>; book the/that/this <visit>/time
    please book it/me; put me/us down/in; put me/us down/in for it/that/<t>; put me/us in that <visit>; sign me/us up
    pencil me/us in; schedule me/us/it; schedule me/us in; schedule me/us for it/that/<t>; reserve it/that; reserve the/that <visit>
    hold it for me/us; save it for me/us; save the/that <visit> for me/us; ^ mine $; i call it; dibs; want come in; want come
    would like it/that; would love it/that; want that one; want this one; would love to $; would love to come; would love to come in
    would love that/the <visit>; love to $; would be great; would be <good>; will do it/that/this; get me/us in; get me in then
    fit me/us in; squeeze me/us in; switch me/us $; switch me/us to that/it/this; move me/us up; move me/us to that/it; swap me $
    slot me in; give it to me/us; give me/us that/the <visit>/one/time; please hold it; go for it; let us do it/that/this
    let us do <t>; sold; i want in; want in $; claim it; claiming it; secure it; i please give it to me; yes for the <visit>
    want the earlier; want the earlier <visit>; can take it/that; can take the/that <visit>/one
    do not give it/that/this to anyone/anybody/someone/nobody/no other? else?; do not give it/that away
    do not let anyone/anybody/someone else? take/have/get it; do not let it go; gimme; give me gimme; that/this <visit> is mine
    put me/us in; give me that/this one/<visit>; ok give me that one; sign me up; count me in; snag it; i call dibs; lock it in
    lock me in; book that; all over it; i am so in; let us go for it; i am in for <t>; will gladly take it; hook me up; mine please
    that one is mine; i am all in; i am on it; slide me in; bump me up; take me $; i am down $; i am game $; give me give me
    put my name on/down; put my name on/down for? it/that/<t>?; can swing it/that/<t>; happy/glad/love to come in? then?
    would be happy/glad to; would be happy/glad to come in? then?; yes i take; i take it/that/this/the; done deal
    works with my schedule; is ok/good/perfect for me; yes is ok/good/perfect for me; yes works with my schedule
    name it and i am there; write me down; write me in; pencil me in; works on my end; i will make it work; can make it/that work
    can make that happen; want this/that hours; yes i want this/that hours`,
  'all-good': 'all <good>; all is <good>; everything is <good>',
  'all-set': `
    am/are <good>; all set; am/are all set/<good>; <good> here; am/are fine; am/are still <good>; i am ok; i am ok for now
    am/are <good> for now; am/are <good> where i am; am/are fine with what i have; am/are fine for now`,
  'letter-c': 'c; cc; ccc; letter c; reply c; i? already? said/replied/choose/chose/pick/pressing c; c it is',
  'letter-x': 'x; letter x; reply x',
  'letter-r': 'r; letter r; r to reschedule; r for reschedule; reply r',
  'letter-n': 'n',
}
