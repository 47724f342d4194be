/** Real words a slip away from a word that decides: "cancer" must never become "cancel", nor "hunting" become "hurting". */
export const LOOK_ALIKES = `
  actor afternoon agency appointed asking assurance attention banana bank barking better blank bleating bled blending booth borrow brake
  bread break breed breeding broke broker brokerage brown calor canceler canceller cancer cancun cap catch chance chang change changer
  charge chirped choose chopped chose cita citas clearing clever clipped close closed clown color combing coming concealing conference
  confide confidence confidential confine conform conforming confused counsel course cover covered crackers cross crowd crown crows dearly
  definitively dental dentists difference disappointed disappointment doctor doctors dolar dolares dollar dolor drove drown dwelling early
  emergence emergent exchange extracting extractions falling family feeling fever fewer filing filling finally force friday fried friend
  fulling fully gain gap gracia great hermana hinchada horse hospitals hours house hunt hunting hurling hurt inflection injected injection
  injections inspection insurance intention intentions invention january jueves known lap late lately later latter leading leaning letter
  lever lista listo looking looming looping loose lose love luck lunch lunes main making manana manzana map marking marte martes massage
  massages match mental mention merge minuets minute minutes monday money morning mourning move mover movie moving narrow nearly necesito
  never numb numbed number numbers ointment ours packing pain paint parking parson patent patience patients pearson perfect perfume
  persons plain plead pleading pleas pleased police posit prefect prison pueda puede puedo queen questions quiere quiero quiet quite quote
  reading really realty recent remainder remainders remained reminded remodel remove rental rescue resend resent ruining running saint
  saturday scheduler seething selling semana sever severed shallow shelling shirt shop short slumber smart smelling sorrow sorry source
  spelling spoken staff stark stars start step stiff stomp stone store storm story stove street strip stuff sundae sunday swallow
  swallowed sweet swelling swilling taking talking tank tarde tardes teething tested testing thang thank thanks thanksgiving their there
  these thicks thing think thinks thirsty those threat three thunk thursday toady today token tomorrow tooth toothy tracked traffic trafic
  tragic treat treating trusty tuesday unfortunate unstable usable viernes visit visita visitor visor vista visto wait waking walking want
  warning watch water wednesday went west where which wish words working works world worlds worry wring wrongs yearly yesterday yours`

/** Words that decide and are long enough to be repaired when misspelt. */
export const WORTH_REPAIRING = `
  absolutely afternoon another appointment appointments appreciate attending available awesome bleeding broken cambiar cancel cancelar
  cancelled cancelling change chipped cleaning confirm confirmar confirmed confirming cracked crown definitely dentist different doctor
  dolor earlier emergency equivocado excruciating extraction forward friday gracias hinchada hinchado hospital hurting infected infection
  insurance jueves knocked looking manana maybe mensajes message messages miercoles minutes monday morning muela number numero painful
  patient perfect perfecto person please postpone probably question reagendar reminder reminders reschedule rescheduled rescheduling
  running sangrando saturday schedule severe sorry sunday swelling swollen texting thank thanks throbbing thursday tomorrow tooth
  toothache traffic tuesday unable unbearable unfortunately unsubscribe viernes wednesday wrong`
