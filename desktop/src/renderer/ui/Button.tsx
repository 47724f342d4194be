import { type ButtonHTMLAttributes, forwardRef, type ReactNode } from 'react'
import styles from './Button.module.css'
import { Key } from './Key.tsx'
import { ariaKeys } from './key-words.ts'

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> & {
  /** `main`: the one thing to do here. `danger`: only for emergencies and what cannot be undone. */
  tone?: 'main' | 'plain' | 'danger' | 'quiet'
  size?: 'small' | 'normal'
  /** The key that does the same, shown on the button. */
  keys?: string
  icon?: ReactNode
  type?: 'button' | 'submit'
  isBusy?: boolean
}

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { tone = 'plain', size = 'normal', keys, icon, children, className, type = 'button', isBusy = false, disabled, ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type={type}
      className={className ? `${styles.button} ${className}` : styles.button}
      data-tone={tone}
      data-size={size}
      aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
      aria-busy={isBusy || undefined}
      disabled={disabled || isBusy}
      {...rest}
    >
      {icon}
      <span>{children}</span>
      {keys ? <Key keys={keys} tone={tone === 'main' ? 'onAccent' : 'plain'} /> : null}
    </button>
  )
})
