import { NativeSelect, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Preferences } from '../../../ipc/preferences.ts'
import { wordsOf } from '../../live/run-command.ts'
import { usePreferences, useSession } from '../../live/session.ts'
import { tell } from '../../live/tell.ts'
import { ForgetDesk } from './ForgetDesk.tsx'
import formStyles from './SetupForm.module.css'
import { Row } from './SetupForm.tsx'
import styles from './SetupPlace.module.css'

type Flag = 'counterMode' | 'namesInNotifications' | 'sounds' | 'notifyCancellations' | 'notifyCalls' | 'startWithComputer' | 'keepInTray'
const FLAGS: [Flag, string, string, string][] = [
  ['counterMode', 'Counter mode', 'Names and reasons are blurred on screen and left out of notifications.', 'Names are shown.'],
  [
    'namesInNotifications',
    'Names in notifications',
    'The system’s notifications carry names while the screen is unlocked.',
    'Notifications say only what it is about.',
  ],
  [
    'sounds',
    'Sounds',
    'Emergencies repeat a sound until acknowledged; a live caller who asks for a person sounds once.',
    'Silent. Emergencies still show and repeat.',
  ],
  [
    'notifyCancellations',
    'Notify about cancellations',
    'A cancellation of today or tomorrow also shows outside the window.',
    'Cancellations show only in Now.',
  ],
  [
    'notifyCalls',
    'Notify about calls',
    'A live caller who needs a person also shows outside the window.',
    'Calls show only inside the window.',
  ],
  ['startWithComputer', 'Start with the computer', 'Opens by itself after signing in.', 'Opens when somebody opens it.'],
  [
    'keepInTray',
    'Keep running in the tray',
    'Closing the window keeps notifications coming.',
    'Closing the window quits; nothing is notified.',
  ],
]
const ZOOMS = [0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

/** What belongs to this computer and not to the practice. Each change holds at once. */
export function ThisDeskSection() {
  const preferences = usePreferences()
  const keeping = useSession((state) => state.keeping)
  const paired = useSession((state) => state.paired)
  const version = useSession((state) => state.version)
  const change = (part: Partial<Preferences>) => {
    useSession
      .getState()
      .change(part)
      .catch((error) => tell({ tone: 'problem', text: wordsOf(error) }))
  }
  const zooms = [...new Set([...ZOOMS, preferences.zoom ?? 1])].sort((a, b) => a - b)
  return (
    <div className={styles.stack}>
      <section className={formStyles.form} aria-label="This desk">
        <header className={formStyles.head}>
          <h2>This desk</h2>
          <span className={styles.second}>Each change holds at once, here only.</span>
        </header>
        <div className={formStyles.rows}>
          <Row effect="Written beside what this desk takes over or answers.">
            <StaffName name={preferences.staffName ?? ''} onChange={(staffName) => change({ staffName })} />
          </Row>
          <Row effect="“As the system has it” follows the computer’s own setting.">
            <NativeSelect
              label="Colors"
              data={[
                { value: 'system', label: 'As the system has it' },
                { value: 'light', label: 'Light' },
                { value: 'dark', label: 'Dark' },
              ]}
              value={preferences.theme ?? 'system'}
              onChange={(event) => change({ theme: Preferences.shape.theme.parse(event.currentTarget.value) })}
            />
          </Row>
          <Row effect="What a column of the day board is.">
            <NativeSelect
              label="Day columns"
              data={[
                { value: 'operatories', label: 'Operatories' },
                { value: 'providers', label: 'Providers' },
              ]}
              value={preferences.dayColumns ?? 'operatories'}
              onChange={(event) => change({ dayColumns: Preferences.shape.dayColumns.parse(event.currentTarget.value) })}
            />
          </Row>
          <Row effect="The size of everything in this window.">
            <NativeSelect
              label="Zoom"
              data={zooms.map((zoom) => ({ value: String(zoom), label: `${Math.round(zoom * 100)} %` }))}
              value={String(preferences.zoom ?? 1)}
              onChange={(event) => change({ zoom: Number(event.currentTarget.value) })}
            />
          </Row>
          {FLAGS.map(([flag, label, on, off]) => (
            <Row isFlat key={flag} effect={preferences[flag] ? on : off}>
              <Switch
                label={label}
                checked={preferences[flag] ?? false}
                onChange={(event) => change({ [flag]: event.currentTarget.checked })}
              />
            </Row>
          ))}
        </div>
      </section>
      <section className={formStyles.form} aria-label="Pairing">
        <header className={formStyles.head}>
          <h2>Pairing</h2>
        </header>
        <div className={formStyles.rows}>
          <Row
            isFlat
            effect={
              keeping === 'session' ? (
                <span className={styles.warning}>This computer offers no secure store, so nothing is kept after quitting.</span>
              ) : (
                'What this desk shows is kept here, encrypted, and readable offline.'
              )
            }
          >
            <p className={styles.fact}>
              {paired?.device.name ?? 'This desk'} is paired with {paired?.practice.name ?? 'the practice'} through{' '}
              {paired?.relay ?? 'its relay'}.
            </p>
            <p className={styles.second}>Version {version}</p>
          </Row>
          <Row isFlat effect="Removes the pairing and everything kept on this computer. The practice keeps all of it.">
            <ForgetDesk />
          </Row>
        </div>
      </section>
    </div>
  )
}

/** Saved when the field is left, so that half a name is never written beside anything. */
function StaffName({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const save = () => {
    if (typed !== null && typed.trim() !== name) onChange(typed.trim())
    setTyped(null)
  }
  return (
    <TextInput
      label="Who sits here"
      placeholder="Maria"
      maxLength={40}
      autoComplete="off"
      value={typed ?? name}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  )
}
