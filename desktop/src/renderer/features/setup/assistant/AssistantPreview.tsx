import type { AssistantSettings } from '@dentalanswer/shared/domain/assistant.ts'
import { previewOf } from '@dentalanswer/shared/domain/assistant-words.ts'
import { readPhoneNumber } from '@dentalanswer/shared/domain/phone.ts'
import type { SetupView } from '../../../../ipc/views.ts'
import styles from './Assistant.module.css'
import type { AssistantForm } from './assistant-form.ts'
import { heldAs, isMadeByHand } from './version-words.ts'

type AssistantPreviewProps = { setup: SetupView; form: AssistantForm; settings: AssistantSettings }

/** What callers will hear and what it will do, in plain words, while it is being typed. */
export function AssistantPreview({ setup, form, settings }: AssistantPreviewProps) {
  const { practice } = setup
  const transferNumber = readPhoneNumber(form.transferNumber, practice.country)
  const typed = { ...setup, practice: { ...practice, settings: { ...practice.settings, transferNumber } } }
  const unheard = whyUnheard(setup)
  return (
    <aside className={styles.preview} aria-label="What it will do">
      <h2>What it will do</h2>
      {unheard ? <p className={styles.unheard}>{unheard}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where it is longer than the window it is scrolled with the keys. */}
      <div className={styles.sheet} tabIndex={0}>
        {previewOf(typed, settings).map(({ heading, lines }, section) => (
          <section key={heading}>
            <h3>{heading}</h3>
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two answers may read the same.
              <p key={at} className={section === 0 ? styles.spoken : undefined}>
                {line}
              </p>
            ))}
          </section>
        ))}
      </div>
    </aside>
  )
}

/** Why callers do not hear any of it yet; null when they do, or will once it is saved. */
function whyUnheard({ assistantVersions, phoneNumbers }: SetupView): string | null {
  if (isMadeByHand(phoneNumbers)) return 'Only for numbers you add: the assistant of yours now was made by the operator.'
  const held = heldAs(assistantVersions)
  return held === null ? null : `Not heard yet: callers hear version ${held} until you publish.`
}
