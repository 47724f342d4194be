import { useEffect, useRef } from 'react'
import { useActions } from '../../live/actions.ts'
import { usePlaces } from '../../live/places.ts'
import { type PracticeNow, usePractice } from '../../live/practice.ts'
import { useSubtitle } from '../../live/subtitle.ts'
import { Empty, Loading } from '../../ui/Standing.tsx'
import { Comparing } from './Comparing.tsx'
import { NewPerson } from './NewPerson.tsx'
import styles from './PeoplePlace.module.css'
import { PersonPage } from './PersonPage.tsx'
import { usePeople } from './people-store.ts'
import { SearchPane } from './SearchPane.tsx'

const NEW = 'new'

/** Find anyone; everything about one person; new people; records that may be one person. */
export function PeoplePlace() {
  const practice = usePractice()
  const { place, id, visit } = usePlaces()
  const search = useRef<HTMLInputElement>(null)
  const { showing, openId, open, startNew, backToPerson } = usePeople()
  useSubtitle('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again for the same person is a visit of its own.
  useEffect(() => {
    if (place !== 'people' || !id) return
    if (id === NEW) startNew()
    else if (id.startsWith(`${NEW}:`)) startNew(id.slice(NEW.length + 1))
    else open(id)
  }, [place, id, visit])
  useActions([
    { id: 'people-search', title: 'Search people', keys: ['/'], group: 'People', isInFooter: true, run: () => search.current?.focus() },
    { id: 'people-new', title: 'New person', keys: ['n'], group: 'People', isInFooter: true, run: () => startNew() },
    ...(showing === 'person'
      ? []
      : [{ id: 'people-back', title: 'Back to the person', keys: ['escape'], group: 'People', run: backToPerson }]),
  ])
  if (!practice) return <Loading rows={8} label="Reading people" />
  return (
    <div className={styles.people}>
      <SearchPane practice={practice} search={search} />
      <div className={styles.subject}>
        <Subject practice={practice} showing={showing} openId={openId} />
      </div>
    </div>
  )
}

type SubjectProps = { practice: PracticeNow; showing: 'person' | 'new' | 'compare'; openId: string | null }

function Subject({ practice, showing, openId }: SubjectProps) {
  if (showing === 'new') return <NewPerson practice={practice} />
  if (!openId)
    return (
      <Empty title="Find anyone by name, number or birth date.">
        Parts of a name in any order will do: “ana gar”, “555 0148”, “4/12/1988”. For a new person press Esc, then N.
      </Empty>
    )
  if (showing === 'compare') return <Comparing key={openId} practice={practice} patientId={openId} />
  return <PersonPage key={openId} practice={practice} patientId={openId} />
}
