// Sent to the browser as text, so it stands alone.

export type Watched = { offsetMs: number; shown: string; answered: string }

/** Tells when the page's files are there, when it has drawn what `shown` selects, when it hears a key, and when it has drawn what `answered` selects after it. */
export function watchPage({ offsetMs, shown, answered }: Watched): void {
  const tell = (name: string, atMs: number) =>
    console.debug(`mark ${JSON.stringify({ name, atMs: performance.timeOrigin + atMs - offsetMs })}`)
  tell('document', 0)

  /** The next frame has been made when a message sent while it was being made arrives. */
  const afterFrame = (then: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = then
      port2.postMessage(null)
    })
  /** When the page's program and styles had arrived. */
  const filesThere = () => {
    const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const ends = files.filter((one) => one.initiatorType === 'script' || one.initiatorType === 'link').map((one) => one.responseEnd)
    return Math.max(0, ...ends)
  }
  const whenDrawn = (selector: string, name: string) => {
    const look = () => {
      if (!document.querySelector(selector)) return
      observer.disconnect()
      afterFrame(() => {
        if (name === 'shown') tell('files', filesThere())
        tell(name, performance.now())
      })
    }
    const observer = new MutationObserver(look)
    observer.observe(document, { childList: true, subtree: true, attributes: true })
    look()
  }
  whenDrawn(shown, 'shown')
  window.addEventListener(
    'keydown',
    (event) => {
      tell('key', event.timeStamp)
      whenDrawn(answered, 'answered')
    },
    { capture: true, once: true },
  )
}
