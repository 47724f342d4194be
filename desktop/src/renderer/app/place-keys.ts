import type { KeyGroup } from './keys-groups.ts'

type PlaceKeys = Pick<KeyGroup, 'name' | 'lines'>
const keysOf = (name: string, lines: Record<string, string>): PlaceKeys => ({
  name,
  lines: Object.entries(lines).map(([title, keys]) => ({ title, keys: keys.split(' ') })),
})

/** The keys of each place for the overview while another place is open; an open place tells its own, more exactly. */
export const PLACE_KEYS: PlaceKeys[] = [
  keysOf('Now', {
    'Next or previous': 'j k',
    'Open what it is about': 'enter',
    Done: 'e',
    'Later, in an hour': 's',
    'Take it': 'a',
    'Call back': 'b',
    Reply: 'r',
    'Fill the opening': 'f',
    'Acknowledge the emergency': 'shift+space',
    'Take over the call': 'p',
  }),
  keysOf('Calls', {
    'Next or previous call': 'j k',
    'Open the call': 'enter',
    'Search calls': '/',
    'Call back': 'b',
    'Text this number': 'r',
    'Take over the call': 'p',
  }),
  keysOf('Messages', {
    'Next or previous thread': 'j k',
    Reply: 'r',
    'Send what is written': 'mod+enter',
    Templates: '/',
    'New text': 'n',
    Done: 'e',
    Snooze: 's',
    'Take over or hand back the thread': 't',
    Call: 'b',
    Confirm: 'c',
    Move: 'm',
  }),
  keysOf('Confirm', {
    'Next or previous': 'j k',
    Open: 'enter',
    'Mark confirmed': 'c',
    'Ask by text': 'a',
    Call: 'b',
    Texts: 'r',
    Move: 'm',
    'Cancel the visit': 'x',
  }),
  keysOf('Day', {
    'Next or previous visit': 'j k',
    'Open the visit': 'enter',
    'New appointment': 'n',
    'Move the visit': 'm',
    'Confirm the visit': 'c',
    'Cancel the visit': 'x',
    'Ask to confirm by text': 'a',
    'Day before or after': '[ ]',
    'Go to today': 't',
    'Show the week': 'w',
    'Print the day': 'mod+p',
  }),
  keysOf('People', {
    'Search people': '/',
    'New person': 'n',
    'Book an appointment': 'm',
    'Edit this person': 'e',
    Call: 'b',
    Texts: 'r',
  }),
  keysOf('Callbacks', {
    'Next or previous': 'j k',
    'New callback': 'n',
    Call: 'b',
    'Take it': 'a',
    Later: 's',
    Done: 'e',
  }),
  keysOf('Setup', {
    'Next or previous section': 'j k',
    'Save the form': 'mod+s',
  }),
]
