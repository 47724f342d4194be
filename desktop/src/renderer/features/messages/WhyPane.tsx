import { PersonText } from '../../ui/PersonText.tsx'
import type { Strip } from '../../ui/thread/strip.ts'
import { whySentence } from '../../ui/thread/why-sentences.ts'
import styles from './NumberPane.module.css'

/** The reason behind one strip: which words of the text decided, and the rule as a sentence. */
export function WhyPane({ strip, isChosen }: { strip: Strip; isChosen: boolean }) {
  const { rule, matched } = strip.why!
  return (
    <section aria-label="Why the machine did what it did" aria-live={isChosen ? 'polite' : undefined}>
      <h2>Why the machine did what it did</h2>
      <div className={styles.card}>
        <p className={styles.whyHead}>
          <PersonText>{strip.head}</PersonText>
        </p>
        <p>{whySentence(rule)}</p>
        {matched.length > 0 ? (
          <p>
            Words that decided: <PersonText>{matched.map((one) => `“${one}”`).join(' ')}</PersonText>
          </p>
        ) : null}
      </div>
    </section>
  )
}
