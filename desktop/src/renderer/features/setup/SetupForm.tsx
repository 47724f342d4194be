import type { ReactNode } from 'react'
import { useActions } from '../../live/actions.ts'
import { useIsLive } from '../../live/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Clashes } from '../../ui/Clashes.tsx'
import styles from './SetupForm.module.css'
import type { DraftForm } from './use-draft.ts'

type SetupFormProps<F extends object> = {
  title: string
  draft: DraftForm<F>
  names: Record<keyof F & string, string>
  children: ReactNode
  extra?: ReactNode
  /** How a value reads beside its other version. */
  wordsFor?: (value: unknown, field: string) => string
}

/** One form of Setup: its fields, what clashes with another desk, and one Save that is one command. */
export function SetupForm<F extends object>({ title, draft, names, children, extra, wordsFor = plainWords }: SetupFormProps<F>) {
  const isLive = useIsLive()
  const isDirty = draft.edited.length > 0
  const wrong = Object.entries(names).flatMap(([field, name]) => (draft.problems[field] ? [name as string] : []))
  useActions([
    {
      id: 'setup-save',
      title: `Save ${title}`,
      keys: ['mod+s', 'mod+enter'],
      group: 'Setup',
      isInFooter: true,
      whileTyping: true,
      run: () => void draft.save(),
    },
  ])
  return (
    <form
      className={styles.form}
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void draft.save()
      }}
    >
      <header className={styles.head}>
        <h2>{title}</h2>
        {isDirty ? <span className={styles.unsaved}>Not saved yet</span> : null}
      </header>
      <Clashes
        clashes={draft.clashes.map(({ field, mine, theirs }) => ({
          field,
          name: names[field],
          mine: wordsFor(mine, field),
          theirs: wordsFor(theirs, field),
        }))}
        onKeep={draft.keep}
      />
      <div className={styles.rows}>{children}</div>
      <footer className={styles.foot}>
        {wrong.length > 0 ? (
          <p className={styles.problem} role="alert">
            Not saved. Look at: {wrong.join(', ')}.
          </p>
        ) : null}
        {draft.problems.form ? (
          <p className={styles.problem} role="alert">
            {draft.problems.form}
          </p>
        ) : null}
        <Button tone="main" type="submit" keys="mod+s" isBusy={draft.isBusy} disabled={!draft.canSave}>
          Save
        </Button>
        {isDirty ? <Button onClick={draft.discard}>Throw away</Button> : null}
        {extra}
        {isLive ? null : (
          <span className={styles.why}>Setup can be changed only while this desk is connected. What you typed stays here.</span>
        )}
        {draft.clashes.length > 0 ? <span className={styles.why}>Choose a version first.</span> : null}
      </footer>
    </form>
  )
}

function plainWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value)) return value.map(plainWords).join(', ')
  if (typeof value === 'object' && value !== null) return Object.values(value).filter(Boolean).map(plainWords).join(' ')
  return String(value ?? '')
}

/** A field with what it does beside it. `isFlat`: it has no label above it, such as a switch. */
export function Row({ children, effect, isFlat = false }: { children: ReactNode; effect?: ReactNode; isFlat?: boolean }) {
  return (
    <div className={styles.row} data-flat={isFlat || undefined}>
      <div className={styles.field}>{children}</div>
      <div className={styles.effect}>{effect}</div>
    </div>
  )
}
