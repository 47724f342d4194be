import type { Page } from 'playwright-core'

/** So many elements of this kind that have these words (a pattern); `least` is 1 unless told otherwise. `afterKey`: what stood there before
 *  the next key does not count. */
export type Seen = { selector: string; words?: string; least?: number; afterKey?: boolean }

/** The page's own view of one thing it was asked to do: milliseconds from the key to the frame that shows it, the longest pause between two
 *  frames on the way, and the machine's time of that frame. */
export type Drawn = { ms: number; longestFrameMs: number; atMs: number }

/** Does something (presses a key, has a text arrive) and waits until the page has drawn what comes of it. Counted from the key that
 *  reached the page, or else from now on. */
export async function drawnAfter(page: Page, act: () => Promise<unknown>, seen: Seen): Promise<Drawn> {
  // The page waits before anything is done: a key overtakes what is asked of a busy page.
  await page.evaluate(waitUntilDrawn, seen)
  await act()
  return page.evaluate(() => (window as unknown as Waiting).drawn)
}

type Waiting = { drawn: Promise<Drawn> }

/** Runs in the page. The next frame has been made when a message sent while it was being made arrives. */
function waitUntilDrawn({ selector, words, least = 1, afterKey = false }: Seen): void {
  const drawn = new Promise<Drawn>((resolve, reject) => {
    let since = performance.now()
    let lastFrame = since
    let longestFrameMs = 0
    let isOver = false
    let isHeard = !afterKey
    const hear = (event: KeyboardEvent) => {
      since = event.timeStamp
      isHeard = true
    }
    window.addEventListener('keydown', hear, { capture: true, once: true })
    const frame = () => {
      longestFrameMs = Math.max(longestFrameMs, performance.now() - lastFrame)
      lastFrame = performance.now()
      if (!isOver) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    const isThere = () => {
      const found = [...document.querySelectorAll(selector)]
      const pattern = new RegExp(words ?? '')
      const said = found.filter((one) => pattern.test(one.textContent ?? ''))
      return said.length >= least && !document.querySelector('main [role=status][aria-label^=Reading]')
    }
    const end = () => {
      isOver = true
      observer.disconnect()
      clearTimeout(late)
      window.removeEventListener('keydown', hear, { capture: true })
    }
    const look = () => {
      if (isOver || !isHeard || !isThere()) return
      end()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          const now = performance.now()
          resolve({ ms: now - since, longestFrameMs: Math.max(longestFrameMs, now - lastFrame), atMs: performance.timeOrigin + now })
        }
        port2.postMessage(null)
      })
    }
    const late = setTimeout(() => {
      end()
      reject(new Error(`The page did not show ${selector} ${words ?? ''} in time.`))
    }, 15_000)
    const observer = new MutationObserver(look)
    observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
    look()
  })
  // Whoever asks for it hears of the failure.
  drawn.catch(() => {})
  Object.assign(window, { drawn })
}

/** The pauses between frames, in milliseconds, while something goes on. */
export async function framesWhile(page: Page, act: () => Promise<unknown>): Promise<number[]> {
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const frame = () => {
      frames.push(performance.now() - last)
      last = performance.now()
      asked = requestAnimationFrame(frame)
    }
    let asked = requestAnimationFrame(frame)
    Object.assign(window, {
      endFrames: () => {
        cancelAnimationFrame(asked)
        return frames
      },
    })
  })
  await act()
  return page.evaluate(() => (window as unknown as { endFrames(): number[] }).endFrames())
}

/** One turn of the wheel after the other over the middle of the element, for so long. */
export async function scrollOver(page: Page, selector: string, milliseconds: number): Promise<void> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`There is no ${selector} to scroll.`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  for (let at = 0, since = performance.now(); performance.now() - since < milliseconds; at++)
    await page.mouse.wheel(0, at % 16 < 8 ? 90 : -90)
}
