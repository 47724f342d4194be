import type { Provider, Shift } from '@dentalanswer/shared/domain/practice.ts'
import { minuteOfTime } from '@dentalanswer/shared/domain/practice-time.ts'
import { TextInput } from '@mantine/core'
import type { PracticeNow } from '../../live/practice.ts'
import { runCommand } from '../../live/run-command.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Empty } from '../../ui/Standing.tsx'
import { HOURS_FIELDS, type HoursForm, hoursForm, readableShifts, readHours, WEEKDAYS } from './hours-form.ts'
import { readDay, weekWords, writeDay } from './read-shifts.ts'
import { Row, SetupForm } from './SetupForm.tsx'
import styles from './SetupPlace.module.css'
import { useSetup } from './setup-store.ts'
import { useDraft } from './use-draft.ts'

const WORKDAYS = ['1', '2', '3', '4', '5']

/** Each provider's week. What falls outside is never offered. */
export function HoursSection({ practice: { setup } }: { practice: PracticeNow }) {
  const chosen = useSetup((state) => state.chosen.hours)
  const drafts = useSetup((state) => state.drafts)
  const choose = useSetup((state) => state.choose)
  const providers = setup.providers.filter((one) => one.active).sort((a, b) => a.position - b.position)
  const current = providers.find((one) => one.id === chosen) ?? providers[0]
  const shiftsOf = (id: string) => setup.hours.find((one) => one.providerId === id)?.shifts ?? []
  if (!current) return <Empty title="No provider is in use yet.">Add one under Providers; their hours come next.</Empty>
  return (
    <div className={styles.split}>
      <div className={styles.list}>
        <Panel title="Hours of" isFlush>
          <ul>
            {providers.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  className={styles.choice}
                  aria-current={one.id === current.id || undefined}
                  onClick={() => choose('hours', one.id)}
                >
                  <span>
                    {one.name}
                    <br />
                    <span className={styles.second}>{weekWords(shiftsOf(one.id)).split(';')[0]}</span>
                  </span>
                  {drafts[`hours:${one.id}`] ? <span className={styles.mark}>not saved</span> : null}
                </button>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
      <WeekFields key={current.id} provider={current} shifts={shiftsOf(current.id)} />
    </div>
  )
}

function WeekFields({ provider, shifts }: { provider: Provider; shifts: Shift[] }) {
  const draft = useDraft<HoursForm>(`hours:${provider.id}`, hoursForm(shifts), (form) => {
    const read = readHours(form, provider.id)
    return 'problems' in read
      ? read
      : {
          save: () =>
            runCommand('hours.put', { ...read.hours, expected: { providerId: provider.id, shifts } }, `Hours of ${provider.name}`, false),
        }
  })
  const { form, problems, type } = draft
  const week = readableShifts(form)
  const span = spanOf(week)
  const tidy = (day: string) => {
    const written = writeDay(week, Number(day))
    if (!('problem' in readDay(form[day] ?? '')) && written !== form[day]) type({ [day]: written })
  }
  return (
    <SetupForm
      title={provider.name}
      draft={draft}
      names={HOURS_FIELDS}
      wordsFor={(value) => String(value) || 'off'}
      extra={<strong className={styles.second}>{weekWords(week)}</strong>}
    >
      {WEEKDAYS.map((name, at) => {
        const day = String(at + 1)
        return (
          <Row key={day} effect={<DayEffect shifts={week.filter((one) => one.weekday === at + 1)} span={span} />}>
            <TextInput
              label={name}
              value={form[day]}
              error={problems[day]}
              placeholder="Off. Type 8–12, 1–5"
              autoComplete="off"
              onChange={(event) => type({ [day]: event.currentTarget.value })}
              onBlur={() => tidy(day)}
              rightSectionWidth={126}
              rightSection={
                at < 5 ? (
                  <Button
                    size="small"
                    tone="quiet"
                    aria-label={`Copy ${name} to Monday to Friday`}
                    onClick={() => type(Object.fromEntries(WORKDAYS.map((one) => [one, form[day] ?? ''])))}
                  >
                    Copy to Mon–Fri
                  </Button>
                ) : null
              }
            />
          </Row>
        )
      })}
    </SetupForm>
  )
}

type Span = { from: number; to: number }

/** The hours all bars are drawn over, so that days can be compared. */
function spanOf(week: Shift[]): Span {
  const from = Math.min(8 * 60, ...week.map((one) => minuteOfTime(one.startsAt)))
  const to = Math.max(17 * 60, ...week.map((one) => minuteOfTime(one.endsAt)))
  return { from, to }
}

function DayEffect({ shifts, span }: { shifts: Shift[]; span: Span }) {
  const at = (minute: number) => `${((minute - span.from) / (span.to - span.from)) * 100}%`
  const minutes = shifts.reduce((sum, one) => sum + minuteOfTime(one.endsAt) - minuteOfTime(one.startsAt), 0)
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {shifts.map((one) => (
          <span
            key={one.startsAt}
            style={{ left: at(minuteOfTime(one.startsAt)), width: at(span.from + minuteOfTime(one.endsAt) - minuteOfTime(one.startsAt)) }}
          />
        ))}
      </div>
      {minutes > 0 ? `${Math.round((minutes / 60) * 10) / 10} h` : 'Off'}
    </>
  )
}
