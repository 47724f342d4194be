import { DEMO_NUMBER } from '@dentalanswer/relay/sandbox/demo-practice.ts'
import { expect, test } from 'vitest'
import { choose, firstFree, look, number, openSection, step, walkToReview, walkToSearch } from '../electron/number-desk.ts'
import { goTo } from '../electron/paired-desk.ts'
import { isDrawn, openCalmWorld, openFrontDesk, PLACES } from './front-desk.ts'

// 720 × 450 is what 200 % leaves of a window of 1440 × 900.
const SIZES = [
  { width: 720, height: 450 },
  { width: 1024, height: 700 },
]

test.each(SIZES)(
  'at $width × $height nothing is cut off: the window never scrolls sideways and every control can be brought into view',
  async (size) => {
    const world = await openCalmWorld()
    const small = await openFrontDesk(world, { viewport: size })
    const lost: string[] = []
    for (const place of PLACES) {
      await goTo(small.page, place)
      await small.page.keyboard.press('j')
      await small.page.keyboard.press('Enter')
      await isDrawn(small.page)
      lost.push(...(await small.page.evaluate(outOfReach)).map((one) => `${place}: ${one}`))
    }
    expect(lost).toEqual([])
  },
)

test.each(SIZES)('at $width × $height nothing of numbers, the assistant and leave to text is cut off either', async (size) => {
  const world = await openCalmWorld()
  const { page } = await openFrontDesk(world, { viewport: size })
  const lost: string[] = []
  const check = async (what: string) => {
    await isDrawn(page)
    lost.push(...(await page.evaluate(outOfReach)).map((one) => `${what}: ${one}`))
  }
  for (const section of ['Assistant', 'Leave to text', 'Numbers']) {
    await openSection(page, section)
    await check(section)
  }
  for (const name of ['Try it', 'Rename', 'Give it up…']) {
    await number(page, DEMO_NUMBER).getByRole('button', { name }).click()
    await check(name)
  }
  await page.keyboard.press('Escape')
  await walkToSearch(page, check)
  const wanted = firstFree(world, '737')
  await look(page, '737')
  await choose(page, wanted)
  await check('The number')
  await walkToReview(page, check)
  await page.keyboard.press('g')
  await step(page, 'Being set up').getByText('8 of 8 done').waitFor({ timeout: 30_000 })
  await check('Being set up')
  for (const title of ['Try it', 'Go live']) {
    await page.keyboard.press('Control+Enter')
    await step(page, title).waitFor()
    await check(title)
  }
  expect(lost).toEqual([])
})

/** Runs in the page: the controls that a person cannot bring into view or that something covers, and whether the document itself scrolls
 *  sideways. */
function outOfReach(): string[] {
  const lost: string[] = []
  if (document.documentElement.scrollWidth > innerWidth) lost.push('the document scrolls sideways')
  const isOpen = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  for (const control of document.querySelectorAll<HTMLElement>('button, input, textarea, select, a[href]')) {
    if (!isOpen(control) || control.closest('[aria-hidden=true]') || (control as HTMLButtonElement).disabled) continue
    control.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const { left, right, top, bottom } = control.getBoundingClientRect()
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    const hit = document.elementFromPoint(x, y)
    const isHit = hit !== null && (control.contains(hit) || hit.contains(control) || hit.closest('label')?.contains(control) === true)
    // A pane over the place can be put away.
    const isReached = isHit || (hit?.closest('aside') && !control.closest('aside'))
    let isForced = false
    for (let box = control.parentElement; box; box = box.parentElement) {
      const style = getComputedStyle(box)
      // A script can scroll what a person cannot.
      if ((style.overflowY === 'hidden' && box.scrollTop > 1) || (style.overflowX === 'hidden' && box.scrollLeft > 1)) isForced = true
    }
    const name = control.getAttribute('aria-label') ?? (control.textContent || control.id)
    if (!isReached || isForced) lost.push(`${name.slice(0, 60)} at ${Math.round(x)},${Math.round(y)}${isForced ? ' by force' : ''}`)
  }
  return lost
}
