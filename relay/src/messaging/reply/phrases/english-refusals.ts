import type { Lexicon } from './meanings.ts'

/** How people refuse a visit, its time or an offered slot in English; contractions are already written out ("can not", "will not"). */
export const ENGLISH_REFUSALS: Lexicon = {
  'no-change': `
    no want reschedule; no want reschedule it/this; do not change/move it/this/that/anything; do not change/move <my> <visit>
    do not reschedule; do not reschedule it/this/me; do not reschedule <my> <visit>; no need reschedule; do not want reschedule
    do not want reschedule it/this; do not want change/move it/this/that; do not want reschedule/change/move <my> <visit>
    do not need reschedule; do not rebook; do not want rebook; no want rebook; not reschedule; not rescheduling; do not put me back
    do not need another; do not want another; no reschedule`,
  cancel: `
    you can/may cancel; you can/may cancel it/this/that/me; you can/may cancel <my> <visit>; you can/may go ahead and cancel
    you can/may go ahead and cancel <my> <visit>; feel free to cancel; feel free to cancel it/<my>? <visit>?; hate to cancel
    hate to cancel it/this; hate to cancel <my> <visit>; requesting/request to cancel; requesting/request to cancel <my> <visit>
    requesting/request a? cancellation; requesting/request a? cancellation of/for <my>? <visit>/<t>; accept this as my cancellation
    wanted to cancel <my> <visit>; was hoping to cancel; want be cancelled; want <my> <visit> cancelled; want it cancelled
    <my> <visit> want be cancelled; get <my> <visit> cancelled; ^ cancelling; cancelling for <t>; cancel
    cancel it/this/that/me/us/mine/ours; cancel <my> <visit>; cancel <my> <t> <visit>; cancel <my> <t>; cancel <my> upcoming <visit>
    cancel <visit>; cancel out; want cancel; want cancel it/this/that; want cancel <my> <visit>; want cancel <my> <t> <visit>
    want cancel <my> upcoming <visit>; can/could i/we get you/someone to cancel
    can/could i/we get you/someone to cancel it/<my>? <visit>?; can/could/will/would <you> cancel
    can/could/will/would <you> cancel it/this/that/me/us; can/could/will/would <you> cancel <my> <visit>
    can/could/will/would <you> cancel <my> <t> <visit>?; can/could/will/would <you> go ahead and cancel it/<my>? <visit>?
    can not <you> cancel; would you mind cancelling; would you mind cancelling it/this/that; would you mind cancelling <my> <visit>
    am/are cancelling; cancelling $; cancelling <my> <visit>; cancelling it/this/that; am/are cancelling <my> <visit>; will cancel
    will cancel it/this; will be cancelling; like <my> <visit> cancelled; go ahead and cancel; go ahead and cancel it/this
    go ahead and cancel <my> <visit>; let us cancel; let us cancel it/<my>? <visit>?; just cancel; calling/texting/writing to cancel
    calling/texting/writing to cancel <my> <visit>; x to cancel; cancel for me; mark me as? cancelled; consider it cancelled
    please cancel; cancel for <t>; x for cancel; here to cancel; take/remove me/us off/from of? <my> <place>
    take/remove me/us off the books; take/remove me/us off your/the? <place>; take/remove me/us off for <t>
    remove/delete/drop/scratch/nix/void/forfeit <my> <visit>; call/calling off <my> <visit>; call/calling it off
    give <my> <visit> away; give <my> <visit>/time to someone/somebody/anyone else; give my time away; release <my> <visit>
    never mind <my> <visit>; scratch that <visit>; free up <my> <visit>; withdraw <my> <visit>; give up <my> <visit>
    let someone/somebody else have <my> <visit>; someone/somebody else can have <my> <visit>; do/does/will not need/want <my> <appt>
    do/does/will not need/want <my> <appt> anymore; do/does/will not need/want an? <appt> anymore
    no longer need/want/needs/wants <my> <appt>; no longer need/want it/this/come; do not need/want it anymore
    no longer need/want an/to <appt>/come; do not want come/go; do not want come/go in; do not want come/go in? anymore
    decided not to come/go; decided to cancel; decided against it; will not be needing <my> <visit>; will not be needing it
    no longer needed; no longer in need of <my> <visit>; not need <my> <visit> anymore; cancel me out; just cancel me
    cancel everything for <t>; either way please? cancel; either way cancel it/<my>? <visit>?; want be taken off the schedule
    wanted to cancel; is cancel please?; remove/take me/us from/off <t>; please remove/take me/us from/off <t>; cancel <my> spot
    take me off for`,
  cancelled: `
    cancelled; already cancelled/cancel; was cancelled; i/we cancelled; have/had cancelled; have already cancelled; been cancelled
    got cancelled; thought i/we cancelled; tried to cancel; called to cancel; called and cancelled; called yesterday to cancel
    cancelled it/this/that; cancelled <my> <visit>; i/we already cancelled; already called to cancel; cancelled already
    have it cancelled`,
  'not-coming': `
    no way i/we can/will make it/<t>; no way i/we can/will come/be/do; can/will not make $; can/will not make it/this/that
    can/will not make <t>; can/will not make it in/there/out/over/up/then; can/will not make <my> <visit>
    can/will not make it to/for <my> <visit>; can/will not make <my> <t> <visit>; can/will not make <my> <t>
    can/will not make <appt>; can/will not make it to/for <my> <t> <visit>; can/will not make it for/on/this/by? <t>
    can/will not make it to the office/dentist; can/will not make it to the dentist <t>; can/will not <come>
    can/will not <come> in/there/over; can/will not come to the/your office/clinic/dentist; can/will not go to the dentist
    can/will not <come> to/for? <my> <visit>; can/will not <come> in? for/on/at/this? <t>; can/will not <come> in for <my> <visit>
    can/will not be there/here/in/coming/attending/going/available/around; can/will not be there/in/here for/on/at? <t>
    can/will not be there for <my> <visit>; can/will not be making it/<my> <visit>?; can/will not be in town
    will not be attending <my> <visit>; can/will not be coming in? <t>?; can/will not do it/this/that; can/will not do <t>
    can/will not do <my> <visit>; can/will not get there; can/will not get off work; can/will not get out of work
    can/will not get time off; can/will not get the day/time off; can/will not keep <my> <visit>; can/will not keep it/this/that
    will not be possible; will not be possible for me/us to? <come>; not possible for me/us to? <come>
    it is not possible for me/us to? <come>; will not <my> <visit>; can/will not on/that/this/at <t>; can not <t>
    can not that day/date; can/will not that day/date; will not work out; can not today/tomorrow; am/are/is not coming
    am/are/is not coming in/to/on/for; am/are/is not coming <t>; am/are not attending; am/are not going
    am/are not going to <my> <visit>; not coming; not coming in; not attending; not going $; not making it; not make it
    not be there; not going to make it; will no longer be coming; no longer coming; will no longer come; no longer attending
    want miss it/this; want miss <t>; want miss <my> <appt>; will miss it/this; will miss <my> <appt>; missing <my> <visit>
    will be missing it; will be missing <my> <visit>; am/are missing <my> <visit>; want skip it/<t>; want skip this time/one
    want skip <my> <appt>; skipping it/this; skipping <my> <appt>; will skip it/this; will skip <my> <appt>; too sick to <come>
    too sick to make it; want bail; want back out; want flake; can not bring/take him/her/them; count me/us out; will not show
    not coming anymore; is/am/are no longer coming; do not expect me/us; do not wait for me/us; do not wait on me/us
    do not hold it for me; out for <t>; am/are out for <t>; can not to? go/come; will not be able; want bail on <t>; bail on <t>
    bailing on <t>; will not make <t>; not happening; will not happen; no longer making it; can not swing it; can not swing <t>
    no can go; i no go; can not go; can no go to? <my>? <visit>?; can not go to <my> <visit>`,
  'can-not': 'can not',
  'bad-time': `
    ^ will/does not work; ^ will/does not work for me/us; that/this/the day/time/date is bad/tough/rough/hard/difficult/full/busy
    that/this/the day/time/date is bad/tough/rough/hard/difficult/full/busy for me/us; <t> does/do/will not work
    <t> does/do/will not work for me/us; <t> does/do/will not work anymore
    that/this/the time/day/date/slot/one/hours does/do/will not work
    that/this/the time/day/date/slot/one/hours does/do/will not work for me/us
    that/this/the time/day/date/slot/one/hours does/do/will not work anymore; that/it/this/which does/do/will not work
    that/it/this/which does/do/will not work for me/us; that/it/this does/will not work anymore; not work for me/us
    <t> is not/no <good>; <t> is not/no <good> for me/us; <t> is no longer <good>; that/this day/time/date is not/no <good>
    that/this day/time/date is not/no <good> for me/us; that/it is not <good> for me/us; <t> is bad; <t> is bad for me/us
    that/it is a bad time/day; not a <good> time/day; bad time/day; <t> is too early/late/soon; <t> is too early/late/soon for me/us
    <t> will not do; too early; too late in the day; too soon; too late for me/us; is too early/soon; that/it is too early/late/soon
    that/it is too early/late/soon for me/us; does not fit my schedule; <t> no longer works; no longer works
    no longer works for me/us; that time/day no longer works; can/will not make <t> work; can/will not make that/it/this work
    can not do that early/late/time; can not make it that early/late; can/will not make it <clock>; can/will not make that time
    can/will not <clock>; can not at that time; not at that time; can/will not do it <clock>; can/will not come <clock>
    can/will not come at that time; can/will not make it at that time; can/will not be there <clock>; can not that early
    can not that time; can/will not do <clock>; can/will not do that time; that time is no good; cannot do that time of day
    that time is bad; wrong time for me; is very/too/so early/late/far/soon for? me/us?; is very/too far; <t> is very/too early/late
    is difficult for me; is bad time/day/hours; can not in that/this hours/time/day; can not at that/this hours`,
  busy: `
    can not get a? ride/sitter/babysitter/childcare; can not find a? ride/sitter/babysitter/childcare
    can not leave work/school/early; can not take off; can not take time off; can not take the? day off
    can not miss work/class/school; can not get away from work; can not drive; can not get coverage
    already had/went/did/got <my>? <visit>; already been seen; already had it done; taken care of; got it taken care of
    already went; will not let me; will not let me off/go/leave; moved/moving to/away/out; have/we/i moved to/away/out; have moved
    we/i moved; relocated; am/are moving; <kin> cancelled; cancelled on me/us; ride/sitter/babysitter/driver/uber/flight cancelled
    not enough notice/time; not available; am/are/is not available; unavailable; am/are/will be? unavailable; no longer available
    short notice; too short notice; too short of a? notice; too short a notice; at work; am/are/will working; will be working
    working that day/then; have work; want work; work that day; work then
    have class/classes/school/practice/plans/finals/exams/church; in class/school/court
    have a class/meeting/conflict/shift/game/trip/flight/wedding/funeral/thing; in a meeting; in meetings
    out of town/state/country/office; out of the country/state; am/are out of; on vacation; on a trip
    am/are/will be? traveling/travelling/away/busy; ^ busy; too busy; busy that day/then; busy <t>; i/we work; i/we work <t>
    i/we work that day; not free; not free then; already seen; was already seen; booked; booked up
    have another/a/an/some/other appointment/commitment/engagement/thing/obligation; have another appointment then
    already have plans/something; something came up; something has come up; have something else/then; have somewhere else
    other plans; prior commitment/engagement; previous engagement; double booked; work conflict; conflict $
    schedule/scheduling conflict; at school; time conflict; want pick up; have to? pick up; want watch; want take my
    no ride/babysitter/sitter/car/childcare/transportation/gas/money
    do not have a? ride/sitter/babysitter/childcare/transportation/car/way; car broke down; car will not start; car is in the shop
    car trouble/troubles/problems; work mornings/afternoons/nights/days/late/early; on shift; on call; have jury duty; jury duty
    got called in; called into work; during my shift/class/lunch/work/meeting/exam/finals; in my shift; on shift then; my shift
    have school; have school then; at daycare; got work; got class; got school; got practice
    have/got a/an/my wedding/party/game/recital/trip/meeting/class/birthday/funeral/event/interview/shift/concert/practice/exam/test/final/finals/presentation/closing/deadline/date/rehearsal/graduation/shower/reunion/tournament
    have/got a/an other? wedding/party/game/recital/trip/meeting/class/birthday/funeral/event/interview/shift/concert/practice/exam/test/presentation/appointment that/on/at/then <t>?
    have got a/an/my wedding/party/game/recital/trip/meeting/class/birthday/funeral/event/interview/shift/concert/practice/exam/test
    no have car/ride/time/babysitter; my shift starts; have other? plans; got other? plans; have to be at work/school
    am/are at work/school; am/are watching the kids/grandkids/baby`,
  pass: `
    i would but; i would but can not; no that is ok/alright/fine; no it is ok/alright/fine; not <t>; pass $; will pass $
    will want pass; want pass; pass on it/this/that; will pass on it/this/that; pass this/that time; taking a pass; hard pass
    no thanks; thanks but no thanks; no thanks though; no thanks not; not this time; not for me; not interested $
    not interested in it/that/this/coming/moving/changing; not interested thanks; not right now; not now; not needed; no need
    not necessary; will skip it/this/that; will skip; decline $; declining; declined $; want decline; i decline; must decline
    rather not; would rather not; prefer not; prefer not to; do not want it/that/this; do not need it/that/this
    will not take it/that; can/will not take it/that/this/the; can/will not take the/that/this <visit>/one/time; can not accept
    not going to take it; will wait $; will wait for mine; will wait for my/the/our <visit>
    will wait for my/the/our regular/original/scheduled/next <visit>; will wait until my <visit>; wait for my <visit>
    maybe next time; next time; someone/somebody else can have/take it/that; offer it to someone/somebody else
    give it to someone/somebody else; let someone/somebody else have/take it; let it go; wish i/we could; i wish $
    would love to but; leave me where i am; not possible; not feasible; no dice/go/luck/deal; too far
    take/remove me off/from of? <my> wait/waiting/waitlist/cancellation/standby list?; i already have one
    already have an appointment/one; no longer looking; already got in; do not need come in? sooner/earlier
    do not need an? earlier/sooner <visit>?; can not do that one; stay where i am; stay put; yes no; yes no thanks; no can do
    can not get there that/so fast/quick/soon/early; can not so fast; too short; not able to; not able that; not this one; not today
    not for now; too last minutes; leave things/everything as they are/is; no dice; we will leave it; leave it how it is
    leave it as is; let someone else have it; i am all set; no no thanks; i can not take it; rather/prefer wait
    rather/prefer to wait; would rather/prefer wait; would rather/prefer to wait; rather not change/move; rather leave it
    no rush to come; fine waiting; ok waiting; happy to wait
    give/offer/save/leave it to/for the? next/other/another person/patient/one/family; leave it for someone/somebody else
    somebody else can; someone else needs it more`,
}
