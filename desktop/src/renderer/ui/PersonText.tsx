import type { ReactNode } from 'react'

/** A name, a number or someone's words: blurred in counter mode, when others can see the screen. */
export function PersonText({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <span data-private="" className={className}>
      {children}
    </span>
  )
}
