import { useNow } from '../../../live/clock.ts'
import type { PracticeNow } from '../../../live/practice.ts'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useSetup } from '../setup-store.ts'
import choose from './Choose.module.css'
import styles from './Numbers.module.css'

/** What callers and texters will hear and read as the practice: right, or changed first. */
export function PracticeCheck({ practice }: { practice: PracticeNow }) {
  const { practice: it } = practice.setup
  const now = useNow()
  const { transferNumber } = it.settings
  const facts: [string, string, string][] = [
    ['Name', it.name, 'Said when the assistant answers'],
    ['Name in texts', it.textName, 'In front of every text'],
    ['Number patients know', practice.phone(it.phoneNumber), 'Told to callers and written in texts'],
    ['Time zone', it.timeZone.replaceAll('_', ' '), `It is ${practice.times.time(now)} there now`],
    [
      'Callers are put through to',
      transferNumber ? practice.phone(transferNumber) : 'nobody',
      transferNumber ? 'When they ask for a person, and when staff take a call over' : 'Who asks for a person is promised a call back',
    ],
  ]
  return (
    <div className={styles.stack}>
      <p className={styles.meaning}>Is this right? The assistant and every text use it.</p>
      <Panel label="Practice" isFlush>
        <dl className={choose.checks}>
          {facts.map(([name, words, why]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {words}
                <span className={choose.why}>{why}</span>
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
      <div className={styles.acts}>
        <Button onClick={() => useSetup.getState().show('practice')}>Change</Button>
        <span className={styles.second}>Opens Practice. Come back by Numbers: this page stays as it is.</span>
      </div>
    </div>
  )
}
