import { useEffect } from 'react'
import { create } from 'zustand'

export const useSubtitleText = create<{ text: string }>()(() => ({ text: '' }))

/** What stands beside the place's name in the header while the place is on screen: "3 need an answer". */
export function useSubtitle(text: string): void {
  useEffect(() => {
    useSubtitleText.setState({ text })
    return () => useSubtitleText.setState({ text: '' })
  }, [text])
}
