import type { Preferences } from '../../ipc/preferences.ts'
import { useActions } from '../live/actions.ts'
import { undoLast, useLastUndo } from '../live/last-undo.ts'
import { closeOverlay, openKeys, openPalette, useOverlays } from '../live/palette.ts'
import { openPlace, usePlaces } from '../live/places.ts'
import { wordsOf } from '../live/run-command.ts'
import { usePreferences, useSession } from '../live/session.ts'
import { tell } from '../live/tell.ts'

const NEXT_THEME = { system: 'dark', dark: 'light', light: 'system' } as const
const THEME_WORDS = { system: 'Colors as the system has them', dark: 'Dark colors', light: 'Light colors' }

export function changePreference(change: Partial<Preferences>): void {
  useSession
    .getState()
    .change(change)
    .catch((error) => tell({ tone: 'problem', text: wordsOf(error) }))
}

/** The actions that work in every place. */
export function useEverywhereActions(): void {
  const undo = useLastUndo((state) => state.undo)
  const { counterMode = false, theme = 'system', sounds = true } = usePreferences()
  const open = useOverlays((state) => state.open)
  const place = usePlaces((state) => state.place)
  const group = 'Everywhere'
  const next = NEXT_THEME[theme]
  useActions([
    { id: 'palette', title: 'Find anyone, do anything', keys: ['mod+k'], group, run: () => openPalette(), whileTyping: true },
    { id: 'keys', title: 'All keys', keys: ['?'], group, run: () => (open === 'keys' ? closeOverlay() : openKeys()) },
    {
      id: 'counter-mode',
      title: counterMode ? 'Leave counter mode: show names' : 'Counter mode: blur names',
      keys: ['mod+.'],
      group,
      run: () => changePreference({ counterMode: !counterMode }),
      whileTyping: true,
    },
    ...(place === 'day' ? [] : [{ id: 'book', title: 'New appointment', group, run: () => openPlace('day', 'book') }]),
    ...(place === 'people' ? [] : [{ id: 'new-person', title: 'New person', group, run: () => openPlace('people', 'new') }]),
    ...(undo ? [{ id: 'undo-last', title: `Undo ${undo.words}`, keys: ['z'], group, run: undoLast }] : []),
    { id: 'theme', title: THEME_WORDS[next], group, run: () => changePreference({ theme: next }) },
    { id: 'sounds', title: sounds ? 'Sounds off' : 'Sounds on', group, run: () => changePreference({ sounds: !sounds }) },
  ])
}
