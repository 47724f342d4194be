import type { Lexicon } from './meanings.ts'

/** What makes an English answer unsure, and the courtesy around it. */
export const ENGLISH_TALK: Lexicon = {
  hedge: `
    maybe; perhaps; probably; possibly; might; may; i think; i/we think so; i guess; i guess so; i believe; i believe so; i suppose
    hope; i hope; i hope so; hope so; hope to; hopefully; not sure; unsure; not certain; not positive; not 100
    let me check/see/look/ask/think/verify/talk/double/know/get/confirm/call; let me
    want check/see/ask/think/look/talk/verify/double/figure/find; want ask my/him/her/if; get back to you; will get back
    will let you know; let you know; let you guys know; will see; will check; will ask; will find out; will try; try to; trying
    trying to; will do my best; do my best; should can; should; supposed to; tentative; tentatively; hoping; hoping to; aiming
    hesitant; debating; praying; wondering if; planning to try; leaning; torn; plan b; good chance; 90 percent; 50/50; fifty fifty
    do not know; do not know yet; do not know if/for; depends; depending; not yet; yet; wait; hold on; hold off
    one/1/a sec/second/moment/minutes; give me a; give me until; never mind; pending; deciding; undecided; thinking
    thinking of/about; considering; checking; still checking; waiting; waiting on/for/to; could be; no idea; who knows; possible
    iffy; on the fence; almost certain; pretty/fairly sure; most likely; likely; chances are
    i will confirm later/tomorrow/tonight/soon; confirm later/tomorrow/soon; will confirm
    will confirm later/tomorrow/soon/tonight/when/by/as; confirm by; confirm when; will decide; not confirm; can/do/will not confirm
    can/do/will not confirm yet; can not say; can not promise/tell/guarantee/commit; trying to find; need more time; need time
    do not think; do not think so; do not think i/we/it/that; not think; doubt; doubtful; unlikely; assume; assuming; tempted; seems
    in theory; soon as; working on it; might want; fingers crossed; god willing; lord willing; if so; kind of; what do you think
    up in the air; remains to be seen; subject to; contingent; run it by; running it by; ask my; want talk; want speak; want discuss
    reconsider; sounds interesting; tell me more; curious; try; as far as i know; afaik; last i checked; rethink; remains
    looks like i might; may or may not; toss up; playing it by ear; play it by ear; looking into it; see how; call me; please call
    please call me/us; give me/us a call; have someone call; someone call me; call my; call our; text my; text me later
    reach out to me; phone me; talk to you; take it off/away/back/down/elsewhere; hold it/that/mine/my until/till/til <t>
    hold it until/till/til`,
  'so-far': 'for now; as of now; at the moment; so far; at this time; at this point',
  'call-later': `
    will call; will call you; will call you back/later/soon; call you back; will call back/later/in; will text; will text you
    text you back; call later; will be calling; will contact you; will be in touch; be in touch; call you when; will call when/once
    will call you when/once; will call to; will reach out; will call the office
    text/call/tell/message me if/when/whenever another/something/anything/one/any one/thing? opens/open/comes/becomes/frees/pops up/available/else?
    let me know if/when another/something/anything one? opens/comes/frees up/else?; let me know about the next; keep me in mind for
    keep me on the list; keep me in mind`,
  interest: 'interested; am/are interested; very interested; would be interested',
  timing: 'until; till; when; whenever; while; after i; before i',
  condition: `
    if; unless; as long as; so long as; provided; only if; in case; whether; once; except; otherwise; or else; then cancel; depending on
    depends on; given that; without; contingent on; in the event; should i not`,
  contrast: 'but; however; although; even though; though i/we; only; just not; rather than; on the other hand; then again',
  several: `
    only/just my <kin>; only/just mine; only her/his; both; both of us/them; all of us/them; all three/four/3/4/five; all my; all the
    all appointments; each; each of; either; neither; the other; the others; other one; the first; the second; second one; first one
    one of them/us/the; just/only one; only me; only for; only <kin>; only <name>; just me; just for; just <kin>; just <name>
    not my <kin>; not for; not <kin>; for me and; me and; me and my; and my <kin>; and <kin>; also my; also for; plus; and also; add my
    add; too my; both kids/visits; the/my kids <visit>; for the/my kids; two/2/three/3 appointments; other appointment/appointments
    his and; her and; mine and; and mine; one for; the one for; cancel/confirm everything; two/three/2/3 of us; whole family; our family
    the family; rest of; respectively; same for; for all; my <kin> and my <kin>; <kin> and <kin>; son and; daughter and; kids and
    instead of me; for my other; mine only; squeeze in my; in my place; take my place; use my; my <kin> instead; take it instead
    come instead; as well as; we all; and his; and her; and hers; my <kin> too $; my <kin> also $; his too; hers too; <name> too; hers
    different <visit> for`,
  'other-visit': `
    not this/that one; not the one; other visit; my other; the other appointment; the one in/on/at; wrong day/date/time/appointment
    different appointment; wrong one; the next one; next appointment; future <visit>; all future; one after; previous <visit>
    last <visit>; the wrong; not right; not correct; incorrect; wrong; mixed up; not my appointment; not mine
    do not have an? appointment; did not make/schedule/book; never made/scheduled/booked; have no appointment; already there; was there
    did come; was already there; was just there; just had; could not make it; there yesterday`,
  mistake: `
    by accident/mistake; accidentally; on accident; mistakenly; wrong button/letter/key; typo; fat fingered
    hit/pressed/typed/sent/replied/said/put/texted the wrong; hit the; pressed; meant to; auto correct; autocorrect; correction
    misread; misread it; pocket; butt; my toddler; was an accident`,
  receipt: `
    got your/the/this text/texts/message/email/voicemail/call; received your/the/this text/texts/message/email?; received it; i know
    yes i know; i knew; i saw; i see it; saw it; i see this; saw your/the/this; this is she/he/him/her/me; speaking; it is me
    that is me; i am aware; aware; i understand; i got it; i received; already did; already done; ^ done $; did already
    yes i got it; got it already; read it; i remember; yes i remember; yes i have; yes i did; yes i was; yes it was; confirm receipt
    confirming receipt; confirm i received/got; confirmed receipt; yes received; yes got it; just got it; just received
    called already; already called; spoke with; talked to; yes i? got/received/saw/read the/your/this <text>
    yes i? got/received/saw/read it`,
  or: 'or',
  tag: `
    is that ok/alright/fine/cool/possible/good; that ok/alright; is that all right; is that ok with you; hope that is ok/alright
    hope it is ok; is this ok; will/would/does that work; when you can; when you get a chance; when possible; if so please
    ^ really $; ^ seriously $; ^ for real $`,
  'if-possible': `
    if possible; if you can; if you could; if you would; if you do not mind; if it is possible; if that is ok/alright/fine/possible/good
    if that is ok with you; if it is ok; if that works; if not too much trouble; if it is not too much trouble; if you would not mind
    if you will`,
  'if-any': `
    if available; if there is any/anything/something; if you have any/anything/something/it/room/time; if you have; if i can; if i could
    if we can/could; if you get any/anything; if anything is available`,
  fee: 'fee; fees; charge; charged; charging; penalty; cost; costs; price; refund; deposit; bill; billing; copay; insurance; policy; pay',
  thanks: `
    thanks; thanks so/very much; thanks so very much; thanks a? bunch/million/ton/lot; thanks again
    thanks both/guys/all/everyone/ladies/doctor
    thanks for the? reminder/reminding/update/info/heads/letting/understanding/checking/help/text/texting/confirmation/message/everything/call/calling/asking/offer/offering/thinking
    thanks for the heads up; thanks for letting me know; thanks for reaching out
    thanks for reschedule/moving/changing/fitting/squeezing/getting/seeing/being; thanks for thinking of me/us; thanks for reminding me
    thanks for your/all/the help/time/understanding/patience/kindness/text/message/call; thanks for all; thanks for texts
    appreciate it/you/that; i appreciate it/you/that/the/your; much appreciate; appreciate the? reminder/help/heads/offer
    appreciate you guys; cheers; can not thanks enough; bless you; god bless; god bless you; you are the best; you guys are the best
    you rock; you guys rock; you are awesome/amazing/great/welcome/wonderful; that is very? kind; so kind
    you guys are great/awesome/amazing; you are a lifesaver; thanks doctor; thankful; grateful`,
  kind: `
    have a <good>/nice/blessed/safe/happy/lovely day/night/evening/one/rest/holiday/week/time
    have a <good>/nice/blessed/safe/happy/lovely @time; have a <good>/nice/lovely rest of your/the day/week/@time
    have <good>/fun day/@time?; nice/good/great/lovely/happy day/night/evening; happy @time; good day/night/evening; happy new year
    happy holidays; merry christmas; happy easter/thanksgiving/birthday; same to you; you too; you as well; u2; to you too; take care
    be well; stay safe/warm/cool/dry; be safe; all the best; best wishes; warm/kind/best regards; regards; best $; sincerely; love you
    love; xo; xoxo; bye; goodbye; bye bye; talk soon; hope you are well/doing; hope all is well; hope you have/are a/having
    hope everyone is well; let me know if you need anything; let me know if you have any questions
    let me know if there is anything else; let me know if you need anything else; yay; woohoo; woo hoo; whoop; yippee; hooray; wow; phew
    nice; sweet; lovely; beautiful; wonderful; good deal; glad to hear; good job; always; as always/usual/scheduled/planned/discussed
    enjoy your; enjoy; please and thanks; with pleasure; my pleasure; gladly; happy to; love it; that is all; that is it; finally
    at last; about time; have a <good>; blessings; amen; praise god; you all are; hugs; smile; merry; hope that helps
    just letting you know; just fyi; by the way`,
  greeting: `
    hi; hello; hey; hey/hi/hello there; hi again; hi everyone/team/all; hey guys/girl/yall; hiya; yo; howdy; greetings; dear
    dear office/doctor; hi yes; hello yes; ^ morning $; ^ morning; ^ afternoon; ^ evening; how are you; how are you doing; how are yall
    how is it going; hope you are doing well; to whom it may concern; sir; maam; miss; ms; mr; mrs; doctor; guys; ladies; team; folks
    friend; friends; hon; honey; sweetie; everyone $; bro; dude; boss; buddy; girl; sis; oops; oopsie; whoops; oh; ah; um; uh; hmm; well
    so; anyway; oh hi/hey/yes/ok/my; excuse me; pardon me; ok so; alright so; ok well; omg; oh my god/gosh; gosh; ps; dentist
    dental office`,
  sorry: `
    my bad; did not see this/it/your/the text/texts/message?; did not see this/it until/till now
    meant to reply/respond/answer/text/write back/sooner/earlier; meant to get back; sorry; so/very/really sorry; i am sorry
    am/are so sorry; sorry guys; my apologies; apologies; i apologize; apologize; apologize for the? inconvenience/delay/trouble/notice
    pardon; forgive me; sorry about that/this/it; sorry for/about the/any/this inconvenience/trouble/delay/confusion/hassle
    sorry for/about any/the? inconvenience; sorry to bother; sorry to be a pain; hate to do this; hate to do this to you; hate to
    i hate to do this; sorry to do this
    sorry for/about late/the/my/such/this late/delayed/short/slow? reply/response/notice/text/answer/message/delay
    sorry for/about late/delayed/short/slow? reply/response/notice/text/answer/message
    sorry for/about the last minutes notice/change/cancellation?; sorry for replying/responding/answering/texting so? late
    sorry for getting back so? late; sorry so late; sorry this is late; sorry it is late; sorry for not getting back sooner/earlier
    sorry for not replying/responding/answering sooner/earlier; sorry i/we did not reply/respond/answer/see/text sooner/earlier/this
    sorry just? seeing/saw this; just saw/seeing/seen/got this/your text/message?; just now seeing this; just noticed this
    late reply/response/notice/text/answer; delayed reply/response; such short notice; the short notice; on such? short notice
    for the short notice; last minutes notice/cancellation; last minutes; better late than never; sorry to inform/say
    regret to inform you; i regret; sad to say; afraid; am/are afraid; bad news; sorry i/we missed your call/text/message
    sorry i/we missed this; i feel bad; i know it/this is short notice; i know it/this is last minutes; sorry for the trouble; been busy
    been so busy; sorry been busy; phone was off/dead; my phone died; was asleep/sleeping/working; for the late reply/response/notice
    sorry for it; forgot about it; forgot about this; totally/completely forgot; forgot; late to reply; late getting back`,
  ack: `
    got it; gotcha; noted; received; understood; message received; acknowledged; duly noted; good to know; makes sense; i see; got that
    will keep in mind; heard; glad; on it; ok got it; i got it thanks; cool thanks; thanks got it`,
  'side-note': `
    will bring; bringing my/the/new/his/her/our; will have my/the; will fill/complete out?; filled/completed out; i filled
    will do the paperwork; paperwork; forms; insurance card; new insurance; will take off; ask for; tell the? doctor; tell everyone
    say hi/hello; new patient; my <kin> will drive/bring/take; my <kin> is driving/bringing/taking; will be driving
    my <kin> is bringing; getting a ride; got a ride; arrive early; took the day off; got the day off; took off work
    trying/try to quit/eat/lose/save/stay/get/be/stop/floss/drink; hoping for no/good/a/the; scared; nervous; worried; anxious
    terrified; took/take/got/have the? day/time/morning/afternoon off; took off work/early; got time off; concerned
    kind of scared/nervous/worried/tired/sad/excited/anxious`,
  name: 'this is; my name is; name is; it is <name>/<capital>; its <name>/<capital>; i am <name>/<capital>',
  neutral: `
    no need to/want call/text/respond/reply/worry; no need to/want call/text me/back; can not come soon enough; can not get over
    ^ reply; ^ my reply; counting down; counting down the days; could not be more/happier; could not agree more; lol; haha; hahaha
    hehe; lmao; no pain; no pain today/now; not in pain; not in any pain; not a patient yet; not yet a patient
    wanted to let you know; want let you know; just to let you know; to let you know; letting you know; let you know that
    thought i would let you know; can not believe it? is?; can not complain; can not stress; have been waiting for; been waiting
    been waiting for; been thinking; my <kin> and i/myself; nothing has changed; nothing changed; no problem; not a problem
    no problem at all; no prob; no worries; no worries at all; no biggie; no big deal; no rush; no hurry; no questions; no question
    no offense; no matter what; not to worry; no cavities; no new; no insurance changes; no changes in/to; nothing new
    in the meantime; be right back; even if; as if; keep me on the/your list
    keep me on the wait/waiting/waitlist/cancellation/standby list?; keep me posted/in/informed; keep me in mind; keep me on
    stay on the list; vitamin c; plan c; xray; x rays; wrong with; what is up; and then; do not worry; we will both; we both will
    we both; we are both; both of us will; call/text/let/ask me if you need; do not hesitate; no brainer; do/would not mind
    do/would not mind that/it/this/the/at; do not mind the short notice; not too early/late/short/far/soon for? me/us?
    not too short notice for? me/us?; either way; can/could not come/make/do/get/go it? in? any? earlier/sooner
    could not come any? earlier/sooner if i tried; can/could not wait any? longer; can/could not wait anymore; as ready as; no clue
    no idea why; no thing; no joke; no lie; no cap; no need to want remind me/us; no need to remind me/us; no reminder needed
    no hard feelings; it? is? not that i/we can/will/do not make/come/want? it?; been waiting <t>; have been waiting <t>
    do not want give it to/it you?; do not want get you sick; i? almost/nearly forgot about? it/this?
    been hoping for? this/that/it?; have been hoping for? this/that?; oki doki/dokie; both my eyes/teeth/arms/hands/legs
    no issues/problems/trouble/complaints/conflicts; what a pain; do not think i said yes
    do not think i said yes/agreed to this/that/it; do not think i said/agreed/asked/made/booked this/it/to
    my/our/the flight/trip/meeting/game/class/shift/practice/event/party/concert/interview/conference/vacation/plans got/was/were/is/been/get cancelled
    cancelled my/our/the? flight/trip/meeting/game/class/shift/practice/party/plans/vacation/lunch`,
  correction: `
    no wait; wait no; wait actually; actually no; actually wait; no actually; scratch that; strike that; correction; i mean; i meant
    ignore/disregard/forget my? last/previous/first/earlier/other/prior text/texts/message/reply/response/answer/one
    ignore/disregard/forget my last/previous; ignore/disregard that/this; disregard; never mind what i said/wrote/texted
    never mind that; forget what i said/wrote/texted; changed my mind; change of plans; on second thought; second thoughts
    oops i meant; sorry i mean/meant; my bad i mean/meant`,
  overtaken: `
    was/were will; was/were about/planning/thinking/supposed to/on?; almost/nearly want; thought i/we want/could/would/had
    thought i/we can/could/would not; said i/we was/were/would/will/can/could; told you/yall/them i/we was/were/would/will/can/could
    had planned/plans to?; planned/hoped/wanted to come/be/make; almost/nearly had to; thought i/we had to; had thought
    was/were planning/thinking on/of/about? coming/being/going/making/it
    was/were will cancel/come/be/go/make/confirm/say/ask it?/<my>? <visit>?
    was/were about/planning/thinking to/of cancel/cancelling it?/<my>? <visit>?; would have cancelled
    almost/nearly cancelled/missed`,
}
