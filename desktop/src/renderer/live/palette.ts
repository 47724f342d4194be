import { create } from 'zustand'

/** Whether the palette or the overview of keys is open. */
export const useOverlays = create<{ open: 'palette' | 'keys' | null; text: string }>()(() => ({ open: null, text: '' }))
export const openPalette = (text = ''): void => useOverlays.setState({ open: 'palette', text })
export const openKeys = (): void => useOverlays.setState({ open: 'keys' })
export const closeOverlay = (): void => useOverlays.setState({ open: null })
