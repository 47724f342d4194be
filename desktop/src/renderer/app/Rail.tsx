import type { Place } from '../live/places.ts'
import { ariaKeys } from '../ui/key-words.ts'
import type { PlaceEntry } from './places-list.tsx'
import styles from './Rail.module.css'

type PlaceCounts = Partial<Record<Place, { count: number; isUrgent: boolean; words: string }>>
type RailProps = { places: PlaceEntry[]; here: Place; counts: PlaceCounts; onOpen: (place: Place) => void }

/** The places, each with its name, and a number only where work waits for a person. */
export function Rail({ places, here, counts, onOpen }: RailProps) {
  return (
    <nav className={styles.rail} aria-label="Places">
      {places.map(({ place, name, key, Icon }) => {
        const waiting = counts[place]
        return (
          <button
            key={place}
            type="button"
            className={styles.entry}
            data-foot={place === 'setup' || undefined}
            aria-current={place === here ? 'page' : undefined}
            aria-keyshortcuts={ariaKeys(key)}
            title={`${name} (${key})`}
            onClick={(event) => {
              onOpen(place)
              // After the mouse the keys are the place's at once, Enter among them; who walks the rail with Tab stays on it.
              if (event.detail > 0) document.querySelector('main')?.focus()
            }}
          >
            <Icon size={20} stroke={1.6} />
            <span>{name}</span>
            {waiting && waiting.count > 0 ? (
              <span className={styles.count} data-urgent={waiting.isUrgent || undefined}>
                <span aria-hidden="true">{waiting.count > 99 ? '99+' : waiting.count}</span>
                <span data-unseen="">{waiting.words}</span>
              </span>
            ) : null}
          </button>
        )
      })}
    </nav>
  )
}
