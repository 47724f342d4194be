import type { Lexicon } from './meanings.ts'

/** English about another time, being late, being there, being ill. */
export const ENGLISH_TIMES: Lexicon = {
  reschedule: `
    ^ change $; ^ change please; when can/could/would <i> reschedule; bring it forward; bring forward
    soonest/earliest opening/openings/available/availability/appointment/slot
    next/first opening/openings/available/availability/slot; reschedule; rescheduled for; want reschedule
    want reschedule <my> <visit>; can/could/may <i> reschedule; rebook; rebook me/it/us; rebooking; postpone; postpone <my> <visit>
    push back; push it/this/that back/out/to/off/up?; push <my> <visit> back/out/to/off/up?; push out; move it/this/that
    move it/this/that to/up/back/around/out; move <my> <visit>; move <my> <visit> to/up/back; move <my> <t> <visit>; move to <t>
    move me/us; move me/us to/up/back; bump it/this; bump <my> <visit>; change it/this/that; change it/this/that to/for
    change <my> <visit>; change <my> <visit> time/date/day/to; change <my> <t> <visit>; change <my> time/date/day/slot
    change the time/date/day of; change to <t>; change for <t>; change appointment/appointments; change times/days/dates
    want change $; want move $; want move me/us/it/this; switch it/this/that; switch <my> <visit>; switch to <t>; switch days/times
    switch my time/day/date; swap <my> <visit>; swap days/times; trade <my>? <visit>/times; make it another
    different time/times/day/days/date/week/hours; a different <visit>; another time/day/date/week/month/hours; another <visit>
    other time/times/day/days/date/dates/openings/options/availability; other available; new time/date/day
    new <visit> time/date/day; some other time/day; later time/date/slot/day; earlier time/date/slot/day; sooner time/date/slot/day
    later/earlier/sooner <visit>; a later/earlier/sooner; find another; find a different; find a new; set/set up another
    pick another; pick a different; schedule for another; come another; come in another; schedule something else
    make another <visit>; make a new <visit>; get another; need another; need another time/day/date; want another time/day/date
    swap/switch/change/move/push to <t>; swap/switch/change/move/push/bump/put me/us/it to/for/on? <t>; bump me/us to/back/up
    need a different; want another; want a different; what else do you have; what else is available/open; what other; any other
    do you have any? other; have another; other openings; what days/times/dates do you have; what do you have; what days/times are
    what is available/open; next available; soonest available; first available; next opening; sometime else; rain check; raincheck
    delay <my> <visit>; shift it/this/that; shift <my> <visit>; delay it until/to; set a new; put it off; put off
    call/calling to reschedule; will call to reschedule; get it moved; have it moved; get moved; be moved; be rescheduled
    moved to <t>; rescheduled to <t>; have it changed; do another; do it another; redo <my> <visit>; reset <my> <visit>
    fix another date; come back another; wait until/till next; come next; another one; other dates available
    something else available; something different; when else; anytime else; any time else; pick a new; choose another
    choose a different; can not do it then; new slot; swap/switch/trade/exchange me/us and/with my <kin>
    swap/switch/trade/exchange with my? <kin>; swap/switch/trade/exchange with my <kin> <visit>?
    swap/switch/trade times/visits/slots; i and my <kin> swap/switch/trade; push/move/bump/switch <my> <t> <visit>
    push/move/bump <my> <t>; change me/us for/to other/another/a/@time day?; for other day; change my appointment for
    change the/my date/day/hours; can be other day; want a different/other; move this one; push this; push this one back
    need something different; another day; want other hours/time/day/date; other hours/date/time; rebook it
    something else on another; what is your availability; what is your next; when are you available; other appointment day/date/time
    other day for <my> <visit>`,
  'other-time': `
    anything/something earlier/later/sooner/else; anything/something any/a little/bit earlier/later/sooner
    <come> earlier/later/sooner; come/be/go/get/see in/seen/me/us earlier/later/sooner
    come/go/get in a/any/little/bit little/bit? earlier/later/sooner; earlier/later/sooner that/in/on the? day/@time/week/month
    earlier/later/sooner possible/available/opening; little/bit/while/tad earlier/later/sooner; earlier/later/sooner if possible
    make it earlier/later/sooner; do earlier/later/sooner; be earlier/later/sooner; it be earlier/later/sooner
    earlier/later/sooner appointment/time/slot/spot/opening/date; earlier/later/sooner instead; earlier/later/sooner than
    earlier/later than that/@time; an hours earlier/later; <n> minutes/hours later/earlier; half an hours earlier/later
    possible to come earlier/later; anything/something after/before/around work/school/lunch
    anything/something after/before/around <t>; <t> instead; instead of <t>; <t> rather; rather <t>; rather come/do/have <t>
    prefer <t>; would prefer <t>; prefer a/the/an later/earlier/different/another/@time; <t> better; <t> is/are/would be? better
    <t> works/work better; <t> would/will/might work better; better on/in/for <t>; only do/come/make <t>
    only do/come/make it? on/in/after/before <t>; only available/free/off <t>; only available/free/off on/in/after/before <t>
    can only do/come/make; after <t> only; only after <t>; <t> only; any day/time but/except <t>; any other day/time
    anytime/any day after/before/but/except? <t>; next time i/we can <come>; how soon can i/we <come>/get/be
    available/free after/before <t>; an earlier; any earlier; any sooner; any later; ^ earlier $; ^ sooner $; ^ later $
    earlier would; sooner would; later would; after work; after school; before work; before school; more early/late/soon
    can be more? late/early/later/earlier; be more late/early; have more late/early; anything more late/early; <t> are better
    better <t>; week after`,
  shift: 'earlier; later; sooner; later on; anytime earlier',
  wish: `
    can/could/may/would i/we/he/she/you/it/<kin> come/do/make/go/get/be/have/see/fit/squeeze/schedule/pick/choose/book/try
    can/could i/we come/go/get/be in/seen; can/could i/we do/make it; can/could i/we get/have an appointment
    can/could you see/fit/squeeze/get me/us in?; can/could/would it be; how/what about
    is/are <t> <good>/open/available/possible/free; is/are <t> an option; is there anything/something/availability/space/room
    is there anything/something on/at/for/this/in; is there any/an/a way/chance/opening/openings/availability/time/slot/slots/spot
    is it possible; would it be possible; be possible; possible to; <t> possible; <t> ok; <t> available
    any openings/opening/availability/appointments/slots/times/chance/way/spots/room/cancellations; any <t>
    any <t> appointments/openings/slots; anything/something on/at/for/this/next/in/around/available/open/the; anything/something <t>
    do you have anything/something/openings/availability/time/times/appointments/slots/spots/room
    do you have an/a/any opening/openings/availability/times/appointments/slots/spots/appointment/slot/spot?; do you have <t>
    do you have after/before <t>; need after/before <t>; do you have <t> appointments/openings/available
    you have anything/something/any; have anything; got anything; have any openings/availability/appointments/slots; have openings
    would/will <t> work/be; does <t> work; do <t>; let us make it <t>; make it <t>; make it for <t>; need a/an/something <t>
    need <t>; want come in on/at? <t>; want come <t>; want do <t>; want be seen; prefer; would prefer; rather; would rather; try <t>
    try for <t>; see me; come <t>; come on/at/in <t>; instead; available <t>; for <t> instead; do it <t>; do it on/at <t>
    how is <t>; how does <t>; want <t>; would like <t>; like <t>; want to do <t>; schedule <t>; schedule for <t>; put me down for
    what about; you free; are you free; you have <t>; need/want/prefer a/an <t>; need/want a/an/some/any weekday/weekend/week/@time
    you have in the? <t>; you have in <t>; you have something/anything/a; how about <t>; you got <t>; you got anything/something
    how about; rather have <t>; can/could/do you guys/all do/have/see/take <t>; can/could you do <t>; do you do <t>; you guys do <t>`,
  changed: `
    already rescheduled; was/were rescheduled/moved/changed; have/has rescheduled; have/has already rescheduled/moved/changed
    has/have been rescheduled/moved/changed; been rescheduled; got rescheduled/moved/changed; rescheduled; rescheduled it/this/already
    thought i/it/this/we rescheduled/moved/changed/was/had; i/we rescheduled; moved it/this already; already moved/changed it?
    i/we moved/changed it; i/we moved/changed <my> <visit>; was/is supposed to be; supposed to be; thought it was; thought this was
    thought <my> <visit> was/is; have me down for; called to reschedule; called and rescheduled; rescheduled <my> <visit>`,
  late: `
    late; running late/behind; running a? few/little/bit; will be late; minutes late; <n> late; a bit/little/few late/behind
    little/bit behind; behind schedule; running <n> minutes; running <n> behind/late; be late; arrive/arriving late
    get/getting there late; late start; delayed; running behind schedule; stuck in/at/behind/on; stuck; traffic; in traffic
    bad/heavy traffic; accident on/ahead; held up; got held up; <n> minutes away/out/behind; few minutes away/out/behind
    minutes away/out/behind; be there in; will be there in; there in <n>; ^ <n> minutes $; there in; be there shortly/soon/asap
    there soon/asap/shortly; almost/nearly there; be right there; right there; leaving now/work/home/school
    leaving the/my house/work/office; just left; just leaving; heading there/over/in; headed there/over/your; heading out now
    looking for parking; finding parking; trying to park; parking now; missed my/the bus/train/exit/turn/ride
    bus/train/uber/lyft is late/delayed/running; overslept; woke up late; slept in; slept through; flat tire; ^ lost $; got lost
    am/are lost; a little lost; be there around/about/by/closer; there around/about; get there around/about/by/closer
    not make it on time; can/will not make it on time; can/will not be on time; not on time; can/will not make it by/until/before
    get there as soon; be there as soon; eta; can/will not be there on time; can/will not be there by/until/till/before
    can/will not get there by/until/before/til/till; can/will not get there on time; not be there till; few minutes past
    can/will not make it there by/until/on; <n> minutes past; pushing it; cutting it close; omw; am/are omw; driving now
    driving there; on the bus; on the road; in the car now; am/are close; around the corner; down the street; pulling off
    not by <clock>; just not by <clock>; can/will not make it by/right/exactly/until/before at? <clock>; not make it by <clock>
    can/will not make it by $; can/will not get there by/until/before/right at? <clock>
    can/will not be there by/right/exactly/until at? <clock>; not be there right/exactly at; not be there right/exactly at? <clock>
    not right at <clock>; more like <clock>; give me till/until <clock>; give me <n> more? minutes; gps/maps says <clock>
    gps/maps says <n> minutes; lost/missed the/my bus/train/ride/exit/turn; bus/train/ride left without me/us; a tad behind
    tad late/behind; tad bit late/behind; little/bit/couple late/behind; minutes behind; couple minutes; <n> minutes behind
    <n> minutes tops; pulled over; got pulled over; caught by/in/behind the? train/bridge/school/traffic/lights; train blocking
    blocking the road; blocked by; road closed; detour; wrong side of town; made a wrong turn; wrong turn
    be there in a few/bit/sec/minutes/couple; in a few; few behind; will be there closer to; can not find parking
    can not find a spot/space; looking for a spot; still on the highway/road/bus/train; slow traffic
    arrive <n> minutes after/late/later; be <n> minutes late; delayed by; a little late; am/are will be late`,
  arrived: `
    ^ here $; ^ here; am/are here; am here for; just? arrived; have arrived; outside; am/are outside; parked; parked outside
    parking lot; in the parking lot; waiting room; in the? waiting room; lobby; in the lobby; at the door; front door; front desk
    pulling in; pulled in/up; pulling up; just pulled in/up; checked in; checking in; check in; checkin; i/we made it; at your office
    at the office/clinic; door is locked; sitting in; in my car; in the car; walking in; just got here; got here; present $
    am/are present`,
  sick: `
    sick; am/are/is sick; am/is ill; ill; cold; a cold; have a cold; flu; the flu; covid; strep; stomach bug; throwing up; threw up
    vomiting; puking; pink eye; under the weather; not feeling well/good/great; do/does not feel well/good/great; coming down with
    cough; coughing; tested positive; hospital; surgery; funeral; passed away; died; death in the family; death; family emergency
    family/work/personal/medical/home emergency; contagious; migraine; headache; quarantine; sinus infection; ear infection
    in labor; gave birth; er; in the er; emergency vet; the vet; at the vet; vet emergency`,
}
