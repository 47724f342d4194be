import type { Page } from 'playwright-core'

const CONTROLS = ['button', 'textbox', 'searchbox', 'combobox', 'checkbox', 'tab', 'link']

/** The controls that a screen reader would announce without a name. */
export async function namelessControls(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const controls = nodes.filter((node) => !node.ignored && CONTROLS.includes(String(node.role?.value)))
  if (controls.length < 3) return [`only ${controls.length} controls were found`]
  return controls.filter((node) => !String(node.name?.value ?? '').trim()).map((node) => String(node.role?.value))
}

export type TabStop = { name: string; isVisible: boolean }

/** Presses Tab until the page comes round; a stop is visible when an outline is drawn around it inside the window. */
export async function tabStops(page: Page, most: number): Promise<TabStop[]> {
  const stops: TabStop[] = []
  for (let press = 0; press < most; press++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const focused = document.activeElement
      if (!focused || focused === document.body) return null
      const style = getComputedStyle(focused)
      const box = focused.getBoundingClientRect()
      const isInside = box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0
      const isVisible = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2 && isInside
      return { name: focused.id || (focused.textContent ?? '').slice(0, 40), isVisible }
    })
    if (stop && stops.some((earlier) => earlier.name === stop.name)) break
    if (stop) stops.push(stop)
  }
  return stops
}

/** Runs in the page: words that are too pale on what lies behind them (WCAG 2.2, 1.4.3: 4.5 to 1). */
export function lowContrast(): string[] {
  const read = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number)
  const lightness = (color: string) => {
    const [red = 0, green = 0, blue = 0] = read(color).map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const behind = (element: Element | null): string => {
    if (!element) return 'rgb(255, 255, 255)'
    const color = getComputedStyle(element).backgroundColor
    return (read(color)[3] ?? 1) === 1 ? color : behind(element.parentElement)
  }
  const pale: string[] = []
  for (const element of document.querySelectorAll('body *')) {
    const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    const isShown = element.checkVisibility() && !element.closest('.unseen') && !element.closest(':disabled')
    if (words.length === 0 || !isShown || element.tagName === 'OPTION') continue
    const [one, other] = [lightness(getComputedStyle(element).color), lightness(behind(element))]
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    if (contrast < 4.5) pale.push(`${words[0]?.textContent?.trim().slice(0, 40)}: ${contrast.toFixed(2)}`)
  }
  return pale
}
