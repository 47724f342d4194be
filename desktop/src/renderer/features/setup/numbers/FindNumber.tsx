import { SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PracticeNow } from '../../../live/practice.ts'
import { useIsLive } from '../../../live/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Loading } from '../../../ui/Standing.tsx'
import choose from './Choose.module.css'
import { FoundNumbers } from './FoundNumbers.tsx'
import styles from './Numbers.module.css'
import { firstSearch, type SearchDraft, searchQuestion } from './search-question.ts'
import { useNumberSearch } from './use-number-search.ts'
import { useNumbers } from './wizard-store.ts'

/** Looks for numbers by area code, city or digits, beginning with the practice's own area. */
export function FindNumber({ practice }: { practice: PracticeNow }) {
  const { draft, change } = useNumbers()
  const isLive = useIsLive()
  const search = draft.search ?? firstSearch(practice.setup.practice.phoneNumber)
  const [asked, setAsked] = useState<{ search: SearchDraft; again: number }>({ search, again: 0 })
  const { input, problem: wrong } = searchQuestion(search)
  const question = isLive ? searchQuestion(asked.search).input : null
  const { answer, problem, isLooking } = useNumberSearch(question, asked.again)
  const type = (part: Partial<SearchDraft>) => change({ search: { ...search, ...part } })
  const look = (next = search) => setAsked(({ again }) => ({ search: next, again: again + 1 }))
  const field = (name: 'areaCode' | 'city' | 'region' | 'contains', label: string, most: number) => (
    <TextInput
      label={label}
      value={search[name]}
      maxLength={most}
      autoComplete="off"
      onChange={(event) => type({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <div className={styles.stack}>
      <form
        className={choose.search}
        aria-label="Look for numbers"
        onSubmit={(event) => {
          event.preventDefault()
          if (input && isLive) look()
        }}
      >
        <SegmentedControl
          aria-label="Kind of number"
          data={[
            { value: 'local', label: 'Local' },
            { value: 'toll_free', label: 'Toll-free' },
          ]}
          value={search.kind}
          onChange={(kind) => {
            const next = { ...search, kind: kind as SearchDraft['kind'] }
            change({ search: next })
            if (searchQuestion(next).input) look(next)
          }}
        />
        {search.kind === 'local' ? field('areaCode', 'Area code', 3) : null}
        {search.kind === 'local' ? field('city', 'City', 60) : null}
        {search.kind === 'local' ? field('region', 'State', 2) : null}
        {field('contains', 'In the number', 10)}
        {/* Never busy: Enter in a field does nothing while its button is off, and a new question drops the one that is asked. */}
        <Button tone={draft.chosen ? 'plain' : 'main'} type="submit" disabled={!input || !isLive}>
          Look
        </Button>
      </form>
      {wrong ? <p className={styles.second}>{wrong}</p> : null}
      <Panel title="Numbers to choose from" aside={answer ? `${answer.numbers.length} found` : ''} isFlush>
        {isLive ? null : <p className={choose.note}>Numbers can be looked for only while this desk is connected. What you chose stays.</p>}
        {isLooking ? <Loading rows={5} label="Looking for numbers" /> : null}
        {problem ? (
          <div className={choose.note} role="alert">
            <p className={styles.plain}>{problem}</p>
            <Button size="small" onClick={() => look(asked.search)}>
              Try again
            </Button>
          </div>
        ) : null}
        {answer ? <FoundNumbers practice={practice} answer={answer} /> : null}
      </Panel>
    </div>
  )
}
