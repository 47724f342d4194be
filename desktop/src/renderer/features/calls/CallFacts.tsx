import type { Call } from '@dentalanswer/shared/domain/call.ts'
import { Fragment } from 'react'
import type { PracticeNow } from '../../live/practice.ts'
import { Part } from '../../ui/Subject.tsx'
import styles from './CallFacts.module.css'
import { costWords, reportRows } from './call-facts.ts'
import { isLiveCall } from './call-outcome.ts'
import { endedWords } from './ended-words.ts'

/** How the call ended, what it cost, and what the report holds beyond the summary. */
export function CallFacts({ call, practice }: { call: Call; practice: PracticeNow }) {
  if (isLiveCall(call)) return null
  const line = practice.setup.phoneNumbers.find((one) => one.id === call.phoneNumberId)
  const rows = reportRows(call.structuredData)
  return (
    <>
      <Part title="The call">
        <dl className={styles.facts}>
          <dt>Ended</dt>
          <dd>{endedWords(call.endedReason)}</dd>
          {call.takenOverBy ? (
            <>
              <dt>Taken over</dt>
              <dd>{`by ${call.takenOverBy}${call.takenOverAt ? `, ${practice.times.time(call.takenOverAt)}` : ''}`}</dd>
            </>
          ) : null}
          <dt>Cost</dt>
          <dd>
            {call.costMicrodollars === null
              ? call.hasReport
                ? 'not reported'
                : 'comes with the report'
              : costWords(call.costMicrodollars)}
          </dd>
          {line ? (
            <>
              <dt>Line</dt>
              <dd>{practice.phone(line.phoneNumber)}</dd>
            </>
          ) : null}
        </dl>
      </Part>
      {rows.length > 0 ? (
        <Part title="What the AI noted">
          <dl className={styles.facts}>
            {rows.map((one) => (
              <Fragment key={one.label}>
                <dt>{one.label}</dt>
                <dd data-private="">{one.value}</dd>
              </Fragment>
            ))}
          </dl>
        </Part>
      ) : null}
    </>
  )
}
