import { useEffect, useId, useRef } from 'react'
import { create } from 'zustand'

/** Something a person can do right now. `keys` as `j`, `shift+space`, `mod+k` (Ctrl, or ⌘ on a Mac); several are alternatives. It is
 *  in the palette and in the `?` overlay by its title. */
export type Action = {
  id: string
  title: string
  keys?: string[]
  /** The heading under which `?` lists it: the place's name, or "Everywhere". */
  group: string
  run: () => void
  /** Shown in the footer of the screen. */
  isInFooter?: boolean
  /** Works while a person types (only with mod or Escape). */
  whileTyping?: boolean
  isHidden?: boolean
}

type ActionsState = { layers: { layer: string; actions: Action[] }[] }
export const useActionLayers = create<ActionsState>()(() => ({ layers: [] }))

/** Offers actions while the component is on screen; a later layer wins a key over an earlier one. The list may change with every render. */
export function useActions(actions: Action[]): void {
  const layer = useId()
  const latest = useRef(actions)
  latest.current = actions
  const shape = actions.map(({ id, title, keys, group, isInFooter, isHidden, whileTyping }) =>
    [id, title, keys?.join(), group, isInFooter, isHidden, whileTyping].join('|'),
  )
  const shapeKey = shape.join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for the list; what an action does is read when it runs.
  useEffect(() => {
    const offered = latest.current.map((action) => ({
      ...action,
      run: () => latest.current.find((one) => one.id === action.id)?.run(),
    }))
    useActionLayers.setState(({ layers }) => {
      const isThere = layers.some((one) => one.layer === layer)
      const mine = { layer, actions: offered }
      return { layers: isThere ? layers.map((one) => (one.layer === layer ? mine : one)) : [...layers, mine] }
    })
  }, [layer, shapeKey])
  useEffect(() => () => useActionLayers.setState(({ layers }) => ({ layers: layers.filter((one) => one.layer !== layer) })), [layer])
}

/** All actions of the moment, the innermost first, one for each id. */
export function actionsNow(): Action[] {
  const all = useActionLayers
    .getState()
    .layers.toReversed()
    .flatMap((one) => one.actions)
  return [...new Map(all.toReversed().map((action) => [action.id, action])).values()].toReversed()
}

const isMac = navigator.platform.startsWith('Mac')
const NAMES: Record<string, string> = { ' ': 'space', arrowup: 'up', arrowdown: 'down', arrowleft: 'left', arrowright: 'right' }

/** `Ctrl+Shift+A` as `mod+shift+a`. A sign that needs Shift on some keyboards (`?`, `/`) is named by itself. */
export function keysOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = NAMES[event.key.toLowerCase()] ?? event.key.toLowerCase()
  const isSign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key)
  const mod = isMac ? event.metaKey : event.ctrlKey
  return [mod && 'mod', event.altKey && 'alt', event.shiftKey && !isSign && 'shift', key].filter(Boolean).join('+')
}

const isTypingIn = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

// A letter is typed, whatever an action says of itself.
const BESIDE_TYPING = /^(mod\+|alt\+|escape$|f\d)/

const WALKING = /(^|\+)([jk[\]]|up|down|left|right|pageup|pagedown)$/

/** Runs the innermost action that has the pressed key. Single letters never run while a person types, and a focused button keeps its
 *  Enter and Space. */
export function runKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const pressed = keysOf(event)
  const isTyping = isTypingIn(event.target)
  const isOnControl =
    event.target instanceof HTMLElement && event.target.closest('button,a,[role=option],[role=menuitem],[role=tab],summary')
  if (isOnControl && (pressed === 'enter' || pressed === 'space')) return
  const action = actionsNow().find((one) => one.keys?.includes(pressed) && (!isTyping || (one.whileTyping && BESIDE_TYPING.test(pressed))))
  if (!action) {
    // Nothing else to put away: leave the field, so that single keys work again.
    if (isTyping && pressed === 'escape') document.querySelector('main')?.focus()
    return
  }
  event.preventDefault()
  // A held key walks on, but must not do the same thing to what slides into place.
  if (event.repeat && !WALKING.test(pressed)) return
  action.run()
}
