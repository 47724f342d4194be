/** What a patient's reply asks for. `unclear` means a person must read it. */
export type Intent =
  | 'confirm'
  | 'cancel'
  | 'reschedule'
  | 'accept_offer'
  | 'decline_offer'
  | 'late'
  | 'question'
  | 'thanks'
  | 'help'
  | 'wrong_number'
  | 'opt_out'
  | 'opt_in'
  | 'urgent'
  | 'unclear'

/** What was open when the reply came, and the local start (`2026-03-03T14:30 Tue`, weekday optional) of the visit or slot it is about. */
export type ReplyContext = { asked: 'appointment' | 'offer' | 'none'; appointment?: string }

/** `matched` are the words of the reply that decided, as typed; `rule` is a stable name for why. */
export type Reading = { intent: Intent; matched: string[]; rule: string }
