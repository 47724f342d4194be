import { useEffect } from 'react'
import { callDesk } from '../bridge.ts'
import { useActions } from '../live/actions.ts'
import { useNeeds } from '../live/needs/use-needs.ts'
import { usePlaces } from '../live/places.ts'
import { tell } from '../live/tell.ts'
import { AlarmBar } from './AlarmBar.tsx'
import { Callouts } from './Callouts.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Footer } from './Footer.tsx'
import styles from './Frame.module.css'
import { Header } from './Header.tsx'
import { KeysOverlay } from './KeysOverlay.tsx'
import { NoteBar } from './NoteBar.tsx'
import { Palette } from './Palette.tsx'
import { PLACES } from './places-list.tsx'
import { Rail } from './Rail.tsx'
import { SayingLine } from './SayingLine.tsx'
import { useEverywhereActions } from './use-everywhere-actions.ts'

/** Rail, header, the place itself, and the footer that always tells the truth about the line. */
export function Frame() {
  const place = usePlaces((state) => state.place)
  const { open, back } = usePlaces.getState()
  const entry = PLACES.find((one) => one.place === place) ?? PLACES[0]!
  const needs = useNeeds()
  useEverywhereActions()
  useActions([
    ...PLACES.map((one) => ({
      id: `open-${one.place}`,
      title: `Go to ${one.name}`,
      keys: [one.key],
      group: 'Everywhere',
      run: () => open(one.place),
    })),
    { id: 'back', title: 'Go back', keys: ['alt+left'], group: 'Everywhere', run: back },
  ])
  useEffect(() => {
    if (!needs) return
    callDesk('badge.set', { count: needs.total, isUrgent: needs.isUrgent }).catch(() =>
      tell({ tone: 'problem', text: 'The badge could not be set.' }),
    )
  }, [needs?.total, needs?.isUrgent, needs])
  return (
    <div className={styles.frame}>
      <Rail places={PLACES} here={entry.place} counts={needs?.counts ?? {}} onOpen={open} />
      <Header title={entry.name} />
      <div className={styles.bars}>
        <AlarmBar />
        <NoteBar />
      </div>
      <main className={styles.place} aria-label={entry.name} tabIndex={-1}>
        <ErrorBoundary key={entry.place}>
          <entry.Screen />
        </ErrorBoundary>
      </main>
      <Footer />
      <Callouts />
      <SayingLine />
      <Palette />
      <KeysOverlay />
    </div>
  )
}
