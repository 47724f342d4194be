import { TextInput } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useEffect } from 'react'
import { useActions } from '../../live/actions.ts'
import { usePlaces } from '../../live/places.ts'
import type { PracticeNow } from '../../live/practice.ts'
import { Button } from '../../ui/Button.tsx'
import { ListPane } from '../../ui/ListDetail.tsx'
import { Empty, Problem } from '../../ui/Standing.tsx'
import { DuplicateLeads } from './DuplicateLeads.tsx'
import { PeopleList } from './PeopleList.tsx'
import { usePeople } from './people-store.ts'
import styles from './SearchPane.module.css'
import { MOST_FOUND, useFound } from './use-found.ts'

type SearchPaneProps = { practice: PracticeNow; search: RefObject<HTMLInputElement | null> }

/** Search as you type; while nothing is typed, those opened last and records to compare. Down and Enter work from the field. */
export function SearchPane({ practice, search }: SearchPaneProps) {
  const { text, selectedId, recent, openId, search: type, select, open, startNew } = usePeople()
  const { people, isReading, error, again } = useFound(text)
  const isSearching = text.trim() !== ''
  const rows = isSearching ? people : recent
  const at = rows.findIndex((one) => one.id === selectedId)
  const walk = (step: number) => select(rows[Math.max(0, Math.min(rows.length - 1, at < 0 && step < 0 ? 0 : at + step))]?.id ?? null)
  const openSelected = () => {
    const row = rows[Math.max(at, 0)]
    if (row) open(row.id)
  }
  // The keys of the person's page work at once.
  const openFromField = (field: Element) => {
    openSelected()
    if (rows.length > 0) field.closest('main')?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) walk(step)
    else if (event.key === 'Enter') openFromField(event.currentTarget)
    else if (event.key === 'Escape' && text) type('')
    else return
    event.preventDefault()
  }
  useActions([
    { id: 'people-next', title: 'Next person', keys: ['j', 'down'], group: 'People', isInFooter: true, run: () => walk(1) },
    { id: 'people-previous', title: 'Previous person', keys: ['k', 'up'], group: 'People', run: () => walk(-1) },
    { id: 'people-open', title: 'Open', keys: ['enter'], group: 'People', isInFooter: true, run: openSelected },
  ])
  useEffect(() => {
    if (!usePeople.getState().openId && !usePlaces.getState().id) search.current?.focus()
  }, [search])
  return (
    <ListPane
      label="Find people"
      tools={
        <>
          <TextInput
            className={styles.search}
            ref={search}
            aria-label="Name, number or birth date"
            placeholder="Name, number or birth date"
            value={text}
            maxLength={80}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={press}
          />
          <Button keys="n" onClick={() => startNew()}>
            New
          </Button>
        </>
      }
    >
      <p className={styles.count} role="status">
        {isSearching ? (isReading ? '' : countWords(people.length)) : recent.length > 0 ? 'Opened last' : ''}
      </p>
      {error ? <Problem text={error} onAgain={again} /> : null}
      {isSearching && !isReading && !error && people.length === 0 ? (
        <Empty
          title="Nobody found."
          action={
            <Button size="small" onClick={() => startNew()}>
              New person
            </Button>
          }
        >
          Try fewer letters, the last digits of a number, or a birth date.
        </Empty>
      ) : null}
      <PeopleList practice={practice} people={rows} selectedId={selectedId} openId={openId} onOpen={open} />
      {isSearching ? null : <DuplicateLeads />}
    </ListPane>
  )
}

function countWords(count: number): string {
  if (count >= MOST_FOUND) return `The first ${MOST_FOUND} found`
  return count === 0 ? '' : count === 1 ? '1 person' : `${count} people`
}
