import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import styles from './ErrorBoundary.module.css'

type Props = { children: ReactNode }
type State = { isBroken: boolean }

/** Keeps one broken screen from taking the window with it. Nothing is lost: all data is outside the window. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { isBroken: false }

  static getDerivedStateFromError(): State {
    return { isBroken: true }
  }

  override render() {
    if (!this.state.isBroken) return this.props.children
    return (
      <div className={styles.broken} role="alert">
        <h1>This screen stopped working</h1>
        <p>Nothing was lost: appointments and texts are kept outside this window.</p>
        <Button tone="main" onClick={() => this.setState({ isBroken: false })}>
          Show it again
        </Button>
      </div>
    )
  }
}
