import { useActions } from '../../../live/actions.ts'
import { useNow } from '../../../live/clock.ts'
import type { PracticeNow } from '../../../live/practice.ts'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Empty } from '../../../ui/Standing.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { NumberDetail } from './NumberDetail.tsx'
import styles from './Numbers.module.css'
import { endedBadly, inOrder, numberState, openRun, portingRuns } from './number-state.ts'
import { runWords } from './run-words.ts'
import { useNumbers } from './wizard-store.ts'

/** Every number of the practice, what is being set up, and the one that is chosen beside them. */
export function NumbersBoard({ practice }: { practice: PracticeNow }) {
  const { chosenId, away, choose, open } = useNumbers()
  const { setup, times, today } = practice
  const phones = inOrder(setup.phoneNumbers)
  const run = openRun(setup.onboardingRuns)
  const ended = endedBadly(setup.onboardingRuns, useNow())
  const shown = run ?? (ended && !away.includes(ended.id) ? ended : null)
  const runs = [...(shown ? [shown] : []), ...portingRuns(setup.onboardingRuns)]
  const current = phones.find((one) => one.id === chosenId) ?? phones[0] ?? null
  const at = phones.findIndex((one) => one.id === current?.id)
  const addWords = run ? 'Open what is being set up' : 'Add a number'
  const day = (instant: string) => times.relativeDay(times.dayOf(instant as never), today)
  useActions([
    { id: 'number-add', title: addWords, keys: ['n'], group: 'Numbers', isInFooter: true, run: () => open(run) },
    ...(phones.length > 1
      ? [
          {
            ...{ id: 'number-next', title: 'Next number', keys: [']'], group: 'Numbers', isInFooter: true },
            run: () => choose(phones[Math.min(at + 1, phones.length - 1)]!.id),
          },
          {
            ...{ id: 'number-previous', title: 'Previous number', keys: ['['], group: 'Numbers' },
            run: () => choose(phones[Math.max(at - 1, 0)]!.id),
          },
        ]
      : []),
  ])
  if (phones.length === 0 && runs.length === 0)
    return (
      <Panel title="Numbers">
        <Empty
          title="No number yet."
          action={
            <Button tone="main" keys="n" onClick={() => open(null)}>
              Add a number
            </Button>
          }
        >
          With one, the assistant answers calls and patients can text. It takes a few minutes to choose and a few seconds to set up.
        </Empty>
      </Panel>
    )
  return (
    <div className={styles.board}>
      <div className={styles.list}>
        <Panel title="Numbers" isFlush>
          <ul className={styles.choices}>
            {runs.map((one) => {
              const { title, tone } = runWords(one, (instant) => `at ${times.time(instant)}`)
              return (
                <li key={one.id}>
                  <button type="button" className={styles.choice} onClick={() => open(one)}>
                    <span className={styles.choiceHead}>
                      <strong>{practice.phone(one.phoneNumber)}</strong>
                    </span>
                    <span className={styles.label}>{one.label || 'New number'}</span>
                    <Tag tone={tone}>{title}</Tag>
                  </button>
                </li>
              )
            })}
            {phones.map((one) => {
              const { words, tone } = numberState(one, day)
              return (
                <li key={one.id}>
                  <button
                    type="button"
                    className={styles.choice}
                    aria-current={one.id === current?.id || undefined}
                    title={one.label}
                    onClick={() => choose(one.id)}
                  >
                    <span className={styles.choiceHead}>
                      <strong>{practice.phone(one.phoneNumber)}</strong>
                      {one.isPrimary && one.status !== 'released' ? <Tag tone="accent">Main</Tag> : null}
                    </span>
                    <span className={styles.label}>{one.label}</span>
                    <Tag tone={tone}>{words}</Tag>
                  </button>
                </li>
              )
            })}
          </ul>
        </Panel>
        <Button tone={phones.every((one) => one.status === 'released') ? 'main' : 'plain'} keys="n" onClick={() => open(run)}>
          {addWords}
        </Button>
      </div>
      {current ? <NumberDetail key={current.id} practice={practice} phone={current} /> : null}
    </div>
  )
}
