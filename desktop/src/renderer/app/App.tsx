import { MantineProvider } from '@mantine/core'
import { useEffect } from 'react'
import { PairingScreen } from '../features/pairing/PairingScreen.tsx'
import { usePairing } from '../features/pairing/pairing-store.ts'
import { usePreferences, useSession } from '../live/session.ts'
import { cssVariables, theme } from '../ui/theme.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Frame } from './Frame.tsx'
import { hearMain } from './hear-main.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''
const SCHEMES = { system: 'auto', light: 'light', dark: 'dark' } as const

/** The whole window: pairing until the desk is paired, the places afterwards. */
export function App() {
  const isReady = useSession((state) => state.isReady)
  const isPaired = useSession((state) => state.paired !== null && state.paired !== undefined)
  const isPairingAgain = usePairing((state) => state.isAgain)
  const { theme: chosen, counterMode } = usePreferences()
  useEffect(hearMain, [])
  useEffect(() => {
    document.documentElement.toggleAttribute('data-counter-mode', counterMode === true)
  }, [counterMode])
  const scheme = SCHEMES[chosen ?? 'system']
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={() => nonce}
      defaultColorScheme="auto"
      {...(scheme === 'auto' ? {} : { forceColorScheme: scheme })}
    >
      <ErrorBoundary>{isReady ? isPaired && !isPairingAgain ? <Frame /> : <PairingScreen /> : null}</ErrorBoundary>
    </MantineProvider>
  )
}
