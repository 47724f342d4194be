import type { NumberWay } from '@dentalanswer/shared/domain/onboarding.ts'
import type { PracticeNow } from '../../../live/practice.ts'
import choose from './Choose.module.css'
import styles from './Numbers.module.css'
import { useNumbers } from './wizard-store.ts'

type Choice = { way: NumberWay; title: string; text: string; facts: string[] }

/** New, behind the own number, or brought over: what each means, how long it takes and what it costs. */
export function ChooseWay({ practice }: { practice: PracticeNow }) {
  const { draft, change } = useNumbers()
  const own = practice.phone(practice.setup.practice.phoneNumber)
  const choices: Choice[] = [
    {
      way: 'forward',
      title: 'Keep your number and forward',
      text: `Patients keep dialling ${own}. Its calls come here: all of them, or those nobody picks up.`,
      facts: [
        'Takes minutes: you dial a code on your own phone',
        'Costs about $1.15 a month, and what your carrier asks for forwarding',
        'Taken back by one code',
      ],
    },
    {
      way: 'new',
      title: 'A new number',
      text: 'A number of its own, for print, the web page, a second place or a campaign.',
      facts: ['Takes seconds', 'Costs about $1.15 a month, toll-free about $2.15', 'Can be given up again'],
    },
    {
      way: 'port',
      title: 'Bring your number over',
      text: 'The number leaves the old carrier and lives here. Calls and texts both work on it.',
      facts: [
        'Takes one to four weeks, done by the carriers',
        'Costs about $1.15 a month, and perhaps a fee of the old carrier',
        'Keep paying the old carrier until it is done',
      ],
    },
  ]
  return (
    <fieldset className={choose.ways}>
      <legend data-unseen="">How the practice comes to the number</legend>
      {choices.map((one) => (
        <label key={one.way} data-chosen={draft.way === one.way || undefined}>
          <input type="radio" name="way" checked={draft.way === one.way} onChange={() => change({ way: one.way })} />
          <span>
            <strong>{one.title}</strong>
            <span className={styles.plain}>{one.text}</span>
            {one.facts.map((fact) => (
              <span key={fact} className={styles.second}>
                {fact}
              </span>
            ))}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
